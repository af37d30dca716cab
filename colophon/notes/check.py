"""The check of citations before the build: .bib files, chapters and catalogues in one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from colophon.notes import bib, entries, fields, keys
from colophon.notes.bibs import check_files
from colophon.problems import Problem
from colophon.sources import Source
from colophon.sources import chapter as chapter_source


def check(
    chapters: Iterable[Path], bibfiles: Iterable[Path], catalog_paths: Iterable[Path]
) -> list[Problem]:
    """Everything that is wrong with the citations of the book."""
    bibfiles = list(bibfiles)
    problems = check_files(bibfiles)
    known = [key for file in bibfiles for key in entries.keys(file)]
    for chapter in sorted(chapters):
        problems += _check_source(bib.shown(chapter), chapter_source(_read(chapter)), known)
    for catalog in sorted(catalog_paths):
        problems += _check_source(bib.shown(catalog), keys.catalogue(_read(catalog)), known)
    return problems


def uncited(
    chapters: Iterable[Path], bibfiles: Iterable[Path], catalog_paths: Iterable[Path]
) -> list[Problem]:
    """The entries that nothing cites, which is no fault: a list may hold works to be read."""
    sources = [
        *(chapter_source(_read(chapter)) for chapter in chapters),
        *(keys.catalogue(_read(catalog)) for catalog in catalog_paths),
    ]
    used = {key for source in sources for key in keys.cited(source)}
    found = [(file, entry) for file in bibfiles for entry in entries.entries(file)]
    used |= {entry.crossref for _, entry in found}
    return [
        Problem(bib.shown(file), entry.line, f"not cited ({entry.key})")
        for file, entry in found
        if entry.key not in used
    ]


def unknown_fields(bibfiles: Iterable[Path]) -> list[Problem]:
    """The fields that nothing is made of, which is no fault: an author may keep what they like."""
    return [
        Problem(
            bib.shown(file),
            line,
            f"field {name} is not read ({key})",
            f"did you mean {near}?" if near else "",
        )
        for file in bibfiles
        for line, key, name, near in fields.unknown(file)
    ]


def _check_source(name: str, source: Source, known: list[str]) -> Iterator[Problem]:
    for line, message in keys.unreadable(source):
        yield Problem(name, line, message)
    for line, key, near in keys.unknown_keys(source, known):
        remedy = f"did you mean '{near}'?" if near else "add it to the .bib file"
        yield Problem(name, line, f"unknown citation key '{key}'", remedy)


def _read(path: Path) -> str:
    # What is no UTF-8 is another check's business.
    return path.read_text("utf-8-sig", errors="replace")
