"""The interface words where Sphinx does not look them up: in scripts, and outside of a build."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

import polib
import sphinx

from colophon.catalogs import plural
from colophon.catalogs.files import INTERFACE, PACKAGE_LOCALE, messages_folder
from colophon.catalogs.rules.words import acts

_GERMANIC = (2, "n != 1")
"""One and many, as in English: what Sphinx's scripts assume without a catalogue."""


def javascript(po_paths: Sequence[Path], language: str) -> str:
    """The text of the `sphinx.js` that Sphinx takes for the `translations.js` of its pages.

    Of several catalogues the first that has a message wins, Sphinx's own being the last.
    A message goes in if one of them refers it to a script (`#: …/searchtools.js`).
    The shape is that of the files which Sphinx ships as `locale/*/LC_MESSAGES/sphinx.js`.
    """
    shipped = Path(sphinx.__file__).parent / "locale" / language / "LC_MESSAGES" / "sphinx.po"
    # Our file takes the place of Sphinx's for every language, those of which we know nothing too.
    paths = [*po_paths, shipped] if shipped.exists() else po_paths
    catalogs = [polib.pofile(str(path)) for path in paths]
    for catalog in catalogs:
        disarm(catalog)
    scripted = {entry.msgid for catalog in catalogs for entry in catalog if _in_script(entry)}
    forms, expression = _plural_rule(catalogs)
    messages: dict[str, str | list[str]] = {}
    for entry in (entry for catalog in catalogs for entry in catalog.translated_entries()):
        text = _text(entry)
        # Scripts know one plural rule; a catalogue that counts otherwise has nothing for it.
        if entry.msgid in scripted and (isinstance(text, str) or len(text) == forms):
            messages.setdefault(entry.msgid, text)
    # The plus makes a number of what is a comparison, "n != 1", in half of the languages.
    words = {"locale": language, "messages": messages, "plural_expr": f"+({expression})"}
    text = json.dumps(words, ensure_ascii=False, indent=4, sort_keys=True)
    return f"Documentation.addTranslations({text});\n"


def disarm(catalog: polib.POFile) -> None:
    """Drop the words that would act where a template prints them, and a plural rule that is none.

    The rules over catalogues refuse both; this holds where nobody has run them.
    """
    for entry in list(catalog):
        forms = entry.msgstr_plural.values()
        if acts(entry.msgid, entry.msgstr) or any(acts(entry.msgid_plural, f) for f in forms):
            catalog.remove(entry)
    if not plural.rule(catalog.metadata.get("Plural-Forms", "")):
        catalog.metadata.pop("Plural-Forms", None)


def _in_script(entry: polib.POEntry) -> bool:
    return any(".js" in PurePosixPath(file).suffixes for file, _ in entry.occurrences)


def _plural_rule(catalogs: Sequence[polib.POFile]) -> tuple[int, str]:
    for catalog in catalogs:
        if found := plural.rule(catalog.metadata.get("Plural-Forms", "")):
            return found
    return _GERMANIC


def _text(entry: polib.POEntry) -> str | list[str]:
    if entry.msgid_plural:
        return [text for _, text in sorted(entry.msgstr_plural.items())]
    return entry.msgstr


def get_translation(language: str) -> Callable[[str], str]:
    """The package's own words in a language, for what is made without Sphinx."""
    path = messages_folder(PACKAGE_LOCALE, language) / f"{INTERFACE}.po"
    entries = polib.pofile(str(path)).translated_entries() if path.is_file() else []
    words = {entry.msgid: entry.msgstr for entry in entries}
    return lambda text: words.get(text, text)
