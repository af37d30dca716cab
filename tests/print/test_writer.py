"""The TeX of a book whose author wants to run TeX, and the pages that it makes."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from colophon.print.preflight import check, facts
from colophon.print.typeset import typeset


@pytest.fixture(scope="session")
def pages(written: tuple[Path, str]) -> list[str]:
    """The text of each page."""
    file, _warnings = written
    pdf = typeset(file.parent, file.stem)
    assert check(pdf) == []
    done = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")


def test_only_the_missing_image_is_warned_of(written: tuple[Path, str]) -> None:
    assert written[1].count("WARNING") == 1
    assert "image file not readable" in written[1]


def test_no_text_becomes_a_command(tex: str) -> None:
    assert "input\\{secret\\}" in tex
    assert "\\input" not in tex.replace("\\inputenc", "")
    assert "^^5c" not in tex
    assert "missing" not in tex


def test_the_title_pages(pages: list[str]) -> None:
    half_title, blank, title, imprint = pages[:4]
    assert half_title.strip() == "Tax & \\input{secret} 100%"
    assert blank.strip() == ""
    assert [line for line in title.splitlines() if line] == [
        "Tax & \\input{secret} 100%",
        "$\\input{secret}$ ^^5cinput{secret}",
        "A. \\input{secret}",
        "Edition {",
        "\\input{secret}",
    ]
    for line in (
        "Published by \\input{secret}, 31 January 2020",
        "Language of this edition: English",
        "#1 \\input{secret}~",
        "ISBN 978-0-00-000000-2",
    ):
        assert line in imprint


def test_the_contents_count_front_matter_in_roman_and_number_the_chapters(
    pages: list[str],
) -> None:
    entries = " ".join(pages[4].split())
    assert entries.startswith("Contents Opening vii 1 First \\input{secret} 1 2 Second 3 Terms 5")


def test_references_tell_the_page_unless_it_is_their_own(pages: list[str]) -> None:
    book = " ".join(" ".join(pages).split())
    assert "as the contents (p. v) say" in book
    assert "after the beginning (p. 1) and here; Kresy." in book
    assert "As the second" in book and "As the second (p." not in book


def test_the_landing_page_of_the_website_is_not_in_the_book(pages: list[str]) -> None:
    assert "Words of the opening page" not in "".join(pages)


def test_the_index_stands_where_the_toctree_names_it(pages: list[str]) -> None:
    book = "".join(pages)
    places = [book.rindex(head) for head in ("The borderlands", "\nIndex\n", "\nLast\n")]
    assert places == sorted(places)
    assert "old, see new \\input{secret}" in book


def test_marks_that_stand_side_by_side_are_parted(pages: list[str]) -> None:
    (page,) = (page for page in pages if "Two notes" in page)
    assert re.search(r"side by side\.1, ?2", page)


def test_a_quotation_ends_with_its_source_and_no_dashes(pages: list[str], tex: str) -> None:
    assert "100% & source" in "".join(pages)
    assert "---" not in tex


def test_foreign_words_have_their_own_hyphenation(tex: str) -> None:
    assert r"\colophonpart{russian}{" in tex
    assert r"\colophonpart{nohyphenation}{" in tex


def test_a_glossary_runs_on_and_a_chronicle_does_not(pages: list[str]) -> None:
    book = "".join(pages)
    assert re.search(r"Kresy +The borderlands", book)
    assert re.search(r"1921\s*\n\s*A peace is made", book)


def test_captions_have_no_numbers_on_whatever_tables(pages: list[str]) -> None:
    book = "".join(pages)
    for caption in ("Caption of a short table", "Caption of a long table"):
        assert f"\n{caption}\n" in book
    assert re.search(r"^ *continued from previous page$", book, re.MULTILINE)
    assert "Table 1" not in book


def test_metadata_and_bookmarks_are_plain_text(written: tuple[Path, str], pages: list[str]) -> None:
    found = facts(written[0].with_suffix(".pdf"))
    assert found.title.startswith("Tax & \\input{secret} 100%: $\\input{secret}$")
    assert found.language == "en-GB"
    assert "First \\input{secret}" in found.bookmarks
