"""What a page says of itself: titles, languages, the other editions."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from lxml import html
from lxml.html import HtmlElement

from colophon.book import Book, Person
from colophon.html.editions import alternates
from colophon.html.pages import page_title, summary
from colophon.html.settings import edition_url
from colophon.html.titlepage import front
from tests.conftest import LANGUAGES
from tests.html.conftest import build

PAGES = ("index.html", "bug.html", "part/san.html", "genindex.html", "search.html")


def page(site: Path, language: str, name: str) -> HtmlElement:
    return html.fromstring((site / language / name).read_bytes())


def plain(text: str) -> str:
    """What a reader sees: no-break spaces are spaces."""
    return text.replace("\u00a0", " ")


def document(*texts: nodes.Node) -> nodes.document:
    paragraph = nodes.paragraph("", "", *texts)
    tree = nodes.document(None, None)  # type: ignore[arg-type]
    tree += nodes.section("", nodes.title("", "Title"), paragraph)
    return tree


def test_the_description_is_the_first_paragraph_without_its_notes() -> None:
    note = nodes.footnote_reference("", "", nodes.Text("1"))
    assert summary(document(nodes.Text("One\ntwo,"), note, nodes.Text(" three."))) == (
        "One two, three."
    )


def test_a_long_description_ends_between_words() -> None:
    text = "A word, " * 40
    short = summary(document(nodes.Text(text)), limit=30)
    assert short == "A word, A word, A word, A …"


@pytest.mark.parametrize(
    ("title", "root", "expected"),
    [
        ("Ch. &amp; <em>verse</em>", False, "Ch. & verse · Book"),
        ("Book", True, "Book: A story"),
        ("", False, "Book: A story"),
    ],
)
def test_the_title_names_chapter_and_book(title: str, root: bool, expected: str) -> None:
    assert page_title(title, Book("book", "Book", "A story"), root) == expected


def test_editions_lie_side_by_side() -> None:
    there = alternates(["en", "pl"], "pl", "part/a.html", "../")
    assert [entry.href for entry in there] == ["../../en/part/a.html", "../../pl/part/a.html"]
    assert [entry.current for entry in there] == [False, True]
    here = alternates(["th"], "th", "a.html", "./", "https://x.example/b/th/")
    assert (here[0].href, here[0].address) == ("../th/a.html", "https://x.example/b/th/a.html")


def test_an_edition_has_an_address_of_its_own_only_if_the_site_has_one() -> None:
    assert edition_url("https://x.example/b", "th") == "https://x.example/b/th/"
    assert edition_url("", "th") == ""


def test_people_stand_together_by_their_part() -> None:
    people = (Person("A", "Text"), Person("B", "Text"), Person("C", "Translation", "trl"))
    book = Book("book", "Book", description="Of it.", people=people)
    assert [node.astext() for node in front(book, described=True)] == [
        "Text A, B",
        "Translation C",
    ]
    assert [node.astext() for node in front(book, described=False)][-1] == "Of it."


@pytest.mark.parametrize(
    ("language", "tag", "chapter", "book"),
    [
        ("en", "en-GB", "The Bug · Three Rivers", "Three Rivers: A sample & test"),
        ("pl", "pl", "Bug · Trzy rzeki", "Trzy rzeki: Próba i test"),
        ("th", "th", "แม่น้ำบูก · แม่น้ำสามสาย", "แม่น้ำสามสาย: ตัวอย่างและการทดสอบ"),
    ],
)
def test_titles_and_language(site: Path, language: str, tag: str, chapter: str, book: str) -> None:
    assert page(site, language, "bug.html").findtext(".//title") == chapter
    assert page(site, language, "index.html").findtext(".//title") == book
    assert page(site, language, "part/san.html").get("lang") == tag


@pytest.mark.parametrize("name", PAGES)
def test_every_page_leads_to_itself_in_every_language(site: Path, language: str, name: str) -> None:
    tree = page(site, language, name)
    folder = (site / language / name).parent
    here = (site / language / name).resolve()
    links = tree.xpath("//link[@rel='alternate']")
    assert [(folder / link.get("href")).resolve() for link in links] == [
        site / code / name for code in LANGUAGES
    ]
    switch = tree.xpath("//nav[@class='editions']")[0]
    assert switch.xpath(".//a/text()") == ["English", "Polski", "ไทย"]
    assert switch.xpath(".//a/@lang") == switch.xpath(".//a/@hreflang") == ["en-GB", "pl", "th"]
    assert [(folder / href).resolve() for href in switch.xpath(".//a[@aria-current]/@href")] == [
        here
    ]
    assert all((folder / href).is_file() for href in switch.xpath(".//a/@href"))


def test_title_page(site: Path) -> None:
    tree = page(site, "pl", "index.html")
    text = plain(tree.xpath("string(//article)"))
    for expected in ("Próba i test", "A. Author, B. Author", "O Bugu, Sanie i Narwi.", "2026"):
        assert expected in text
    assert tree.xpath("//a[@rel='license']/text()") == ["Wszelkie prawa zastrzeżone."]


def test_the_title_is_text(tmp_path: Path) -> None:
    title = "<script>alert(1)</script> & Co"
    assert build(tmp_path, "en", colophon_book={"slug": "x", "title": title}) == ""
    for name in PAGES:
        tree = page(tmp_path, "en", name)
        assert tree.xpath("//script[contains(., 'alert')]") == []
        assert tree.xpath("string(//a[@class='sidebar-brand'])").strip() == title


def test_foreign_words_carry_their_language(site: Path, language: str) -> None:
    words = page(site, language, "bug.html").xpath("//span[@class='nobr'][@lang]")
    assert [(word.text, word.get("lang")) for word in words] == [("Wieprz", "pl")]


def test_notes_are_numbers_with_a_way_back(site: Path, language: str) -> None:
    tree = page(site, language, "bug.html")
    marks = tree.xpath("//a[@role='doc-noteref']")
    notes = tree.xpath("//section[@role='doc-endnotes']//li")
    assert [mark.text for mark in marks] == ["1", "2", "3", "4"]
    assert [mark.get("href") for mark in marks] == [f"#{note.get('id')}" for note in notes]
    back = [note.xpath(".//a[@role='doc-backlink']/@href")[0] for note in notes]
    assert back == [f"#{mark.get('id')}" for mark in marks]
    # Two marks side by side would read as twenty-three.
    assert "2,3" in tree.xpath("string(//article)")
    assert "[" not in tree.xpath("string(//article)")


def test_ids_stand_once(site: Path, language: str) -> None:
    ids = page(site, language, "bug.html").xpath("//@id")
    assert "bug-places" in ids
    assert len(ids) == len(set(ids))


def test_addresses_are_absolute_if_the_site_has_one(tmp_path: Path) -> None:
    build(tmp_path, "pl", html_baseurl="https://rivers.example/")
    tree = page(tmp_path, "pl", "part/san.html")
    assert tree.xpath("//link[@rel='canonical']/@href") == [
        "https://rivers.example/pl/part/san.html"
    ]
    assert tree.xpath("//link[@rel='alternate']/@href") == [
        f"https://rivers.example/{code}/part/san.html" for code in LANGUAGES
    ]


def test_the_same_pages_from_several_processes(site: Path, tmp_path: Path) -> None:
    assert build(tmp_path, "th", parallel=2) == ""
    one, other = (
        {
            file.relative_to(folder / "th"): file.read_bytes()
            for file in (folder / "th").rglob("*")
            if file.is_file()
        }
        for folder in (site, tmp_path)
    )
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
