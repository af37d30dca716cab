"""The book's drawings as readers of each edition see them."""

from __future__ import annotations

import subprocess

import pikepdf
import pytest
from lxml import html
from playwright.sync_api import Browser

from colophon.names.table import terms_of
from tests.conftest import ROOT, Editions

DRAWN = {"campaign": "map-campaign", "chronology": "timeline-1939", "occupation": "chart-estimates"}
"""The chapters and ids of the figures."""

BOXES = """
    figure => [...figure.querySelectorAll("svg text:not([transform])")].map(text => {
        const {x, y, width, height} = text.getBBox();
        return [text.textContent, x, y + 0.2 * height, x + width, y + 0.8 * height];
    })
"""
"""The words of a drawing, and the room that their small letters take (left, top, right, bottom)."""

Words = tuple[str, float, float, float, float]
Box = tuple[float, float, float, float]

PLACES = ("warsaw", "wilno", "grodno", "brzesc", "lwow", "szack", "wytyczno", "kock", "sarny")

GREYS = {"g", "G"}
COLOURS = {"rg", "RG", "k", "K", "sc", "SC", "scn", "SCN"}


@pytest.fixture
def drawings(
    editions: Editions, language: str, browser: Browser
) -> dict[str, tuple[list[Words], Box]]:
    """Of each chapter's drawing the words, each with its box, and the box of the whole."""
    page = browser.new_page(viewport={"width": 1200, "height": 1600})
    found = {}
    for chapter, name in DRAWN.items():
        page.goto((editions.html(language) / f"{chapter}.html").as_uri())
        page.evaluate("document.fonts.ready")
        figure = page.locator(f"#{name}")
        view = figure.locator("svg").get_attribute("viewBox") or ""
        left, top, width, height = map(float, view.split())
        found[chapter] = figure.evaluate(BOXES), (left, top, left + width, top + height)
    page.close()
    return found


def test_no_word_covers_another(drawings: dict[str, tuple[list[Words], Box]]) -> None:
    covered = []
    for boxes, _ in drawings.values():
        assert len(boxes) > 20
        for index, (one, *first) in enumerate(boxes):
            for other, *second in boxes[index + 1 :]:
                across = min(first[2], second[2]) - max(first[0], second[0])
                down = min(first[3], second[3]) - max(first[1], second[1])
                if across > 1 and down > 1:
                    covered.append((one, other))
    assert covered == []


def test_every_word_is_within_its_drawing(drawings: dict[str, tuple[list[Words], Box]]) -> None:
    outside = [
        word
        for boxes, (left, top, right, bottom) in drawings.values()
        for word, *box in boxes
        if not (left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom)
    ]
    assert outside == []


def test_a_phone_shows_words_of_a_legible_size(
    editions: Editions, language: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto((editions.html(language) / "campaign.html").as_uri())
    sizes = page.locator("#map-campaign svg text").evaluate_all(
        """texts => texts.map(text => {
            const {a, b} = text.getScreenCTM();
            return text.getAttribute("font-size") * Math.hypot(a, b);
        })"""
    )
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= 360  # the drawing scrolls, not the page
    assert min(sizes) >= 9


def test_the_map_is_printed_in_black_with_its_names_as_text(
    editions: Editions, language: str
) -> None:
    terms = terms_of([ROOT / "locales" / "terms.csv"])
    names = {terms[id].forms[language] for id in PLACES}
    listed = subprocess.run(
        ["pdftotext", str(editions.pdf(language)), "-"], capture_output=True, text=True, check=True
    )
    pages = listed.stdout.split("\f")
    [number] = [n for n, text in enumerate(pages) if names <= _lines(text)]
    with pikepdf.open(editions.pdf(language)) as document:
        used = {str(o.operator) for o in pikepdf.parse_content_stream(document.pages[number])}
        assert "/XObject" not in document.pages[number].get("/Resources", {})  # no picture
    assert used & GREYS
    assert not used & COLOURS


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines()}


def test_each_figure_is_described(editions: Editions, language: str) -> None:
    heard = []
    for chapter, name in DRAWN.items():
        page = html.parse(str(editions.html(language) / f"{chapter}.html")).getroot()
        figure = page.get_element_by_id(name)
        heard.append(figure.xpath("string(.//*[local-name()='title'])"))
        assert len(figure.xpath(".//details/p")) >= 3
        assert figure.xpath(".//figcaption//sup/a")  # the sources
    assert all(heard)
    assert len(set(heard)) == 3
