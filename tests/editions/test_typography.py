"""What typography and collation do for the readers of the real book."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from zipfile import ZipFile

import pytest
from lxml import etree, html

from colophon.characters import NO_BREAK_SPACE, ZERO_WIDTH_SPACE
from colophon.names.table import terms_of
from colophon.names.term import NAMES
from colophon.typography.thai_words import listed
from tests.collation import shown
from tests.conftest import ROOT, Editions

LONE = re.compile(r"[^\s:] [aiouwzAIOUWZ]$", re.MULTILINE)
"""A line that ends in a one-letter word; after a colon it is the article of an English title."""
BLOCKS = "self::p or self::dt or self::h1 or self::h2 or self::h3 or self::td or self::th"
XHTML = "{http://www.w3.org/1999/xhtml}"


def epub_pages(editions: Editions, language: str) -> Iterator[tuple[str, etree._Element]]:
    with ZipFile(editions.epub(language)) as epub:
        for name in epub.namelist():
            if name.endswith((".xhtml", ".ncx")):
                yield name.rpartition("/")[2], etree.fromstring(epub.read(name))


def pdf_text(editions: Editions, language: str) -> str:
    command = ["pdftotext", str(editions.pdf(language)), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def own_text(element: etree._Element) -> str:
    """The text of a block without the parts in another language, which stand as a dash."""
    parts = [element.text or ""]
    for child in element:
        parts += ["–" if child.get("lang") else own_text(child), child.tail or ""]
    return "".join(parts)


def test_no_polish_line_of_the_web_can_end_in_a_lone_letter(editions: Editions) -> None:
    pages = [path for path in editions.html("pl").rglob("*.html") if path.name != "search.html"]
    assert len(pages) > 5
    seen = 0
    for path in pages:
        for block in html.parse(path).xpath(f"//article//*[{BLOCKS}]"):
            text = own_text(block)
            assert not re.search(r"(?<![\w.’])[aiouwzAIOUWZ] \S", text), f"{path.name}: {text}"
            seen += len(re.findall(rf"\b[aiouwz]{NO_BREAK_SPACE}", text))
    assert seen > 200


def test_no_polish_line_in_print_ends_in_a_lone_letter(editions: Editions) -> None:
    text = pdf_text(editions, "pl")
    assert len(re.findall(r"\b[iowz] ", text.replace(NO_BREAK_SPACE, " "))) > 200
    assert [match[0] for match in LONE.finditer(text.replace(NO_BREAK_SPACE, " "))] == []


def test_thai_breaks_are_in_the_book_and_not_in_its_navigation(editions: Editions) -> None:
    counts = {
        name: "".join(page.itertext()).count(ZERO_WIDTH_SPACE)
        for name, page in epub_pages(editions, "th")
    }
    assert counts["nav.xhtml"] == counts["toc.ncx"] == 0
    assert counts["note.xhtml"] > 500 and counts["campaign.xhtml"] > 500
    for path in editions.html("th").rglob("*"):
        if path.suffix in {".html", ".js"}:
            assert ZERO_WIDTH_SPACE not in path.read_text(encoding="utf-8"), path


def test_no_thai_name_is_divided(editions: Editions) -> None:
    table = terms_of([ROOT / "locales" / "terms.csv"]).values()
    forms = [term.forms["th"] for term in table if term.kind in NAMES]
    names = listed(forms)
    assert len(names) > 50
    marked = "".join(text for _, page in epub_pages(editions, "th") for text in page.itertext())
    assert sum(marked.count(name) for name in names) > 200
    divisible = f"{ZERO_WIDTH_SPACE}?"
    for name in names:
        for match in re.finditer(divisible.join(name), marked):
            assert match[0] == name


@pytest.mark.parametrize("language", ["en", "pl", "th"])
def test_index_has_one_order_in_all_formats(editions: Editions, language: str) -> None:
    """Heads, entries, subheadings and references are the same, letter for letter."""
    web = shown.of_page((editions.html(language) / "genindex.html").read_bytes())
    assert len(web) > 1000
    with ZipFile(editions.epub(language)) as epub:
        page = epub.read("EPUB/genindex.xhtml").replace(ZERO_WIDTH_SPACE.encode(), b"")
    assert shown.of_page(page) == web
    title = {"en": "Index", "pl": "Indeks", "th": "ดรรชนี"}[language]
    assert shown.of_pdf(editions.pdf(language), title).startswith(web)
