"""The working lists of the book: which fact of the sources each chapter tells, and where."""

from __future__ import annotations

import csv
import re

import pytest

from tests.conftest import ROOT

FACTS = range(1, 213)
"""The facts that were gathered from the two accounts and the literature, F001 to F212."""

LISTS = {
    path.stem: list(csv.DictReader(path.read_text("utf-8").splitlines()))
    for path in sorted((ROOT / "tests" / "data" / "facts").glob("*.csv"))
}

COMPARING = "two-accounts"
"""The last chapter, which tells facts of all the others again."""


def labels(chapters: str) -> set[str]:
    """The labels of the sections of one chapter or of all."""
    texts = [path.read_text("utf-8") for path in (ROOT / "docs").glob(f"{chapters}.md")]
    return {label for text in texts for label in re.findall(r"(?m)^\(([\w-]+)\)=$", text)}


def numbers(chapter: str) -> list[int]:
    return [int(row["fact"].removeprefix("F")) for row in LISTS[chapter]]


def test_every_fact_stands_in_the_list_of_one_chapter() -> None:
    own = [number for chapter in LISTS if chapter != COMPARING for number in numbers(chapter)]
    assert sorted(own) == list(FACTS)


def test_the_last_chapter_lists_a_fact_once_and_none_of_its_own() -> None:
    assert len(numbers(COMPARING)) == len(set(numbers(COMPARING)))
    assert set(numbers(COMPARING)) <= set(FACTS)


@pytest.mark.parametrize("chapter", LISTS)
def test_every_fact_has_its_place_or_the_reason_for_its_absence(chapter: str) -> None:
    own, known = labels(chapter), labels("*")
    for row in LISTS[chapter]:
        assert re.fullmatch(r"F\d{3}", row["fact"]), row
        assert row["use"] in ("used", "left out"), row
        places = re.split(r"[;,] ?", row["place"])
        if row["use"] == "used":
            assert places[0] in own, row
            assert set(places) <= known, row
        else:
            assert len(row["place"]) > 10, row
