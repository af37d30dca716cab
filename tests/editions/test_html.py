"""The web editions of the real book, as they are published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from lxml.html import HtmlElement
from playwright.sync_api import Browser, expect

from tests.conftest import LANGUAGES, Editions

CHAPTER = "note.html"
ENGLISH = {
    "about", "back to text", "back to the text", "back to top", "close", "contents", "copyright",
    "dark", "home", "index", "language", "light", "light or dark", "link to this heading",
    "link to this term", "menu", "navigation", "next", "note", "notes", "on this page", "open",
    "previous", "search", "search results", "searching", "see", "see also", "skip to content",
    "symbols", "table of contents", "toggle",
}  # fmt: skip
"""Interface words of Sphinx, furo and ours."""


def pages(folder: Path) -> Iterator[tuple[Path, HtmlElement]]:
    found = sorted(folder.rglob("*.html"))
    assert len(found) > 5
    for path in found:
        yield path, html.fromstring(path.read_bytes())


def words(tree: HtmlElement) -> set[str]:
    """Every text and label of a page, each as a whole."""
    texts = tree.xpath(
        "//body//text()[not(ancestor::script or ancestor::nav[@class='editions'])]"
        " | //@title | //@aria-label | //@placeholder | //@alt | //link/@title"
    )
    return {" ".join(text.split()).strip(" :.").casefold() for text in texts}


@pytest.mark.parametrize("language", ["pl", "th"])
def test_no_english_word_in_the_frame(editions: Editions, language: str) -> None:
    found = {
        (path.name, word)
        for path, tree in pages(editions.html(language))
        for word in words(tree) & ENGLISH
    }
    assert found == set()


def test_the_english_words_are_those_that_stand_in_the_english_frame(editions: Editions) -> None:
    found = set.union(*(words(tree) for _, tree in pages(editions.html("en"))))
    assert {"search", "next", "on this page", "contents", "notes", "index"} <= found & ENGLISH


def test_every_page_has_its_title_and_language(editions: Editions, language: str) -> None:
    book, tags = editions.project.metadata_in(language), {"en": "en-GB"}
    titles = []
    for path, tree in pages(editions.html(language)):
        titles.append(tree.findtext(".//title"))
        if path.name == "index.html":
            assert titles[-1] == book.full_title
        else:
            assert titles[-1].endswith(f" · {book.title}"), path
        assert tree.get("lang") == tags.get(language, language)
    assert len(set(titles)) == len(titles)


def test_every_link_within_the_site_leads_somewhere(editions: Editions, language: str) -> None:
    folder = editions.html(language)
    trees = {path.resolve(): tree for path, tree in pages(folder)}
    ids = {path: set(tree.xpath("//@id")) for path, tree in trees.items()}
    dead = []
    for path, tree in trees.items():
        for link in {*tree.xpath("//a/@href"), *tree.xpath("//link[@rel='alternate']/@href")}:
            address = urlsplit(link)
            if address.scheme:
                continue
            target = (path.parent / unquote(address.path)).resolve() if address.path else path
            fragment = unquote(address.fragment)
            if not target.is_file() or (fragment and fragment not in ids.get(target, {fragment})):
                dead.append((path.name, link))
    assert dead == []


def test_no_id_stands_twice_on_a_page(editions: Editions, language: str) -> None:
    for path, tree in pages(editions.html(language)):
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_the_editions_have_the_same_pages_and_sections(editions: Editions) -> None:
    def sections(language: str) -> set[tuple[str, str]]:
        return {
            (path.name, name)
            for path, tree in pages(editions.html(language))
            for name in tree.xpath("//article//section/@id")
            if path.name != "genindex.html"
        }

    assert sections("en") == sections("pl") == sections("th")


def test_the_landing_page_leads_to_every_edition(editions: Editions) -> None:
    folder = editions.html("en").parent
    tree = html.parse(folder / "index.html")
    links = tree.xpath("//li/a/@href")
    assert [str(Path(link).parent) for link in links] == list(LANGUAGES)
    assert all((folder / link).is_file() for link in links)


def test_a_reader_goes_through_the_languages(browser: Browser, editions: Editions) -> None:
    """The switch clicked, a note opened in each language, nothing asked of another host."""
    asked: list[str] = []
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto((editions.html("en") / CHAPTER).as_uri())
    for name, language in (("Polski", "pl"), ("ไทย", "th"), ("English", "en")):
        page.locator(".editions:visible").get_by_role("link", name=name).click()
        assert page.url == (editions.html(language) / CHAPTER).as_uri()
        page.locator("[role=doc-noteref]").first.click()
        note = page.locator(".note-popover")
        expect(note).to_be_visible()
        listed = page.locator("section.notes li p").first.inner_text()
        assert listed and listed in note.inner_text()
        page.keyboard.press("Escape")
        expect(note).to_be_hidden()
    page.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
