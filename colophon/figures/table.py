"""The rows of a chart as CSV: a timeline of days, or ranges of estimates by source.

A timeline has the columns `group,label,start,end` with ISO dates, a chart of ranges
`group,label,low,high`; an end or upper bound that is the same, or none, may be left empty. Further
columns: `term`, an id of the termbase in place of a label; `open`, for a range that is a bound
alone: "above" (more than `low`), "from" (at least `low`) or "below" (up to `high`); `key`, the work
in the bibliography that a figure is from.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from colophon.figures.labels import Labels
from colophon.names.columns import nearest
from colophon.names.term import Term
from colophon.numbers.written import Date, WrittenError, amounts, dates
from colophon.problems import Problem

Kind = Literal["timeline", "ranges"]
Value = Date | Decimal

_BOUNDS: Final[Mapping[Kind, tuple[str, str]]] = {
    "timeline": ("start", "end"),
    "ranges": ("low", "high"),
}
_OPEN: Final = ("", "above", "from", "below")


def _days(value: str) -> tuple[Date, ...]:
    found = dates(value)
    if not found[0].day:
        raise WrittenError(f"{value!r} names no day; write 1939-09-17")
    return found


_READERS: Final[Mapping[Kind, Callable[[str], Sequence[Value]]]] = {
    "timeline": _days,
    "ranges": amounts,
}


@dataclass(frozen=True)
class Row:
    """One bar: the numbers of its labels, and its ends, which are one for a point."""

    group: int
    label: int
    values: tuple[Value, ...]
    open: str = ""


@dataclass(frozen=True)
class Chart:
    """Rows in the order of the file; those of a group stand together."""

    kind: Kind
    rows: tuple[Row, ...]


def read(
    text: str,
    file: str,
    kind: Kind,
    terms: Mapping[str, Term],
    labels: Labels,
    works: Sequence[str] = (),
) -> tuple[Chart, list[Problem]]:
    """The chart in a file and what is wrong with it; its words are added to `labels`.

    `works` are the keys of the bibliography.
    """
    reader = csv.DictReader(io.StringIO(text, newline=""))
    header = reader.fieldnames or []
    first, last = _BOUNDS[kind]
    known = ("group", "label", "term", first, last, "open", "key")
    problems = [
        Problem(file, 1, f"no column {name!r}", f"add it to the first line: {','.join(known)}")
        for name in ("group", "label", first, last)
        if name not in header
    ]
    for name in header:
        if name not in known:
            remedy = nearest(name, known) or f"known are {', '.join(known)}"
            problems.append(Problem(file, 1, f"unknown column {name!r}", remedy))
    if problems:
        return Chart(kind, ()), problems
    rows = []
    line = 2
    for entry in reader:
        faults = [*_faults(entry, kind, terms, works)]
        problems += [Problem(file, line, *fault) for fault in faults]
        if not faults:
            rows.append(_row(entry, kind, terms, labels, line))
        line = reader.line_num + 1  # a cell may hold line ends
    return Chart(kind, tuple(rows)), problems


def _faults(
    entry: Mapping[str, str],
    kind: Kind,
    terms: Mapping[str, Term],
    works: Sequence[str],
) -> Iterator[tuple[str, str]]:
    if None in [*entry, *entry.values()]:
        remedy = "put a cell that holds a comma in quotation marks, and a comma after every other"
        yield "more or fewer cells than the first line has", remedy
        return
    term, label = _cell(entry, "term"), _cell(entry, "label")
    if bool(term) == bool(label):
        yield "a row needs either a label or a term", "write one of them"
    if term and term not in terms:
        yield f"no name {term!r} in the termbase", nearest(term, terms) or "add it there"
    if _cell(entry, "open") not in _OPEN:
        remedy = "write above, from, below or nothing"
        yield f"unknown word {_cell(entry, 'open')!r} for open", remedy
    if (key := _cell(entry, "key")) and key not in works:
        yield f"unknown work {key!r}", nearest(key, works) or "add it to the bibliography"
    try:
        _READERS[kind](_written(entry, kind))
    except WrittenError as error:
        yield str(error), ""


def _row(
    entry: Mapping[str, str], kind: Kind, terms: Mapping[str, Term], labels: Labels, line: int
) -> Row:
    term, label = _cell(entry, "term"), _cell(entry, "label")
    return Row(
        group=labels.words(_cell(entry, "group"), line),
        label=labels.name(terms[term], line) if term else labels.words(label, line),
        values=tuple(_READERS[kind](_written(entry, kind))),
        open=_cell(entry, "open"),
    )


def _written(entry: Mapping[str, str], kind: Kind) -> str:
    """Both ends as a role would have them."""
    first, last = (_cell(entry, name) for name in _BOUNDS[kind])
    mark = "/" if kind == "timeline" else "-"
    return mark.join(dict.fromkeys(filter(None, (first, last))))


def _cell(entry: Mapping[str, str], name: str) -> str:
    return (entry.get(name) or "").strip()
