"""Compiling the catalogues for a build, outside of the translators' folder.

A `.mo` beside its `.po` goes stale in silence (older time stamp, deleted .po). So everything is
compiled below the doctree folder, and Sphinx looks there instead.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import polib

from colophon.catalogs.agreed import termbase
from colophon.catalogs.check import check_catalog
from colophon.catalogs.files import PACKAGE_LOCALE, SPHINX, WORDS, catalogs, messages_folder
from colophon.catalogs.interface import disarm, javascript
from colophon.files import write_if_changed
from colophon.problems import Problem, Problems
from colophon.sources import HIDDEN


def stage(folders: Iterable[Path], language: str, target: Path) -> Path:
    """Compile the catalogues of `language` in `folders` and the package below `target`.

    Raises `Problems` with every fault of every catalogue; nothing stale stays in `target`.
    """
    out = messages_folder(target, language)
    found: dict[str, list[Path]] = {}
    for domain, path in catalogs([*folders, PACKAGE_LOCALE], language):
        found.setdefault(domain, []).append(path)
    problems: list[Problem] = []
    for domain, paths in found.items():
        problems += _compile(paths if domain in WORDS else paths[:1], out / domain, language)
    if problems:
        raise Problems(problems)
    _remove_stale(out, set(found))
    words = javascript(found.get(SPHINX, []), language)
    write_if_changed(out / "sphinx.js", words.encode())
    return target


def _compile(sources: Sequence[Path], stem: Path, language: str) -> list[Problem]:
    """Make `<stem>.mo`, unless it is that of these sources already."""
    mo, po = stem.with_name(f"{stem.name}.mo"), stem.with_name(f"{stem.name}.po")
    judged_by = filter(None, map(termbase, sources))
    files = [*sources, *(path for path in judged_by if path.is_file())]
    digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()
    # Sphinx lists catalogues by their .po, and compiles none that is older than its .mo.
    if not write_if_changed(po, f"# {digest}\n".encode()) and mo.exists():
        return []
    mo.unlink(missing_ok=True)
    # A translation is a stranger's text: none is compiled that the rules have not passed.
    faults = [
        fault for path in sources for fault in check_catalog(path, language, severities={"error"})
    ]
    if faults:
        po.unlink()
        return faults
    found = [polib.pofile(str(path)) for path in sources]
    for catalog in found:
        _show(catalog)
        if stem.name in WORDS:
            disarm(catalog)
    write_if_changed(mo, overlay(found).to_binary())
    return []


def _show(catalog: polib.POFile) -> None:
    """Take out characters that no page may hold: XML forbids them, or they turn the text round."""
    for entry in catalog:
        entry.msgstr = HIDDEN.sub("", entry.msgstr)
        forms = entry.msgstr_plural.items()
        entry.msgstr_plural = {number: HIDDEN.sub("", form) for number, form in forms}


def overlay(catalogs: Sequence[polib.POFile]) -> polib.POFile:
    """The first catalogue, with what it leaves open taken from the others. Fuzzy never counts."""
    first, *others = catalogs
    done = {(entry.msgctxt, entry.msgid) for entry in first.translated_entries()}
    for other in others:
        for entry in other.translated_entries():
            if (key := (entry.msgctxt, entry.msgid)) not in done:
                if stub := first.find(entry.msgid, msgctxt=entry.msgctxt or False):
                    first.remove(stub)
                first.append(entry)
                done.add(key)
    return first


def _remove_stale(folder: Path, domains: set[str]) -> None:
    for path in [*folder.rglob("*.po"), *folder.rglob("*.mo")]:
        if path.relative_to(folder).with_suffix("").as_posix() not in domains:
            path.unlink()
