"""The working lists of the book: which fact of the sources each chapter tells, and where."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

LISTS = sorted((ROOT / "tests" / "data" / "facts").glob("*.csv"))


def rows() -> Iterator[tuple[Path, dict[str, str]]]:
    for path in LISTS:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield path, row


def test_every_fact_has_its_place_or_the_reason_for_its_absence() -> None:
    labels = {
        label
        for chapter in (ROOT / "docs").glob("*.md")
        for label in re.findall(r"^\(([\w-]+)\)=$", chapter.read_text("utf-8"), re.MULTILINE)
    }
    assert len(LISTS) == 7
    for path, row in rows():
        assert re.fullmatch(r"F\d{3}", row["fact"]), row
        assert row["use"] in ("used", "left out"), row
        if row["use"] == "used":
            assert set(re.split(r"[;,] ?", row["place"])) <= labels, (path.name, row)
        else:
            assert len(row["place"]) > 10, (path.name, row)


def test_each_chapter_lists_its_facts_without_a_gap() -> None:
    for path in LISTS:
        numbers = [int(row["fact"][1:]) for found, row in rows() if found == path]
        assert len(numbers) == len(set(numbers))
        if path.stem != "two-accounts":  # which takes its facts from all chapters
            assert numbers == list(range(numbers[0], numbers[-1] + 1))
