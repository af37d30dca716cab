"""Visible punctuation in a tiny book: wherever readers meet it, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import html

from colophon.characters import NO_BREAK_SPACE
from tests.typography.built import build, copied


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = copied("test-marks", tmp_path_factory.mktemp("marks"))
    for builder, language in (("html", "en"), ("html", "pl"), ("latex", "pl"), ("epub", "pl")):
        build(source, language, builder)
    return source.parent


def texts(path: Path, xpath: str) -> list[str]:
    found = html.parse(path).xpath(xpath)
    plain = [(e if isinstance(e, str) else e.text_content()).strip() for e in found]
    return [text.removesuffix("¶").replace(NO_BREAK_SPACE, " ") for text in plain]


def test_english(book: Path) -> None:
    page = book / "html-en" / "chapter.html"
    assert texts(page, "//h1 | //h2[not(.='Notes')]")[:2] == [
        "The “Note” of 1939–1941",
        "A “second” head—and more",
    ]
    paragraphs = texts(page, "//article//p")
    # Through emphasis, links and strong words, and into what follows them.
    assert "“He said ‘no’ and left”—“so”—and went…" in paragraphs
    assert paragraphs[1:4] == ["“A first paragraph.", "A ‘second’ one.", "A third ends here.”"]
    assert texts(page, "//td") == ["“cell”", "450000—"]


def test_polish(book: Path) -> None:
    page = book / "html-pl" / "chapter.html"
    paragraphs = texts(page, "//article//p")
    assert "„Rzekł «nie» i wyszedł” – „tak” – i odszedł…" in paragraphs
    assert paragraphs[1:4] == [
        "„Pierwszy akapit.",
        "Ten «drugi» ma 450 000 słów.",
        "Trzeci tu się kończy”.",
    ]


@pytest.mark.parametrize("language", ["en", "pl"])
def test_untouched(book: Path, language: str) -> None:
    page = book / f"html-{language}" / "chapter.html"
    assert texts(page, "//article//p/code") == ['"a" -- b... 1939-1941 450000']
    assert texts(page, "//article//pre") == ["x = \"a\" -- 'b'...  # 1939-1941"]
    assert texts(page, "//span[contains(@class, 'math')] | //div[contains(@class, 'math')]")[
        :2
    ] == [
        r"\(a--b'' \ldots 10000-20000\)",
        r"\[f'' = a -- b ... 10000\]",
    ]
    addresses = texts(page, "//article//p//a[starts-with(@href, 'http')]/@href")
    assert addresses == [
        "https://example.org/a--b...c'd'-1939-1941",
        "https://example.org/x--y...1939-1941",
    ]
    assert "https://example.org/x--y...1939-1941" in texts(page, "//article//p//a")
    # A key with two hyphens and a digit is found in the bibliography.
    assert "The War’s" in " ".join(texts(page, "//article"))


def test_words_in_another_language_follow_its_rules(book: Path) -> None:
    paragraphs = texts(book / "html-en" / "chapter.html", "//article//p")
    assert "w „domu” – 450 000" in " ".join(paragraphs)


def test_contents_and_menus(book: Path) -> None:
    front = book / "html-pl" / "index.html"
    contents = texts(front, "//article//li/a | //article//p[contains(@class, 'caption')]")
    assert contents == [
        "„Wojna” z lat 1939–1941",
        "„Nota” z 1939–1941",
        "Drugi „nagłówek” – i 450 000",
        "Więcej – „później”",
    ]
    chapter = book / "html-pl" / "chapter.html"
    menu = texts(chapter, "//aside//a")
    assert {contents[1], contents[3]} <= set(menu)
    assert "„Nota” z 1939–1941" in texts(front, "//a[contains(@class, 'next-page')]//div")
    assert texts(chapter, "//title") == ["„Nota” z 1939–1941 · 1939"]


def test_navigation_of_the_epub(book: Path) -> None:
    with ZipFile(book / "epub-pl" / "marks-pl.epub") as epub:
        for name in ("nav.xhtml", "toc.ncx"):
            text = epub.read(f"EPUB/{name}").decode().replace(NO_BREAK_SPACE, " ")
            assert "„Nota” z 1939–1941<" in text
            assert "Drugi „nagłówek” – i 450 000<" in text


def test_heads_in_print(book: Path) -> None:
    tex = (book / "latex-pl" / "marks-pl.tex").read_text(encoding="utf-8")
    tex = tex.replace(NO_BREAK_SPACE, " ")
    # LaTeX makes contents, bookmarks and running heads of these.
    assert r"\chapter{„Nota” z 1939–1941}" in tex
    assert r"\section{Drugi „nagłówek” – i 450 000}" in tex


def test_index(book: Path) -> None:
    entries = " ".join(texts(book / "html-pl" / "genindex.html", "//article"))
    assert "„Nota”" in entries
    assert "z lat 1939–1941" in entries


def test_what_a_picture_shows(book: Path) -> None:
    assert texts(book / "html-en" / "chapter.html", "//article//img/@alt") == [
        "A “picture”—of 1939–1941"
    ]


def test_cells_that_read_the_same(tmp_path: Path) -> None:
    """Sphinx asks for the translation of each; no text may stand in both."""
    source = copied("test-marks", tmp_path)
    (source / "more.md").write_text('# More\n\n| "x" | "x" |\n|---|---|\n| "x" | y |\n')
    catalog = source / "locales" / "pl" / "LC_MESSAGES" / "more.po"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    catalog.write_text(f'{head}msgid "\\"x\\""\nmsgstr "\\"iks\\" czy \\"iks\\""\n')
    page = build(source, "pl", "html") / "more.html"
    assert texts(page, "//th | //td") == ["„iks” czy „iks”"] * 3 + ["y"]
