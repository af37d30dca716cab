"""The termbase `terms.csv`: what the book calls its persons, places, units and treaties.

It stands beside the catalogues, one name a row, with a column for each language of the book.
`read` takes it apart and tells every fault with its line; nothing here knows Sphinx.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from colophon.names.columns import (
    cell_faults,
    header_faults,
    languages_of,
    nearest,
    parts,
    row_faults,
)
from colophon.names.term import STATE, Term
from colophon.problems import Problem
from colophon.sources import faults

FILE = "terms.csv"
"""The termbase's name, beside the folders of the languages."""

_VARIANT = re.compile(r"([a-z]{2,3}(?:[_-]\w+)?):\s+(.+)$")


def read(path: Path, languages: Iterable[str] = ()) -> tuple[list[Term], list[Problem]]:
    """The rows of a termbase and all that is wrong with it; no file, no names.

    `languages` are those of the book, each of which must have its column.
    """
    if not path.is_file():
        return [], []
    raw = path.read_bytes()
    if problems := list(faults(raw, str(path))):
        return [], problems
    try:
        rows = list(_rows(raw.decode("utf-8-sig")))
    except csv.Error as error:
        line = int((re.findall(r"line (\d+)", str(error)) or ["1"])[0])
        message = re.sub(r"line \d+: ", "", str(error))
        return [], [Problem(str(path), line, message, "save it as CSV again")]
    line, header = rows[0] if rows else (1, [])
    found = [*header_faults(header, languages)]
    if found:
        return [], [Problem(str(path), line, *fault) for fault in found]
    terms, problems = [], []
    for line, cells in rows[1:]:
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        wrong = [*cell_faults(header, cells)] or [*row_faults(row)]
        problems += [Problem(str(path), line, *fault) for fault in wrong]
        if not wrong:
            terms.append(_term(row, line))
    problems += [Problem(str(path), line, *fault) for line, *fault in _between(terms)]
    return terms, sorted(problems)


@lru_cache(maxsize=8)
def _known(path: Path, stamp: tuple[int, int]) -> Mapping[str, Term]:
    return {term.id: term for term in read(path)[0]}


def terms_of(paths: Iterable[str | Path]) -> dict[str, Term]:
    """The sound rows of all termbases by id, the first of two that share one."""
    found: dict[str, Term] = {}
    for path in map(Path, paths):
        if path.is_file():
            state = path.stat()
            for id, term in _known(path, (state.st_mtime_ns, state.st_size)).items():
                found.setdefault(id, term)
    return found


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of every row that is not empty; a cell may hold line ends."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise csv.Error(f"line {line}: {error}") from error


def _between(terms: Iterable[Term]) -> Iterator[tuple[int, str, str]]:
    """Faults that two rows make together."""
    first: dict[str, Term] = {}
    for term in terms:
        if (other := first.setdefault(term.id, term)) is not term:
            yield term.line, f"the id {term.id} stands already in line {other.line}", "rename one"
    states = {term.id for term in first.values() if term.kind == STATE}
    for term in first.values():
        if term.state and term.state not in states:
            meant = nearest(term.state, states) or "give the id of a row of the kind state"
            yield term.line, f"unknown state {term.state!r}", meant


def _term(row: Mapping[str, str], line: int) -> Term:
    codes = languages_of(row)
    lat, lon = row.get("lat"), row.get("lon")
    return Term(
        id=row["id"],
        kind=row["kind"],
        forms={code: row[code] for code in codes},
        line=line,
        today={code: row[f"today_{code}"] for code in codes if row.get(f"today_{code}")},
        variants=tuple(_variant(text) for text in parts(row.get("variants", ""))),
        stems={code: tuple(parts(row.get(f"stems_{code}", ""))) for code in codes},
        surname=int(row.get("surname") or 1),
        state=row.get("state", ""),
        original=frozenset(parts(row.get("original", ""))),
        position=(float(lat), float(lon)) if lat and lon else None,
        note=row.get("note", ""),
    )


def _variant(text: str) -> tuple[str, str]:
    match = _VARIANT.match(text)
    return (match[1], match[2]) if match else ("", text)
