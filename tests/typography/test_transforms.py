"""The marks where readers meet them: in the pages, the e-book and the TeX file of a tiny book."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import html

from colophon.characters import NO_BREAK_SPACE, ZERO_WIDTH_SPACE
from tests.typography.built import build, copied

Texts = dict[str, str]


def shown(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, "~").replace(ZERO_WIDTH_SPACE, "|")


def without_tags(page: str) -> str:
    """The text as it is read: in a heading each word is held by an element of its own."""
    return re.sub("<[^>]+>", "", page)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied("test-typography", tmp_path_factory.mktemp("typography"))


@pytest.fixture(scope="module")
def pages(book: Path) -> Texts:
    """The chapter by `<format>-<language>`, each edition built once."""
    names = {"html": "chapter.html", "epub": "chapter.xhtml", "latex": "typography-{}.tex"}
    editions = ["html-en", "html-pl", "latex-pl", "html-th", "epub-th", "latex-th"]
    pages = {}
    for edition in editions:
        builder, language = edition.split("-")
        path = build(book, language, builder) / names[builder].format(language)
        pages[edition] = path.read_text(encoding="utf-8")
    return pages


def plan(language: str, book: Path) -> str:
    """The printed index before its pages are known."""
    path = book.parent / f"latex-{language}" / f"typography-{language}.index.json"
    return shown(path.read_text(encoding="utf-8"))


def paragraphs(page: str) -> list[str]:
    """The text of a page's heading and paragraphs as a reader sees it."""
    found = html.fromstring(page.encode()).xpath("//h1 | //section//p[not(ancestor::header)]")
    texts = [shown(element.text_content()).removesuffix("¶") for element in found]
    return [text for text in texts if text.strip()]


POLISH = [
    "„Nota” z~17~września",
    "Odczytała „tę «notę» Mołotowa”~– i~wyszła…",
    "I~w~Wilnie, i~w~Grodnie, i~(w~Lwowie) w~domu.",
    'U~"quoted" -- w domu... zob.~https://example.org/w-domu--a....1',
    "Po polsku: w~domu i~w~polu.",
    "Armia Czerwona Mołotowa i~ten Front dotarły do Baranowicz 17~września 1939~r.",
]
THAI = [
    "“บันทึก” วันที่~17~กันยายน",
    "เธอ|อ่าน “‘บันทึก’ ของ|โมโลตอฟ”~– แล้ว|จากไป…",
    "ภาษา|โปแลนด์: w~domu i~w~polu",
    "กองทัพ|แดง|ของ|โมโลตอฟ|และ|แนวรบ|มา|ถึง|บารานอวิตแช|เมื่อ|วันที่~17~กันยายน ค.ศ.~1939",
]


def test_polish(pages: Texts) -> None:
    assert paragraphs(pages["html-pl"])[: len(POLISH)] == POLISH
    assert "Tak „mówi” R.~A.~Butler, s.~83." in shown(pages["html-pl"])


def test_polish_in_print(book: Path, pages: Texts) -> None:
    tex = shown(pages["latex-pl"])
    assert r"\chapter{„Nota” z~17~września}" in tex
    assert r"I~w~\sphinxstyleemphasis{Wilnie}, i~w~\sphinxhref" in tex
    assert "w domu...}}" in tex  # code is as the author wrote it
    assert "Tak „mówi” R.~A.~Butler, s.~83." in tex
    assert '"a~Front z~17~września"' in plan("pl", book)


def test_english(pages: Texts) -> None:
    texts = paragraphs(pages["html-en"])
    assert texts[0] == "“Note” of 17~September"
    assert texts[1] == "She read “the ‘note’ of Molotov”—and left…"
    assert "Polish: w~domu i~w~polu." in texts  # Polish rules for Polish words
    assert "So “says” R.~A.~Butler, p.~83." in shown(pages["html-en"])


def test_thai_breaks_in_epub(pages: Texts) -> None:
    texts = paragraphs(pages["epub-th"])
    # An emphasised part of a word does not part it.
    assert [text for text in texts if text in THAI] == THAI


def test_thai_breaks_in_print(book: Path, pages: Texts) -> None:
    tex = re.sub(r"\\sphinxstyle(strong|emphasis)|[{}]", "", shown(pages["latex-th"]))
    assert THAI[1] in tex and THAI[3] in tex
    assert '"กับ|แนวรบ|เมื่อ|วันที่~17~กันยายน"' in plan("th", book)


def test_thai_on_the_web_is_whole(book: Path, pages: Texts) -> None:
    # A browser finds the words itself, and its search finds no word with a mark inside.
    out = book.parent / "html-th"
    files = [*out.rglob("*.html"), out / "searchindex.js"]
    assert len(files) > 3
    assert not [path for path in files if ZERO_WIDTH_SPACE in path.read_text(encoding="utf-8")]
    assert [text for text in paragraphs(pages["html-th"]) if "|" in text] == []
    script = (out / "searchindex.js").read_text(encoding="utf-8")
    terms = json.loads(script.removeprefix("Search.setIndex(").removesuffix(")"))["terms"]
    # Though a name is held together in the page, the text around it is one entry.
    assert any("รบมาถึงบารานอวิตแชเมื่อวันที่" in term for term in terms)


@pytest.mark.parametrize("name", ["html-th", "epub-th"])
def test_names_are_held_together(pages: Texts, name: str) -> None:
    tree = html.fromstring(pages[name].encode())
    names = [element.text_content() for element in tree.xpath("//section//p//span[@class='nobr']")]
    # From the termbase and from the index.
    assert names == ["โมโลตอฟ", "โมโลตอฟ", "บารานอวิตแช"]


def test_navigation_has_no_breaks(book: Path, pages: Texts) -> None:
    with ZipFile(book.parent / "epub-th" / "typography-th.epub") as epub:
        for name in ("EPUB/nav.xhtml", "EPUB/toc.ncx"):
            text = without_tags(epub.read(name).decode())
            assert "“บันทึก” วันที่" in text
            assert ZERO_WIDTH_SPACE not in text


def test_index_has_its_marks(book: Path, pages: Texts) -> None:
    web = (book.parent / "html-pl" / "genindex.html").read_text(encoding="utf-8")
    assert "a~Front z~17~września" in shown(web)
    book_index = (book.parent / "epub-th" / "genindex.xhtml").read_text(encoding="utf-8")
    assert "กับ|แนวรบ|เมื่อ|วันที่~17~กันยายน" in shown(without_tags(book_index))


def test_titles_carry_visible_marks_everywhere(book: Path, pages: Texts) -> None:
    # Contents, browser title and links to the next page come from the title as it was read.
    front = (book.parent / "html-pl" / "index.html").read_text(encoding="utf-8")
    assert "„Nota” z" in front and "&quot;Nota&quot;" not in front
    assert re.search("<title>„Nota” z.17 września", pages["html-pl"])


def test_translators_get_the_text_as_it_was_written(book: Path) -> None:
    template = (build(book, "en", "gettext") / "chapter.pot").read_text(encoding="utf-8")
    assert r"\"the 'note' of *Molotov*\" -- and left..." in template
    assert NO_BREAK_SPACE not in template


def test_parallel(book: Path, pages: Texts, tmp_path: Path) -> None:
    source = copied("test-typography", tmp_path)
    for number in range(8):  # Sphinx reads fewer documents than this in one process
        (source / f"more{number}.md").write_text("---\norphan: true\n---\n# More\n\nIn 'it'.\n")
    page = build(source, "th", "html", parallel=2) / "chapter.html"
    assert paragraphs(page.read_text(encoding="utf-8")) == paragraphs(pages["html-th"])


def test_rules_are_loaded_for_their_language_alone(tmp_path: Path) -> None:
    """PyThaiNLP takes a second to load; a book in another language never asks for it."""
    script = (
        "import sys; from tests.typography.built import build, copied; from pathlib import Path;"
        f"build(copied('test-typography', Path({str(tmp_path)!r})), 'pl', 'html');"
        "print('pythainlp' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout.split()[-1] == "False"
