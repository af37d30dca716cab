"""Reading a timeline or ranges: every fault with its line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from colophon.figures.labels import Labels
from colophon.figures.table import Kind, read
from colophon.names.term import Term
from colophon.numbers.written import Date

TERMS = {"szack": Term("szack", "place", {"en": "Szack", "pl": "Szack", "th": "ชัตสก์"}, 2)}
WORKS = ["gross2002", "sword1994"]


def faults(kind: Kind, *lines: str) -> list[str]:
    return [str(p) for p in read("\n".join(lines), "t.csv", kind, TERMS, Labels("pl"), WORKS)[1]]


def test_days_and_numbers() -> None:
    labels = Labels("th")
    text = "group,label,start,end,term\nWar,,1939-09-28,1939-09-29,szack\nWar,Note,1939-09-17,,\n"
    chart, problems = read(text, "t.csv", "timeline", TERMS, labels)
    assert problems == []
    assert [row.values for row in chart.rows] == [
        (Date(1939, 9, 28), Date(1939, 9, 29)),
        (Date(1939, 9, 17),),
    ]
    assert [label.text for label in labels.found] == ["War", "ชัตสก์", "Note"]
    text = "group,label,low,high,open\nPrisoners,A,230000,250000,\nPrisoners,B,300000,,above\n"
    chart, problems = read(text, "t.csv", "ranges", TERMS, labels)
    assert problems == []
    assert [row.values for row in chart.rows] == [
        (Decimal(230000), Decimal(250000)),
        (Decimal(300000),),
    ]
    assert [row.open for row in chart.rows] == ["", "above"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("War,,1939-09-28,,", "a row needs either a label or a term; write one of them"),
        ("War,A,1939-09-28,,szack", "a row needs either a label or a term; write one of them"),
        ("War,,1939-09-28,,szak", "no name 'szak' in the termbase; did you mean 'szack'?"),
        ("War,A,1939-09,,", "'1939-09' names no day; write 1939-09-17"),
        ("War,A,1939-09-31,,", "'1939-09-31' is no day of the calendar"),
        ("War,A,1939-09-28,1939-09-20,", "does not end after its beginning"),
        ("War,A", "more or fewer cells than the first line has"),
        ("War,A,1939-09-28,,,,more", "more or fewer cells than the first line has"),
    ],
)
def test_faults_of_a_timeline(row: str, message: str) -> None:
    [found] = faults("timeline", "group,label,start,end,term", "War,A,1939-09-17,,", row)
    assert found.startswith("t.csv:3: ")
    assert message in found


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("P,A,many,,,", "'many' is no number"),
        ("P,A,5,3,,", "'5-3' does not end above its beginning"),
        ("P,A,5,,about,", "unknown word 'about' for open; write above, from, below or nothing"),
        ("P,A,5,,,gross2003", "unknown work 'gross2003'; did you mean 'gross2002'?"),
    ],
)
def test_faults_of_ranges(row: str, message: str) -> None:
    [found] = faults("ranges", "group,label,low,high,open,key", row)
    assert found.startswith("t.csv:2: ")
    assert message in found


def test_columns() -> None:
    assert faults("ranges", "group,label,low,lable") == [
        "t.csv:1: no column 'high'; add it to the first line: group,label,term,low,high,open,key",
        "t.csv:1: unknown column 'lable'; did you mean 'label'?",
    ]
