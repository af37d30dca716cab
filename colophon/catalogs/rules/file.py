"""The file as a whole: can it be read, and does its head say what it is?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel.core import UnknownLocaleError
from babel.messages.plurals import get_plural

from colophon.catalogs import plural
from colophon.catalogs.rules.rule import FILE, Catalog, Placed

_JUNK = re.compile(
    r"PACKAGE|VERSION\b|FULL NAME|EMAIL@ADDRESS|YEAR-MO-DA|<LL@li\.org>|CHARSET|ENCODING"
)
_NEEDED = ("Project-Id-Version", "Language", "MIME-Version", "Content-Transfer-Encoding")


@FILE.catalog()
def encoding(catalog: Catalog) -> Iterator[Placed]:
    r"""The file is UTF-8 and says so.

    gettext reads a catalogue by its header: another charset garbles every letter, or drops the
    file without a word.

    Bad:
        msgid ""
        msgstr "Content-Type: text/plain; charset=ISO-8859-2\n"
    Good:
        msgid ""
        msgstr "Content-Type: text/plain; charset=UTF-8\n"
    """
    return _read("encoding", catalog)


@FILE.catalog()
def syntax(catalog: Catalog) -> Iterator[Placed]:
    r"""Each line is a comment, a keyword with a text in quotes, or a continued text.

    A text that is not closed loses its last letter, a file cut short its last message.

    Bad:
        msgid "One."
        msgstr "Jeden.
    Good:
        msgid "One."
        msgstr "Jeden."
    """
    return _read("syntax", catalog)


@FILE.catalog()
def duplicate(catalog: Catalog) -> Iterator[Placed]:
    r"""No msgid stands twice.

    Which of two translations is printed would be chance.

    Bad:
        msgid "One."
        msgstr "Jeden."

        msgid "One."
        msgstr "Raz."
    Good:
        msgid "One."
        msgstr "Jeden."
    """
    return _read("duplicate", catalog)


@FILE.catalog()
def header_language(catalog: Catalog) -> Iterator[Placed]:
    r"""The header names the language of the folder.

    Editors choose spelling and plural forms by it; a file in the wrong folder would be printed
    in another edition.

    Bad:
        msgid ""
        msgstr "Content-Type: text/plain; charset=UTF-8\n"
        "Language: th\n"
    Good:
        msgid ""
        msgstr "Content-Type: text/plain; charset=UTF-8\n"
        "Language: pl\n"
    """
    said = catalog.contents.header.get("Language", "").strip()
    code = catalog.language.code
    if said and code != "und" and _tag(said) != _tag(code) and _tag(said) != _tag(code)[:1]:
        fault = f"the header says Language: {said}, the folder is that of {code}"
        yield 1, fault, f'write "Language: {code}\\n" or move the file'


@FILE.catalog()
def plural_forms(catalog: Catalog) -> Iterator[Placed]:
    r"""`Plural-Forms` is a rule that programs understand, with as many forms as messages have.

    Otherwise gettext drops the whole catalogue. Poedit fills it in; a book's text needs none.

    Bad:
        msgid ""
        msgstr "Content-Type: text/plain; charset=UTF-8\n"
        "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\n"
    Good:
        msgid ""
        msgstr "Content-Type: text/plain; charset=UTF-8\n"
        "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"
    """  # noqa: E501
    said = catalog.contents.header.get("Plural-Forms", "").strip()
    usual = _usual(catalog)
    remedy = f'write "Plural-Forms: {usual}\\n"' if usual else "take it from a sound catalogue"
    found = plural.rule(said)
    if said and not found:
        yield 1, f"Plural-Forms is not understood: {said[:60]}", remedy
    elif found and catalog.contents.plurals > found[0]:
        forms = catalog.contents.plurals
        yield 1, f"Plural-Forms has {found[0]} forms, a message has {forms}", remedy
    elif not said and catalog.contents.plurals:
        yield 1, "messages have plural forms, the header has no Plural-Forms", remedy


@FILE.catalog("warning")
def header(catalog: Catalog) -> Iterator[Placed]:
    r"""The header is filled in: no placeholders of a template, nothing missing, not fuzzy.

    Translation memories and Weblate go by it. `make catalogs` writes it.

    Bad:
        msgid ""
        msgstr "Project-Id-Version: PACKAGE VERSION\n"
        "Language: pl\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
    Good:
        msgid ""
        msgstr "Project-Id-Version: The Book\n"
        "Language: pl\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
    """
    said = catalog.contents.header
    remedy = "fill it in, or run make catalogs"
    if catalog.contents.header_fuzzy:
        yield 1, "the header is marked fuzzy", "delete the mark"
    for name, value in said.items():
        if _JUNK.search(value):
            yield 1, f"the header has a placeholder: {name}: {value.strip()}", remedy
    if missing := [name for name in _NEEDED if not said.get(name, "").strip()]:
        yield 1, f"the header lacks {', '.join(missing)}", remedy
    usual, own = _usual(catalog), said.get("Plural-Forms", "")
    if usual and own and _count(own) != _count(usual):
        fault = f"Plural-Forms has {_count(own)} forms, {catalog.language.code} has {_count(usual)}"
        yield 1, fault, f'write "Plural-Forms: {usual}\\n"'


@FILE.catalog("warning")
def template(catalog: Catalog) -> Iterator[Placed]:
    r"""The messages are those of the chapter as it stands today.

    What is not here is printed in the source language; what the chapter has no more is work for
    nothing. A warning, since the author's change is not the translator's fault.

    Bad: a message that a chapter has gained is not in the catalogue.
    Good: the catalogue after `make catalogs`.
    """
    if catalog.template is None:
        return
    here = {(message.context, message.msgid) for message in catalog.contents.messages}
    here -= {(m.context, m.msgid) for m in catalog.contents.messages if m.plural}
    missing, surplus = catalog.template - here, here - catalog.template
    if missing or surplus:
        fault = f"{len(here)} messages, the chapter has {len(catalog.template)}"
        parts = [f"{len(missing)} missing"] * bool(missing)
        parts += [f"{len(surplus)} not in it"] * bool(surplus)
        yield 1, f"{fault} ({', '.join(parts)})", "run make catalogs"


def _read(name: str, catalog: Catalog) -> Iterator[Placed]:
    """The faults that the reader of the file has found."""
    for fault in catalog.contents.faults:
        if fault.rule == name:
            yield fault.line, fault.message, fault.remedy


def _tag(code: str) -> list[str]:
    return code.replace("-", "_").lower().split("_")


def _usual(catalog: Catalog) -> str:
    try:
        return get_plural(catalog.language.code).plural_forms if catalog.language.name else ""
    except (ValueError, LookupError, UnknownLocaleError):  # Babel knows nothing of the language
        return ""


def _count(forms: str) -> str:
    match = re.search(r"nplurals\s*=\s*(\w+)", forms)
    return match[1] if match else "no"
