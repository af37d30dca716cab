"""The tiny book as a reader gets it, in three languages."""

from __future__ import annotations

import io
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from colophon.characters import ZERO_WIDTH_SPACE
from colophon.validate import ace, epubcheck
from colophon.validate.findings import Finding
from tests.epub.conftest import EPUB_TYPE, LANG, Epub, build

TITLES = {"en": "A Tiny Book", "pl": "Maleńka książka", "th": "หนังสือเล่มเล็ก"}
OPF = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def package(book: Epub) -> ET.Element:
    return ET.fromstring(book.bytes("content.opf"))


def prop(book: Epub, name: str) -> list[str]:
    found = package(book).findall(f".//opf:meta[@property='{name}']", OPF)
    return [meta.text or "" for meta in found]


def typed(page: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in page.iter() if element.get(EPUB_TYPE) == name]


def said(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


Verdicts = Mapping[tuple[str, str], Future[list[Finding]]]


@pytest.fixture(scope="module")
def verdicts(books: dict[str, Epub]) -> Iterator[Verdicts]:
    """What both judges say of each book; they spend their time waiting, so side by side."""
    with ThreadPoolExecutor(3) as pool:
        yield {
            (judge.__name__.rpartition(".")[2], language): pool.submit(judge.check, book.path)
            for judge in (ace, epubcheck)
            for language, book in books.items()
        }


@pytest.mark.parametrize("judge", ["epubcheck", "ace"])
def test_judges_find_nothing(verdicts: Verdicts, judge: str, language: str) -> None:
    assert verdicts[judge, language].result() == []


def test_the_metadata_are_those_of_the_edition(book: Epub, language: str) -> None:
    opf = package(book)
    assert opf.findtext(".//dc:title", namespaces=OPF) == TITLES[language]
    assert opf.findtext(".//dc:language", namespaces=OPF) == {"en": "en-GB"}.get(language, language)
    assert opf.findtext(".//dc:creator", namespaces=OPF) == "Anna Łoś"
    assert opf.findtext(".//dc:contributor", namespaces=OPF) == "สมชาย ใจดี"
    assert opf.findtext(".//dc:publisher", namespaces=OPF) == "Test & Sons"
    assert opf.findtext(".//dc:date", namespaces=OPF) == "2026-01-31"
    assert prop(book, "role") == ["aut", "trl"]
    assert prop(book, "dcterms:modified") == ["2026-09-21T14:13:20Z"]


def test_the_isbn_is_the_editions_own(books: dict[str, Epub]) -> None:
    found = {
        language: package(book).findtext(".//dc:identifier", namespaces=OPF)
        for language, book in books.items()
    }
    assert found["pl"] == "urn:isbn:9788301000004"
    assert len(set(found.values())) == 3


def test_what_helps_people_who_cannot_see_is_told_in_their_language(
    books: dict[str, Epub],
) -> None:
    summaries = {prop(book, "schema:accessibilitySummary")[0] for book in books.values()}
    assert len(summaries) == 3
    for book in books.values():
        assert prop(book, "schema:accessibilityHazard") == ["none"]
        assert prop(book, "schema:accessModeSufficient") == ["textual"]
        assert {"tableOfContents", "readingOrder", "alternativeText", "index"} <= set(
            prop(book, "schema:accessibilityFeature")
        )


def test_old_readers_find_the_same_book(book: Epub, language: str) -> None:
    ncx = book.text("toc.ncx")
    identifier = package(book).findtext(".//dc:identifier", namespaces=OPF)
    assert f'name="dtb:uid" content="{identifier}"' in ncx
    assert TITLES[language] in ncx


def test_every_page_says_its_language(book: Epub, language: str) -> None:
    for name in book.pages:
        page = book.page(name)
        assert page.get("lang") == page.get(LANG) == {"en": "en-GB"}.get(language, language)


def test_words_in_another_language_say_so(books: dict[str, Epub]) -> None:
    page = books["en"].page("chapter.xhtml")
    polish = next(span for span in page.iter("span") if span.get("lang") == "pl")
    assert polish.get(LANG) == "pl"
    assert polish.text == "wojna obronna"
    glossary = books["pl"].page("glossary.xhtml")
    thai = next(span for span in glossary.iter("span") if span.get("lang") == "th")
    assert thai.text == "เซย์ม"


def test_a_note_opens_where_it_is_called_and_leads_back(book: Epub) -> None:
    page = book.page("chapter.xhtml")
    by_id = {element.get("id"): element for element in page.iter() if element.get("id")}
    calls = typed(page, "noteref")
    assert [call.text for call in calls][:2] == ["1", "2"]
    for call in calls:
        assert call.tag == "a"
        assert call.get("role") == "doc-noteref"
        assert len(call) == 0, "a reader opens no pop-up for a link with markup"
        note = by_id[str(call.get("href"))[1:]]
        assert (note.tag, note.get(EPUB_TYPE), note.get("role")) == (
            "aside",
            "footnote",
            "doc-footnote",
        )
        back = next(link for link in note.iter("a") if link.get("role") == "doc-backlink")
        assert back.text == call.text
        assert by_id[str(back.get("href"))[1:]] in calls


def test_notes_stand_at_the_end_in_the_order_of_the_text(book: Epub) -> None:
    page = book.page("chapter.xhtml")
    elements = list(page.iter())
    notes = typed(page, "footnote")
    assert [next(note.iter("a")).text for note in notes] == ["1", "2"]
    last_call = max(elements.index(call) for call in typed(page, "noteref"))
    assert elements.index(notes[0]) > last_call
    assert elements.index(typed(page, "chapter")[0]) < elements.index(notes[0])


def test_the_way_back_is_named_in_the_readers_language(books: dict[str, Epub]) -> None:
    labels = {
        typed(book.page("chapter.xhtml"), "backlink")[0].get("aria-label")
        for book in books.values()
    }
    assert "1: Powrót do tekstu" in labels
    assert len(labels) == 3


def test_two_notes_in_one_place_are_not_read_as_one_number(book: Epub) -> None:
    paragraph = next(p for p in book.page("chapter.xhtml").iter("p") if p.find("a") is not None)
    assert "1,2" in said(paragraph)


def test_landmarks_lead_to_what_readers_look_for(book: Epub) -> None:
    nav = book.page("nav.xhtml")
    (landmarks,) = typed(nav, "landmarks")
    found = {link.get(EPUB_TYPE): link.get("href") for link in landmarks.iter("a")}
    assert found == {
        "cover": "cover.xhtml",
        "titlepage": "index.xhtml",
        "toc": "nav.xhtml#toc",
        "bodymatter": "chapter.xhtml",
        "glossary": "glossary.xhtml",
        "bibliography": "sources.xhtml",
        "index": "genindex.xhtml",
    }


def test_the_contents_list_hidden_chapters_and_the_index(book: Epub) -> None:
    toc = next(book.page("nav.xhtml").iter("nav"))
    assert toc.get(EPUB_TYPE) == "toc"
    assert [link.get("href") for link in toc.iter("a")] == [
        "preface.xhtml",
        "chapter.xhtml",
        "chapter.xhtml#chapter-second",
        "parts/war.xhtml",
        "glossary.xhtml",
        "sources.xhtml",
        "genindex.xhtml",
    ]


def test_headings_of_the_contents_are_in_the_readers_language(books: dict[str, Epub]) -> None:
    for part in ("h1", "h2"):
        found = {said(next(book.page("nav.xhtml").iter(part))) for book in books.values()}
        assert len(found) == 3


def test_menus_show_no_zero_width_space(books: dict[str, Epub]) -> None:
    book = books["th"]
    assert ZERO_WIDTH_SPACE in book.text("chapter.xhtml"), "else this test proves nothing"
    for name in ("nav.xhtml", "toc.ncx", "content.opf"):
        assert ZERO_WIDTH_SPACE not in book.text(name)
    for name in book.pages:
        page = book.page(name)
        assert ZERO_WIDTH_SPACE not in str(page.findtext("head/title"))
        assert not any(ZERO_WIDTH_SPACE in element.get("id", "") for element in page.iter())


def test_each_page_says_what_it_is(book: Epub) -> None:
    expected = {
        "preface.xhtml": ("preface", "doc-preface", "frontmatter"),
        "chapter.xhtml": ("chapter", "doc-chapter", "bodymatter"),
        "parts/war.xhtml": ("chapter", "doc-chapter", "bodymatter"),
        "glossary.xhtml": ("glossary", "doc-glossary", "backmatter"),
        "sources.xhtml": ("bibliography", "doc-bibliography", "backmatter"),
        "genindex.xhtml": ("index", "doc-index", "backmatter"),
    }
    for name, (kind, role, division) in expected.items():
        page = book.page(name)
        (section,) = typed(page, kind)
        assert section.get("role") == role
        body = page.find("body")
        assert body is not None
        assert body.get(EPUB_TYPE) == division


def test_the_title_page_bears_the_book_and_its_people(book: Epub, language: str) -> None:
    (title,) = typed(book.page("index.xhtml"), "titlepage")
    text = said(title).replace(ZERO_WIDTH_SPACE, "")
    for part in (TITLES[language], "Anna Łoś", "สมชาย ใจดี", "Test & Sons"):
        assert part in text


def test_the_index_is_in_the_order_of_its_language(books: dict[str, Epub]) -> None:
    for language, heads in {"pl": ["M", "S", "W"], "th": ["ซ", "ม", "ว"]}.items():
        page = books[language].page("genindex.xhtml")
        assert [said(head) for head in page.iter("h2")] == heads


def test_links_of_the_index_arrive(book: Epub) -> None:
    page = book.page("genindex.xhtml")
    links = [str(link.get("href")) for link in page.iter("a")]
    assert links
    for link in links:
        name, _, anchor = link.partition("#")
        page = book.page(name or "genindex.xhtml")
        assert anchor in {element.get("id") for element in page.iter()}


def test_the_thai_book_carries_its_letters(books: dict[str, Epub]) -> None:
    book = books["th"]
    text = "".join(said(book.page(name)) for name in book.pages)
    thai = set(re.findall(r"[\u0e01-\u0e5b]", text))
    assert len(thai) > 40
    for weight in (400, 600):
        font = TTFont(io.BytesIO(book.bytes(f"fonts/thai-serif-{weight}.ttf")))
        assert thai <= {chr(code) for code in font.getBestCmap()}
    assert prop(book, "ibooks:specified-fonts") == ["true"]
    assert re.search(r'body \{[^}]*font-family: "Noto Serif Thai"', book.text("book.css"))


def test_thai_in_a_polish_book_has_a_face_and_the_polish_is_left_to_the_reader(
    books: dict[str, Epub],
) -> None:
    css = books["pl"].text("book.css")
    assert re.search(r'\[lang="th"\] \{[^}]*"Noto Serif Thai"', css)
    assert not re.search(r"(?m)^body \{[^}]*font-family", css)
    font = TTFont(io.BytesIO(books["pl"].bytes("fonts/thai-serif-400.ttf")))
    assert ord("ซ") in font.getBestCmap()
    assert ord("Ł") not in font.getBestCmap()


def test_nothing_comes_from_elsewhere_and_nothing_runs(book: Epub) -> None:
    assert not [name for name in book.names if name.endswith((".js", ".html", ".map"))]
    for name in book.pages:
        page = book.page(name)
        assert not list(page.iter("script"))
        sources = [element.get("src") for element in page.iter() if element.get("src")]
        sources += [link.get("href") for link in page.iter("link")]
        assert not [source for source in sources if "://" in str(source)]


def test_file_names_are_ascii_and_pictures_are_there(book: Epub) -> None:
    assert "".join(book.names).isascii()
    (picture,) = book.page("chapter.xhtml").iter("img")
    assert f"EPUB/{picture.get('src')}" in book.names
    assert picture.get("alt")


@pytest.mark.parametrize("parallel", [1, 2])
def test_two_builds_give_the_same_bytes(
    books: dict[str, Epub], tmp_path: Path, parallel: int
) -> None:
    again, warnings = build(tmp_path, "th", parallel=parallel)
    assert warnings == ""
    assert again.path.read_bytes() == books["th"].path.read_bytes()


def test_a_picture_from_before_1980_is_no_trouble(source: Path, tmp_path: Path) -> None:
    os.utime(source / "zażółć.png", (0, 0))
    book, warnings = build(tmp_path, "en", source)
    assert warnings == ""
    assert [name for name in book.names if "_images" in name]


def test_nothing_of_an_earlier_build_gets_into_the_book(source: Path, tmp_path: Path) -> None:
    before, _ = build(tmp_path, "en", source)
    assert "EPUB/parts/war.xhtml" in before.names
    (tmp_path / "en" / "stale.xhtml").write_text("<p>stale</p>")
    (source / "parts" / "war.md").unlink()
    index = source / "index.md"
    index.write_text(index.read_text().replace("parts/war\n", ""))
    after, warnings = build(tmp_path, "en", source)
    assert warnings == ""
    assert not [name for name in Epub(after.path).names if "war" in name or "stale" in name]


def test_a_failing_build_leaves_the_last_good_book(source: Path, tmp_path: Path) -> None:
    before, _ = build(tmp_path, "en", source)
    good = before.path.read_bytes()
    conf = source / "conf.py"
    # No number: the build fails when it makes the contents, after all pages are written.
    conf.write_text(conf.read_text() + "\nepub_tocdepth = 'deep'\n")
    with pytest.raises(ValueError, match="deep"):
        build(tmp_path, "en", source)
    assert before.path.read_bytes() == good
    assert [path.name for path in before.path.parent.iterdir() if path.name.startswith(".")] == []
