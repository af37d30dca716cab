"""The index and the glossary of a tiny book in the nine outputs."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import html

from colophon.print.typeset import typeset
from tests.collation import shown
from tests.conftest import LANGUAGES
from tests.sphinx_run import run
from tests.typography.built import build, copied

HEADS = {
    "en": ["Numbers", "A", "F", "L", "R", "S", "T", "V", "Z", "Э"],
    "pl": ["Cyfry", "A", "B", "L", "Ł", "M", "O", "S", "Ś", "W", "Z", "Ż", "Э"],
    "th": ["ตัวเลข", "ก", "จ", "ช", "ท", "น", "ม", "ร", "ล", "ว", "Э"],
}
ENTRIES = {
    "en": ["Leopolis", "Lubelski, Jan", "Łuck", "Lwów"],
    "pl": ["Leopolis", "Lubelski, Jan", "Lwów", "Łuck", "łuk frontu"],
    "th": ["ลวีฟ", "ลูเบลสกี, ยัน", "เลออปอลิส"],
}
UNDER = {
    "en": {
        "Lwów": ["citadel of", "fall of", "see also Łuck"],
        "Red Army": [
            "advance of", "and the note", "strength of", "see also Voroshilov, Kliment",
        ],
    },
    "pl": {
        "Lwów": ["cytadela", "upadek", "zob. też Łuck"],
        "Armia Czerwona": ["liczebność", "marsz", "a nota", "zob. też Woroszyłow Kliment"],
    },
    "th": {
        "ลวีฟ": ["การเสียเมือง", "ป้อม", "ดูเพิ่มเติมที่ วุตสก์"],
        "กองทัพแดง": [
            "กับบันทึก", "การรุก", "กำลังพล", "ดูเพิ่มเติมที่ โวโรชีลอฟ, คลีเมนต์",
        ],
    },
}  # fmt: skip
TERMS = {
    "en": ["army", "front", "town"],
    "pl": ["łuk frontu", "miasto", "wojsko"],
    "th": ["กองทัพ", "แนวรบ", "เมือง"],
}
TITLE = {"en": "Index", "pl": "Indeks", "th": "ดรรชนี"}
SUFFIX = {"html": "html", "epub": "xhtml"}
FORMATS = list(SUFFIX)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources; beside them stand the outputs."""
    source = copied("test-index", tmp_path_factory.mktemp("index"))
    for language in LANGUAGES:
        for builder in (*FORMATS, "latex"):
            build(source, language, builder)
    return source


def raw(book: Path, builder: str, language: str, name: str = "genindex") -> bytes:
    path = book.parent / f"{builder}-{language}" / f"{name}.{SUFFIX[builder]}"
    return path.read_bytes().replace("\u200b".encode(), b"")


def page(book: Path, builder: str, language: str, name: str = "genindex") -> html.HtmlElement:
    return html.fromstring(raw(book, builder, language, name))


def texts(elements: list[html.HtmlElement]) -> list[str]:
    return [" ".join(element.text_content().split()) for element in elements]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("builder", FORMATS)
def test_index(book: Path, language: str, builder: str) -> None:
    index = page(book, builder, language)
    assert texts(index.xpath("//section//h2")) == HEADS[language]
    names = texts(index.xpath("//section//h2/../ul/li"))
    first = next(i for i, name in enumerate(names) if name.startswith(ENTRIES[language][0]))
    for offset, expected in enumerate(ENTRIES[language]):
        assert names[first + offset].startswith(expected)
    for heading, below in UNDER[language].items():
        (under,) = index.xpath(
            "//section//li[starts-with(normalize-space(), $text)]/ul[1]/li[last()]/..",
            text=f"{heading} ",
        )
        assert texts(under.xpath("li")) == below
    terms = texts(page(book, builder, language, "glossary").xpath("//dl/dt"))
    assert [term.rstrip("¶") for term in terms] == TERMS[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_three_formats_agree(book: Path, language: str) -> None:
    pdf = typeset(book.parent / f"latex-{language}", f"ordered-{language}")
    web = shown.of_page(raw(book, "html", language))
    assert len(web) > 200
    assert shown.of_page(raw(book, "epub", language)) == web
    assert shown.of_pdf(pdf, TITLE[language]) == web


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("builder", FORMATS)
def test_every_link_leads_to_its_paragraph(book: Path, language: str, builder: str) -> None:
    index = page(book, builder, language)
    ids = set(index.xpath("//@id"))
    links = index.xpath("//section[@role='doc-index']//li//a/@href")
    assert len(links) > 20
    for link in links:
        name, _, target = link.partition("#")
        if not name:
            assert target in ids
            continue
        (place,) = page(book, builder, language, Path(name).stem).xpath("//*[@id=$id]", id=target)
        assert place.xpath("ancestor-or-self::p | ancestor-or-self::dt") or target == "index-10"


@pytest.mark.parametrize("builder", FORMATS)
def test_links_say_where_they_lead(book: Path, builder: str) -> None:
    index = page(book, builder, "en")
    (entry,) = index.xpath("//li[starts-with(normalize-space(), 'Voroshilov')]")
    first, second = entry.xpath("a")
    assert (first.text_content(), first.get("title")) == ("Voroshilov, Kliment", "Army")
    assert (second.text_content(), second.get("aria-label")) == ("2", "2: Army")
    assert [a.text_content() for a in index.xpath("//a[.//strong or @class='principal']")] == [
        "army", "front", "Red Army", "town",
    ]  # fmt: skip


def test_the_epub_says_what_is_what(book: Path) -> None:
    """The vocabulary of EPUB Indexes 1.0."""
    with ZipFile(book.parent / "epub-en" / "ordered-en.epub") as epub:
        index = html.fromstring(epub.read("EPUB/genindex.xhtml"))
    found = [name for element in index.iter() for name in element.get("epub:type", "").split()]
    assert found.count("index") == 1
    assert found.count("index-group") == len(HEADS["en"])
    assert {"index-entry-list", "index-entry", "index-term", "index-locator"} <= set(found)
    assert found.count("index-xref-preferred") == 1
    assert found.count("index-xref-related") == 2


def test_pages_in_print(book: Path) -> None:
    typeset(book.parent / "latex-en", "ordered-en")
    ind = (book.parent / "latex-en" / "ordered-en.ind").read_text()
    lines = re.sub(r"\\hyperpage\{(\d+)\}", r"\1", ind).splitlines()
    assert r"\subitem advance of,~1–5" in lines
    assert r"\item Red Army,~\textbf{5}\indexkeep" in lines
    assert r"\item Voroshilov, Kliment,~5" in lines
    tex = (book.parent / "latex-en" / "ordered-en.tex").read_text()
    # Within the paragraphs: between them TeX might end the page.
    assert re.search(r"\\sphinxAtStartPar\n(\\index\{\d+\}){7}Towns\.", tex)
    assert re.search(r"Its commissar\.\n\\indexend\{\d+\}", tex)


def test_see_is_said_in_the_language_of_the_edition(book: Path) -> None:
    text = page(book, "html", "pl").text_content()
    assert "zob.\u00a0Lwów" in text and "zob.\u00a0też\u00a0Łuck" in text
    assert "see" not in page(book, "html", "th").xpath("//section")[0].text_content()


def test_index_after_a_change(tmp_path: Path) -> None:
    source = copied("test-index", tmp_path)
    build(source, "pl", "html")

    def heads() -> list[str]:
        return texts(page(source, "html", "pl").xpath("//section//h2"))

    assert heads() == HEADS["pl"]
    people = source / "people.md"
    people.write_text(people.read_text() + "\n```{index} single: Ćmielów\n```\n\nMore.\n")
    for parallel in (0, 2):
        build(source, "pl", "html", parallel)
        assert heads() == ["Cyfry", "A", "B", "Ć", *HEADS["pl"][3:]]
    people.unlink()
    index = source / "index.md"
    index.write_text(index.read_text().replace("people\n", ""))
    build(source, "pl", "html")
    assert heads() == ["Cyfry", "A", "B", "L", "Ł", "M", "O", "W", "Ż", "Э"]


def test_parallel_reading_changes_nothing(book: Path, tmp_path: Path) -> None:
    source = copied("test-index", tmp_path)
    for number in range(8):  # Sphinx reads fewer documents than this in one process
        (source / f"more{number}.md").write_text("---\norphan: true\n---\n# More\n")
    build(source, "pl", "html", parallel=2)
    assert shown.of_page(raw(source, "html", "pl")) == shown.of_page(raw(book, "html", "pl"))


def warned(source: Path, language: str) -> str:
    out = source.parent / f"out-{language}"
    return run(source, out, out / "d", "html", language)[1]


def test_what_leads_nowhere_is_told_with_its_line(tmp_path: Path) -> None:
    source = copied("test-index", tmp_path)
    towns = source / "towns.md"
    towns.write_text(towns.read_text().replace("see: Leopolis; Lwów", "see: Leopolis; Lwow"))
    assert re.search(
        r"towns\.md:13: WARNING: the index entry “see: Leopolis; Lwow” leads nowhere: .* mend the",
        warned(source, "en"),
    )


def test_a_translation_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    source = copied("test-index", tmp_path)
    catalog = source / "locales" / "pl" / "LC_MESSAGES" / "towns.po"
    catalog.write_text(catalog.read_text().replace('msgstr "Łuck"', 'msgstr "Łucka; miasta"'))
    said = warned(source, "pl")
    assert re.search(
        r"towns\.md:3:<translated>: WARNING: the translation of .*number of parts", said
    )


def test_a_reference_whose_target_is_translated_otherwise_is_told(tmp_path: Path) -> None:
    source = copied("test-index", tmp_path)
    people = source / "people.md"
    people.write_text(
        people.read_text() + "\n```{index} see: Klim; Voroshilov, Kliment\n```\n\nX.\n"
    )
    assert re.search(
        r"people\.md:16:<translated>: WARNING: the index entry “see: Klim; Voroshilov, Kliment” "
        r"leads nowhere: .* translate “Voroshilov, Kliment” as the other chapters do",
        warned(source, "pl"),
    )
    assert warned(source, "en") == ""


def test_the_pdf_is_the_same_again(book: Path) -> None:
    """Order and numbers of the places come from the book alone."""
    for name in ("tex", "index.json"):
        file = book.parent / "latex-th" / f"ordered-th.{name}"
        before = file.read_bytes()
        file.unlink()
        build(book, "th", "latex")
        assert file.read_bytes() == before
    found = subprocess.run(
        ["grep", "-c", "indexentry{[^0-9]", book.parent / "latex-th" / "ordered-th.idx"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.stdout.strip() == "0"
