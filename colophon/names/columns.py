"""The columns of the termbase, and what is wrong with what stands in them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from colophon.names.term import KINDS, PERSON

_COLUMNS = frozenset(
    {"id", "kind", "variants", "note", "lat", "lon", "surname", "state", "original"}
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[_-]\w+)?$")
_TRANSLATED = re.compile(r"(?:today|stems)_(.+)$")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")

Fault = tuple[str, str]
"""What is wrong and how to mend it."""


def languages_of(row: Iterable[str]) -> list[str]:
    """The columns that hold the forms of a language."""
    return [name for name in row if name not in _COLUMNS and not _TRANSLATED.match(name)]


def parts(cell: str) -> list[str]:
    """What semicolons part in a cell."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def nearest(word: str, known: Iterable[str]) -> str:
    """What was probably meant, as a remedy."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean {close[0]!r}?" if close else ""


def header_faults(header: Sequence[str], languages: Iterable[str]) -> Iterator[Fault]:
    """The faults of the first line; each of `languages` must have its column."""
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


def cell_faults(header: Sequence[str], cells: Sequence[str]) -> Iterator[Fault]:
    """A row with more or fewer cells than there are columns."""
    if len(cells) != len(header):
        remedy = "put a cell that holds a comma in quotation marks, and a comma after every other"
        yield f"{len(cells)} cells where the first line has {len(header)}", remedy


def row_faults(row: Mapping[str, str]) -> Iterator[Fault]:
    """The faults of a row that can be told without the others."""
    if not _ID.match(row["id"]):
        yield f"no id: {row['id']!r}", "write small ASCII letters, digits and hyphens"
    if row["kind"] not in KINDS:
        meant = nearest(row["kind"], KINDS) or f"known are {' '.join(KINDS)}"
        yield f"unknown kind {row['kind']!r}", meant
    for code in languages_of(row):
        if not row[code]:
            yield (
                f"{row['id']} has no form in the language {code}",
                "write it into its column",
            )
    for code in parts(row.get("original", "")):
        if code not in languages_of(row):
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
