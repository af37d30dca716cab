"""The termbase `terms.csv`: what the book calls its persons, places, units and treaties.

It stands beside the catalogues, one name a row, with a column for each language of the book.
`read` takes it apart and tells every fault with its line; nothing here knows Sphinx.
"""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from colophon.names.term import KINDS, PERSON, STATE, Term
from colophon.problems import Problem
from colophon.sources import faults

FILE = "terms.csv"
"""The termbase's name, beside the folders of the languages."""

_COLUMNS = frozenset(
    {"id", "kind", "variants", "note", "lat", "lon", "surname", "state", "original"}
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[_-]\w+)?$")
_TRANSLATED = re.compile(r"(?:today|stems)_(.+)$")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
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
    found = [*_of_header(header, languages)]
    if found:
        return [], [Problem(str(path), line, *fault) for fault in found]
    terms, problems = [], []
    for line, cells in rows[1:]:
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        wrong = [*_of_cells(header, cells)] or [*_of_row(row)]
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


def nearest(word: str, known: Iterable[str]) -> str:
    """What was probably meant, as a remedy."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean {close[0]!r}?" if close else ""


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


Fault = tuple[str, str]


def _of_header(header: Sequence[str], languages: Iterable[str]) -> Iterator[Fault]:
    for name in ("id", "kind", *languages):
        if name not in header:
            yield f"no column {name!r}", f"add it to the first line: {','.join([*header, name])}"
    for name in sorted({name for name in header if header.count(name) > 1}):
        yield f"two columns {name!r}", "delete one of them"
    for name in header:
        inner = _TRANSLATED.match(name)
        if name not in _COLUMNS and not _LANGUAGE.match(inner[1] if inner else name):
            known = sorted(_COLUMNS | {"today_<language>", "stems_<language>"})
            yield f"unknown column {name!r}", nearest(name, known) or f"known are {' '.join(known)}"


def _of_cells(header: Sequence[str], cells: Sequence[str]) -> Iterator[Fault]:
    if len(cells) != len(header):
        remedy = "put a cell that holds a comma in quotation marks, and a comma after every other"
        yield f"{len(cells)} cells where the first line has {len(header)}", remedy


def _of_row(row: Mapping[str, str]) -> Iterator[Fault]:
    if not _ID.match(row["id"]):
        yield f"no id: {row['id']!r}", "write small ASCII letters, digits and hyphens"
    if row["kind"] not in KINDS:
        meant = nearest(row["kind"], KINDS) or f"known are {' '.join(KINDS)}"
        yield f"unknown kind {row['kind']!r}", meant
    for code in _languages(row):
        if not row[code]:
            yield (
                f"{row['id']} has no form in the language {code}",
                "write it into its column",
            )
    for code in _list(row.get("original", "")):
        if code not in _languages(row):
            yield f"unknown language {code!r} in the column original", "give codes of columns"
    yield from _of_surname(row)
    yield from _of_position(row.get("lat", ""), row.get("lon", ""))


def _of_surname(row: Mapping[str, str]) -> Iterator[Fault]:
    words = row.get("surname", "")
    if words and (not words.isdecimal() or not int(words) or row["kind"] != PERSON):
        remedy = "say how many words at the end of a person's name are the surname, or nothing"
        yield f"no number of words of a surname: {words!r}", remedy


def _of_position(lat: str, lon: str) -> Iterator[Fault]:
    if bool(lat) != bool(lon):
        yield "one coordinate without the other", "write both lat and lon, or neither"
    for name, text, limit in (("lat", lat, 90), ("lon", lon, 180)):
        try:
            fits = not text or abs(float(text)) <= limit
        except ValueError:
            fits = False
        if not fits:
            yield f"no {name}: {text!r}", f"write degrees from -{limit} to {limit}, such as 49.8397"


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


def _languages(row: Iterable[str]) -> list[str]:
    return [name for name in row if name not in _COLUMNS and not _TRANSLATED.match(name)]


def _term(row: Mapping[str, str], line: int) -> Term:
    codes = _languages(row)
    lat, lon = row.get("lat"), row.get("lon")
    return Term(
        id=row["id"],
        kind=row["kind"],
        forms={code: row[code] for code in codes},
        line=line,
        today={code: row[f"today_{code}"] for code in codes if row.get(f"today_{code}")},
        variants=tuple(_variant(text) for text in _list(row.get("variants", ""))),
        stems={code: tuple(_list(row.get(f"stems_{code}", ""))) for code in codes},
        surname=int(row.get("surname") or 1),
        state=row.get("state", ""),
        original=frozenset(_list(row.get("original", ""))),
        position=(float(lat), float(lon)) if lat and lon else None,
        note=row.get("note", ""),
    )


def _variant(text: str) -> tuple[str, str]:
    match = _VARIANT.match(text)
    return (match[1], match[2]) if match else ("", text)


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]
