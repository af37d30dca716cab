"""Polish and Thai words are found by a reader who types them in another form."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from colophon.html.search import SearchPolish, SearchThai

FORMS = [
    ("wojna", "wojny", "wojnie", "wojną", "wojnę", "wojnom", "wojnami", "wojnach"),
    ("sowiecki", "sowieckiego", "sowieckiemu", "sowieckich", "sowieckimi", "sowiecką"),
    ("armia", "armii", "armię", "armią", "armiami"),
    ("Mołotow", "Mołotowa", "Mołotowowi", "Mołotowem"),
    ("oddział", "oddziały", "oddziałów", "oddziałom", "oddziałach"),
    ("Lwów", "Lwowa", "Lwowem"),
    ("granica", "granicy", "granicę", "granicą", "granicach"),
]


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms[0])
def test_forms_of_a_polish_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({SearchPolish({}).stem(form) for form in forms}) == 1


def test_polish_words_are_found_without_diacritics() -> None:
    search = SearchPolish({})
    assert search.stem("Źródło") == search.stem("zrodlo")
    assert search.stem("San") == "san"


def test_thai_runs_stay_whole_and_match_only_in_part() -> None:
    assert SearchThai({}).split("กองทัพแดง (Red Army) ๑๙๓๙") == [
        "~กองทัพแดง", "Red", "Army", "~๑๙๓๙",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "found", "queries"),
    [
        ("en", "The Bug", ("rise", "Brześć")),
        ("pl", "Bug", ("wschód", "BRZEGOWI", "zrodle")),
        ("th", "แม่น้ำบูก", ("ทัพ", "กองทัพแดง", "Wieprz")),
    ],
)
def test_a_reader_finds_the_page(
    browser: Browser, site: Path, language: str, found: str, queries: tuple[str, ...]
) -> None:
    page = browser.new_page()
    page.goto((site / language / "search.html").as_uri())
    for query in queries:
        page.fill(".search-form input", query)
        page.press(".search-form input", "Enter")
        expect(page.locator("ul.search a", has_text=found)).to_be_visible()
    page.close()
