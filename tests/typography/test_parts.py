"""Words and blocks in another language: what readers of each format get, and what is refused."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html

from colophon.catalogs.check import check_catalog
from colophon.characters import NO_BREAK_SPACE, ZERO_WIDTH_SPACE
from colophon.parts import faults
from colophon.print.typeset import typeset
from colophon.validate import epubcheck
from tests.typography.built import build, copied

XML = "{http://www.w3.org/XML/1998/namespace}lang"
EDITIONS = (
    "html-en",
    "html-pl",
    "html-th",
    "epub-pl",
    "epub-th",
    "latex-en",
    "latex-pl",
    "latex-th",
)
NAMES = {"html": "chapter.html", "epub": "chapter.xhtml", "latex": "parts-{}.tex"}


def shown(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, "~").replace(ZERO_WIDTH_SPACE, "|")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The file of the chapter in each edition."""
    source = copied("test-parts", tmp_path_factory.mktemp("parts"))
    found = {}
    for edition in EDITIONS:
        builder, language = edition.split("-")
        found[edition] = build(source, language, builder) / NAMES[builder].format(language)
    return found


@pytest.fixture(scope="module")
def texts(outputs: dict[str, Path]) -> dict[str, str]:
    return {name: shown(path.read_text(encoding="utf-8")) for name, path in outputs.items()}


def parts(page: str) -> list[tuple[str, str, str]]:
    """Element, language and text of each part of a page's article."""
    article = html.fromstring(page.encode()).xpath("//section[@id='chapter']")[0]
    return [
        (element.tag, element.get("lang"), " ".join(element.text_content().split()))
        for element in article.xpath(".//*[@lang]")
    ]


ENGLISH = [
    ("span", "pl", "Korpus w~polu"),
    ("span", "pl", "w~domu i~w~polu"),
    ("span", "de", "Er sagte ‚ja‘, also „Feuer frei“"),
    ("span", "de", "Reichsverteidigungsrat"),
    ("span", "ru", "освободительный поход"),
    ("span", "pl", "Wojsko i~polityka"),
    ("span", "th", "เรื่องของโมโลตอฟ"),
    ("span", "th-TH", "กองทัพแดง"),
    ("span", "de", "ein Wort, po polsku w~domu, wieder deutsch"),
    ("span", "pl", "po polsku w~domu"),
    ("p", "de", "Ein ganzer „Absatz“ auf Deutsch."),
    ("blockquote", "ru", "Цитата «в кавычках» и ещё. пункт"),
    ("ul", "pl", "i~w~domu i~w~polu"),
    ("p", "th", "กองทัพแดงเข้าสู่โปแลนด์"),
    ("span", "pl", "i~w~tabeli"),
    ("span", "de", "in German: Wehr"),
    ("span", "pl", "w~przypisie „cytat”"),
]


def test_every_part_names_its_language_on_the_web(texts: dict[str, str]) -> None:
    page = texts["html-en"]
    found = html.fromstring(page.encode()).xpath("//article//*[@lang]")
    assert [
        (part.tag, part.get("lang"), " ".join(part.text_content().split())) for part in found
    ] == ENGLISH
    # Around a part the edition's own marks.
    assert 'they said: “<span lang="de">' in page and "</span>”." in page


def test_a_translation_names_parts_of_its_own(texts: dict[str, str]) -> None:
    polish, thai = parts(texts["html-pl"]), parts(texts["html-th"])
    assert ("span", "de", "Freies Wort") in polish
    assert "Korpus i~<span" in texts["html-pl"]  # a Polish rule sees the part as a word
    assert ("span", "pl", "Cały „akapit” i~w~domu.") in polish
    assert ("span", "pl", "Korpus w~polu") in thai
    assert '<em><span lang="pl">w~domu i~w~polu</span></em>' in texts["html-th"]
    assert '<span lang="de"><em>Reichs' in texts["html-th"]


def test_no_break_where_the_language_has_none(texts: dict[str, str]) -> None:
    for edition in ("epub-th", "latex-th"):
        text = texts[edition]
        assert "w~domu i~w~polu" in text and "w~przypisie „cytat”" in text
        assert "ใน|สนามรบ" in re.sub("<[^>]+>", "", text)
    for edition in ("epub-pl", "latex-pl", "latex-en"):
        assert "กองทัพ|แดง|เข้า" in texts[edition]
    assert "เรื่อง|ของ|โมโลตอฟ" in texts["latex-pl"]  # a name of the termbase stays whole
    assert 'เรื่อง|ของ|<span class="nobr">โมโลตอฟ</span>' in texts["epub-pl"]
    assert "กองทัพแดงเข้าสู่โปแลนด์" in texts["html-pl"]


def test_epub_says_it_in_xml_too(outputs: dict[str, Path]) -> None:
    tree = etree.parse(outputs["epub-pl"])
    found = tree.xpath("//*[@lang]")
    assert len(found) > len(ENGLISH)
    assert all(part.get(XML) == part.get("lang") for part in found)


@pytest.mark.parametrize("language", ["pl", "th"])
def test_the_book_is_valid(outputs: dict[str, Path], language: str) -> None:
    assert epubcheck.check(outputs[f"epub-{language}"].with_name(f"parts-{language}.epub")) == []


def test_headings_keep_it_in_navigation(outputs: dict[str, Path]) -> None:
    front = html.parse(outputs["html-pl"].with_name("index.html"))
    found = front.xpath("//li[contains(@class, 'toctree-l1')]//span[@lang='de']")
    assert {part.text for part in found} == {"Freies Wort"}
    archive = outputs["epub-pl"].with_name("parts-pl.epub")
    with ZipFile(archive) as epub:
        nav, ncx = (shown(epub.read(f"EPUB/{name}").decode()) for name in ("nav.xhtml", "toc.ncx"))
    assert 'Korpus i~<span lang="de" xml:lang="de">Freies Wort</span> w~polu</a>' in nav
    assert "<text>Korpus i~Freies Wort w~polu</text>" in ncx


def test_print_takes_patterns_and_rules_of_each_language(texts: dict[str, str]) -> None:
    tex = texts["latex-pl"]
    assert r"\chapter{Korpus i~\colophonpart{ngerman}{false}{true}{Freies Wort} w~polu}" in tex
    assert r"\sphinxhref{https://example.org/w}{\colophonpart{polish}{true}{false}" in tex
    assert r"\begingroup\colophonlanguage{russian}{false}{true}" in tex
    # Taller than the lines of a Polish book; in a Thai one they are so anyway.
    assert r"\colophonlanguage{nohyphenation}{false}{true}\colophonleading{1.32}" in tex
    assert r"\colophonleading" not in texts["latex-th"]
    assert tex.count(r"\begingroup\colophonlanguage") == tex.count("\\par\\endgroup\n")


CHAPTERS = [
    ("[Polizei]{lang=german} und", 1, "'german' is no language tag"),
    ("[x]{lang=xx}", 1, "there is no language 'xx'"),
    ("[x]{.language-qq-Latn}", 1, "there is no language 'qq'"),
    ("One.\nTwo *drei*{lang=de}.", 2, "stands behind no words"),
    ("{lang=de}\n# Titel", 1, "is above no block"),
    ("{lang=de}\n\nAbsatz", 1, "is above no block"),
    ("```{index} single: [KOP]{lang=pl}\n```", 1, "in an index entry"),
    ('[x]{lang="pl}\\input{y"}', 1, "is no language tag"),
]


@pytest.mark.parametrize(("text", "line", "start"), CHAPTERS)
def test_refused(text: str, line: int, start: str) -> None:
    offset, (fault, remedy) = next(faults(text, blocks=True))
    assert text.count("\n", 0, offset) + 1 == line
    assert start in fault and remedy


@pytest.mark.parametrize(
    "text",
    [
        "[x]{lang=pl}, [y]{.language-ru-Latn}, [z](a){lang=de-1901}, `c`{lang=en}",
        "{lang=de}\nAbsatz",
        "`[x]{lang=nonsense}` and ``[y]{lang=`}``",
        r"\{lang=nonsense}",
        "[x]{.small}",
    ],
)
def test_accepted(text: str) -> None:
    assert not list(faults(text, blocks=True))


def test_an_index_entry_names_none_in_translation_either(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    path.write_text(f'{head}#: docs/a.md:3\nmsgid "KOP"\nmsgstr "[KOP]{{lang=pl}}"\n')
    entries = frozenset({("docs/a.md", 3)})
    (problem,) = check_catalog(path, severities={"error"}, entries=entries)
    assert str(problem).startswith(f"{path}:5: index-parts: an index entry cannot name a language;")
    assert check_catalog(path, severities={"error"}) == []


def test_sphinx_alone_refuses_it_too(tmp_path: Path) -> None:
    source = copied("test-parts", tmp_path)
    chapter = source / "chapter.md"
    chapter.write_text(
        '# Title\n\nOne sentence.\nAnd [<b>\\input{x}</b>]{lang=\'"><i>"} here.\n'
        'And [words]{lang="pl\\"><i>"}.\n\n'
        '{lang="p l"}\nA paragraph.\n\n{lang=de}\n## Titel\n'
    )
    with pytest.raises(AssertionError) as warned:
        build(source, "en", "latex")
    told = str(warned.value)
    assert "chapter.md:5: WARNING" in told and "<i>' is no language tag" in told
    assert "chapter.md:8: WARNING: 'p l' is no language tag; write one such as" in told
    assert "chapter.md:11: WARNING: a language above a heading; put it above" in told
    page = (tmp_path / "latex-en" / "parts-en.tex").read_text()
    assert r"\input{x}" not in page and r"\colophonpart" not in page


def test_the_pdf_has_every_letter_and_plain_bookmarks(
    outputs: dict[str, Path], tmp_path: Path
) -> None:
    for edition, words in {
        "latex-pl": ("освободительный", "กองทัพแดงเข้าสู่โปแลนด์", "Freies Wort"),
        "latex-th": ("Цитата «в кавычках»", "Korpus w polu"),
    }.items():
        pdf = typeset(outputs[edition].parent, outputs[edition].stem)
        text = subprocess.run(
            ["pdftotext", pdf, "-"], capture_output=True, text=True, check=True
        ).stdout
        for word in words:
            assert word in " ".join(text.replace(NO_BREAK_SPACE, " ").split())
