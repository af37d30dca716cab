"""The tree of an index, and what leads nowhere in it."""

from __future__ import annotations

import pytest

from colophon.index.entries import Entry, Mark, index, substance, walk
from colophon.index.faults import faults
from colophon.languages import language

pytestmark = pytest.mark.usefixtures("english_words")


def mark(
    text: str, target: str = "", kind: str = "single", source: str = "", **more: object
) -> Mark:
    parts, original = (tuple(t.split("; ")) for t in (text, source or text))
    return Mark(kind, parts, "a", target or text, source=original, line=7, **more)  # type: ignore[arg-type]  # fmt: skip


def outline(entries: list[Entry] | None) -> list[object]:
    return [
        (entry.text, outline(entry.under)) if entry.under else entry.text for entry in entries or []
    ]


def made(*marks: Mark, code: str = "en") -> list[Entry]:
    return [entry for group in index(marks, language(code)) for entry in group.entries]


def test_subheadings_are_sorted_by_their_first_word_of_substance() -> None:
    english = made(
        mark("Stalin; and the draft of the note"),
        mark("Stalin; broadcast of"),
        mark("Stalin; at the Kremlin"),
        mark("Stalin; of"),
    )
    assert outline(english) == [
        ("Stalin", ["broadcast of", "and the draft of the note", "at the Kremlin", "of"])
    ]
    polish = made(
        mark("Stalin; na Kremlu"), mark("Stalin; a projekt noty"), mark("Stalin; list"), code="pl"
    )
    assert outline(polish) == [("Stalin", ["na Kremlu", "list", "a projekt noty"])]
    assert substance("and the", language("en")) == "the"


def test_headings_are_sorted_as_they_stand() -> None:
    entries = made(mark("of"), mark("The Times"), mark("Tarnopol"))
    assert outline(entries) == ["of", "Tarnopol", "The Times"]


def test_pairs_and_triples() -> None:
    entries = made(mark("oath; army", kind="pair"), mark("a; b; c", kind="triple"))
    assert outline(entries) == [
        ("a", ["b c"]), ("army", ["oath"]), ("b", ["c, a"]), ("c", ["a b"]), ("oath", ["army"]),
    ]  # fmt: skip


def test_a_place_is_listed_once() -> None:
    (entry,) = made(mark("Kuty", "p"), mark("Kuty", "p", main=True), mark("Kuty", "q"))
    assert [(place.start.target, place.main) for place in entry.locators] == [
        ("p", True), ("q", False),
    ]  # fmt: skip


def test_a_paragraph_is_one_place_on_a_screen() -> None:
    (entry,) = made(
        mark("Kuty", "p", block=4),
        mark("Kuty", "q", block=4, main=True),
        mark("Kuty", "r", block=5),
    )
    assert [(place.start.target, place.main) for place in entry.places] == [
        ("p", True), ("r", False),
    ]  # fmt: skip
    assert len(entry.locators) == 3  # in print it may go on over a page


def test_a_key_stands_for_the_text() -> None:
    groups = index([mark("Łuck"), mark("de Gaulle", key="G"), mark("Grodno")], language("pl"))
    assert [(group.head, outline(list(group.entries))) for group in groups] == [
        ("G", ["de Gaulle", "Grodno"]),
        ("Ł", ["Łuck"]),
    ]


def test_references() -> None:
    entries = made(
        mark("Leopolis; Lwów", kind="see"),
        mark("Lwów; fall of"),
        mark("Lwów; Łuck", kind="seealso"),
        mark("Lwów; Aleppo", kind="seealso"),
        mark("Łuck"),
        mark("Aleppo"),
        mark("KOP; Lwów; fall of", kind="see"),
    )
    by_name = {entry.text: entry for entry in walk(entries)}
    assert by_name["Leopolis"].see == [by_name["Lwów"]]
    assert [entry.text for entry in by_name["Lwów"].also] == ["Aleppo", "Łuck"]
    assert [entry.name for entry in by_name["KOP"].see] == ["Lwów, fall of"]
    assert len({entry.id for entry in by_name.values()}) == len(by_name) == 6


def test_references_to_subheadings_are_sorted_by_their_headings() -> None:
    """As they are printed: “Bug, bridge over; Kuty, bridge at”."""
    entries = made(
        mark("Kuty; a bridge at"),
        mark("Bug; the bridge over"),
        mark("bridges; Kuty; a bridge at", kind="see"),
        mark("bridges; Bug; the bridge over", kind="see"),
    )
    (bridges,) = (entry for entry in entries if entry.text == "bridges")
    assert [entry.parent and entry.parent.text for entry in bridges.see] == ["Bug", "Kuty"]


def test_a_paragraph_that_a_subheading_tells_of_is_not_listed_bare() -> None:
    entries = made(
        mark("Kuty", "p", block=4),
        mark("Kuty; bridge at", "q", block=4),
        mark("Kuty", "r", block=5),
        mark("Lwów", "s", block=6, main=True),
        mark("Lwów; fall of", "t", block=6),
        mark("Sarny", "u"),
        mark("Sarny; town of", "v"),
    )
    assert [(e.text, [place.start.target for place in e.locators]) for e in entries] == [
        ("Kuty", ["r"]), ("Lwów", ["s"]), ("Sarny", ["u"]),
    ]  # fmt: skip


def test_words_that_are_marked_are_found_rather_than_the_beginning_of_their_paragraph() -> None:
    (entry,) = made(
        mark("Kuty", "above", block=4),
        mark("Kuty", "words", block=4, inline=True),
        mark("Kuty", "alone", block=5),
        mark("Kuty", "main", block=6, main=True),
        mark("Kuty", "start", block=6, span="start"),
        mark("Kuty", "word", block=6, inline=True),
        mark("Kuty", "end", span="end"),
    )
    assert [place.start.target for place in entry.locators] == [
        "words", "alone", "main", "start", "word",
    ]  # fmt: skip


def test_who_has_found_something_is_not_sent_away() -> None:
    """ISO 999: a heading with places of its own takes "see also"."""
    entries = {e.text: e for e in made(mark("A; B", kind="see"), mark("A"), mark("B"))}
    assert not entries["A"].see and entries["A"].also == [entries["B"]]


def test_two_names_may_be_one_in_another_language() -> None:
    marks = [
        mark("Brześć; Brześć", kind="see", source="Brest-Litovsk; Brześć"),
        mark("Brześć"),
    ]
    assert not made(*marks)[0].see
    assert list(faults(marks)) == []


def test_an_end_without_places_of_its_own_closes_a_span() -> None:
    (entry,) = made(mark("A", "p", span="start"), mark("A", "q"), mark("A", "r", span="end"))
    assert [(p.start.target, p.end and p.end.target) for p in entry.locators] == [
        ("p", "r"), ("q", None),
    ]  # fmt: skip


BAD = [
    ([mark("KOP; Corps", kind="see")], "“see: KOP; Corps” leads nowhere", False),
    ([mark("A; B", kind="see"), mark("B; A", kind="see")], "“see: A; B” leads nowhere", False),
    ([mark("A"), mark("A; B", kind="seealso")], "“seealso: A; B” leads nowhere", False),
    (
        [mark("KOP; Korpusu", kind="see", source="KOP; Corps"), mark("Korpus", source="Corps")],
        "listed under “Korpusu”; translate “Corps” as the other chapters do",
        True,
    ),
    (
        [mark("Armia; Czerwona", source="Red Army")],
        "the translation of the index entry “single: Red Army” has another number of parts",
        True,
    ),
    ([mark("start: A")], "“start: A” stands within a paragraph", False),
    ([mark("A", span="start")], "“start: A” never ends", False),
    ([mark("A", span="end")], "“end: A” ends but never began", False),
    (
        [mark("A", "p", span="start"), mark("A", "q", span="start"), mark("A", "r", span="end")],
        "“start: A” has begun already",
        False,
    ),
]


@pytest.mark.parametrize(("marks", "message", "translated"), BAD)
def test_faults(marks: list[Mark], message: str, translated: bool) -> None:
    found = list(faults(marks))
    assert message in found[0][1]
    assert found[0][2] is translated
    assert all(fault[0].line == 7 for fault in found)
