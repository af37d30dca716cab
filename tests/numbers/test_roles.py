"""Dates and numbers where readers meet them: text, headings, captions, tables, terms and notes."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html

from colophon.characters import NO_BREAK_SPACE, THIN_SPACE, ZERO_WIDTH_SPACE
from colophon.preflight import check_markup
from colophon.validate import epubcheck
from colophon.values import check
from tests.typography.built import build, copied

NAMES = {"html": "chapter.html", "epub": "chapter.xhtml", "latex": "numbers-{}.tex"}


def shown(text: str) -> str:
    marks = {NO_BREAK_SPACE: "~", THIN_SPACE: "'", ZERO_WIDTH_SPACE: "|"}
    return text.translate(str.maketrans(marks))


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    source = copied("test-numbers", tmp_path_factory.mktemp("numbers"))
    found = {}
    for edition in ("html-en", "html-pl", "epub-pl", "latex-pl", "html-th", "latex-th"):
        builder, language = edition.split("-")
        found[edition] = build(source, language, builder) / NAMES[builder].format(language)
    return found


def texts(page: Path) -> list[str]:
    found = html.parse(page).xpath(
        "//h1 | //article//p | //caption | //article//dt | //article//li"
    )
    return [" ".join(shown(element.text_content()).removesuffix("¶").split()) for element in found]


def test_english(outputs: dict[str, Path]) -> None:
    found = texts(outputs["html-en"])
    assert "The note of 17~September 1939" in found
    assert "It fell on 17–22~September 1939, in September 1939, with 450,000 men.1" in found
    assert "In German am 17. September 1939 mit 450.000 Mann." in found
    assert "Strength on 17~September" in found
    assert "17~September" in found and "Two of 4,500." in found
    assert any("Or 13.5 on 18~September 1939." in text for text in found)


def test_polish(outputs: dict[str, Path]) -> None:
    found = texts(outputs["html-pl"])
    assert "Nota z~17~września 1939~r." in found
    # One full stop ends both the abbreviation and the sentence, before a note's mark too.
    inflected = "We wrześniu 1939 było 450~000 ludzi, a~padło w~dniach 17–22~września 1939~r.1"
    assert inflected in found
    assert "Zaczęło się w~1939~r." in found
    assert "Siły w~dniu 17~września" in [text.rstrip("¶") for text in found]
    assert "230~000–250~000" in found
    assert "Two of 4,500." in found  # not translated, so English throughout


def test_thai(outputs: dict[str, Path]) -> None:
    found = texts(outputs["html-th"])
    assert "บันทึกวันที่~17~กันยายน ค.ศ.~1939" in found
    assert any("17–22~กันยายน ค.ศ.~1939 ในเดือนนั้น มีทหาร 450,000~นาย" in text for text in found)


@pytest.mark.parametrize("name", ["html-pl", "epub-pl"])
def test_a_machine_reads_every_date(outputs: dict[str, Path], name: str) -> None:
    page = outputs[name]
    tree = html.parse(page) if name == "html-pl" else etree.parse(page)
    found = tree.xpath("//*[local-name()='time'][ancestor::*[@id='chapter']]")
    said = [(element.get("datetime"), shown("".join(element.itertext()))) for element in found]
    assert said[:4] == [
        ("1939-09-17", "17~września 1939~r."),
        ("1939-09", "wrześniu 1939"),
        ("1939-09-17", "17"),  # of an interval each end
        ("1939-09-22", "22~września 1939~r."),
    ]
    (interval,) = tree.xpath("//*[local-name()='data']")
    assert (interval.get("value"), interval.text) == ("1939-09-17/1939-09-18", "noc na 18")


def test_titles_carry_the_date_everywhere(outputs: dict[str, Path]) -> None:
    front = shown(outputs["html-pl"].with_name("index.html").read_text(encoding="utf-8"))
    assert 'Nota z~<time datetime="1939-09-17">17~września 1939~r.</time></a>' in front
    with ZipFile(outputs["epub-pl"].with_name("numbers-pl.epub")) as epub:
        for name in ("EPUB/nav.xhtml", "EPUB/toc.ncx"):
            assert "Nota z~17~września 1939~r." in shown(epub.read(name).decode())


def test_the_book_is_valid(outputs: dict[str, Path]) -> None:
    assert epubcheck.check(outputs["epub-pl"].with_name("numbers-pl.epub")) == []


def test_print(outputs: dict[str, Path]) -> None:
    polish, thai = (shown(outputs[f"latex-{tag}"].read_text("utf-8")) for tag in ("pl", "th"))
    assert r"\chapter{Nota z~17~września 1939~r.}" in polish
    assert "było 450~000 ludzi" in polish
    assert r"วันที่~17\colophonrange{}22~กันยายน ค.ศ.~1939 ใน|เดือน|นั้น มี|ทหาร 450,000~นาย" in thai


def test_translators_get_the_roles(tmp_path: Path) -> None:
    source = copied("test-numbers", tmp_path)
    template = (build(source, "en", "gettext") / "chapter.pot").read_text(encoding="utf-8")
    assert 'msgid "The note of {date}`1939-09-17`"' in template


def test_the_era_is_a_setting_of_the_book(tmp_path: Path) -> None:
    source = copied("test-numbers", tmp_path)
    with (source / "conf.py").open("a") as conf:
        conf.write('colophon_eras = {"th": "both"}\n')
    page = build(source, "th", "html") / "chapter.html"
    assert "บันทึกวันที่~17~กันยายน พ.ศ.~2482 (ค.ศ.~1939)" in texts(page)
    assert '<time datetime="1939-09-17">' in page.read_text(encoding="utf-8")


def test_an_unknown_era_is_refused() -> None:
    values = {"colophon_book": {"title": "A"}, "colophon_eras": {"th": "jewish", "pl": "common"}}
    assert [str(problem) for problem in check(values)] == [
        "conf.py: colophon_eras: 'jewish' is no era of 'th'; "
        "known for it are common, buddhist, both"
    ]


def test_bad_input_has_its_line(tmp_path: Path) -> None:
    chapter = tmp_path / "chapter.md"
    chapter.write_text("# One\n\nText\nand {date}`17.9.1939`.\n\n```\n{num}`-1`\n```\n{num}`-2`\n")
    problems = [str(problem).removeprefix(str(tmp_path)) for problem in check_markup([chapter])]
    assert [problem.split(";")[0] for problem in problems] == [
        "/chapter.md:4: date: '17.9.1939' is no date",
        "/chapter.md:9: num: '-2' is below nought",
    ]


def test_sphinx_alone_refuses_it_too(tmp_path: Path) -> None:
    source = copied("test-numbers", tmp_path)
    (source / "chapter.md").write_text("# One\n\nText {date}`17.9.1939`.\n")
    with pytest.raises(AssertionError, match=r"chapter.md:3: WARNING: date: '17.9.1939' is no"):
        build(source, "en", "html")


def test_read_by_several_processes(outputs: dict[str, Path], tmp_path: Path) -> None:
    source = copied("test-numbers", tmp_path)
    for number in range(8):  # Sphinx reads fewer documents than this in one process
        (source / f"more{number}.md").write_text("---\norphan: true\n---\n# More\n\nIn 'it'.\n")
    page = build(source, "pl", "html", parallel=2) / "chapter.html"
    assert texts(page) == texts(outputs["html-pl"])
