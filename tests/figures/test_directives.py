"""Figures in a chapter: what readers of each edition see and hear, and what authors are told."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html

import colophon.catalogs.stage  # noqa: F401  (its name in the package is the function's)
from colophon.characters import NO_BREAK_SPACE, ZERO_WIDTH_SPACE
from colophon.validate import epubcheck
from tests.typography.built import build, copied

Texts = dict[str, list[str]]

LABELS = {
    "en": {"Bug", "Lwów", "A river", "Advance", "The “first” army", "100~km"},
    "pl": {"Bug", "Lwów", "Rzeka", "Natarcie", "Pierwsza armia", "100~km"},
    "th": {"บุก", "ลวูฟ", "แม่น้ำ", "การรุก", "กองทัพที่หนึ่ง", "100~กม."},
}
DAYS = {
    "en": ["The east", "The note", "17~September", "The battle", "20–22~September"],
    "pl": ["Wschód", "Nota", "17~września", "Bitwa", "20–22~września"],
    "th": ["ตะวันออก", "บันทึก", "17~กันยายน", "การรบ", "20–22~กันยายน"],
}
MEN = {
    "en": ["Prisoners", "An archive", "230,000–250,000", "A witness", "over 300,000"],
    "pl": ["Jeńcy", "Archiwum", "230~000–250~000", "Świadek", "ponad 300~000"],
    "th": ["เชลยศึก", "หอจดหมายเหตุ", "230,000–250,000", "พยาน", "มากกว่า 300,000"],
}
HEARD = {
    "en": ("A river and a town “Lwów” east of it.", "Description of the figure"),
    "pl": ("Rzeka, a~na wschód od niej miasto „Lwów”.", "Opis ryciny"),
    "th": ("แม่น้ำและเมือง “ลวูฟ” ทางตะวันออกของแม่น้ำ", "คำบรรยายภาพโดยละเอียด"),
}


def plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, "~").replace(ZERO_WIDTH_SPACE, "")


def words(figure: html.HtmlElement) -> list[str]:
    return [plain(text.text_content()) for text in figure.iter("{*}text", "text")]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied("test-figures", tmp_path_factory.mktemp("figures"))


@pytest.fixture(scope="module", params=sorted(LABELS))
def web(request: pytest.FixtureRequest, source: Path) -> tuple[str, html.HtmlElement]:
    language = str(request.param)
    page = build(source, language, "html") / "drawn.html"
    return language, html.parse(str(page)).getroot()


def test_the_words_of_the_drawings(web: tuple[str, html.HtmlElement]) -> None:
    language, page = web
    map_, timeline, ranges = page.xpath("//figure")
    assert set(words(map_)) == LABELS[language]
    assert [text for text in words(timeline) if text in DAYS[language]] == DAYS[language]
    assert [text for text in words(ranges) if text in MEN[language]] == MEN[language]


def test_what_a_screen_reader_says(web: tuple[str, html.HtmlElement]) -> None:
    language, page = web
    alternative, summary = HEARD[language]
    figure = page.get_element_by_id("map-front")
    [picture] = figure.xpath(".//svg")
    assert picture.get("role") == "img"
    title = page.get_element_by_id(picture.get("aria-labelledby"))
    assert plain(title.text_content()) == alternative
    description = page.get_element_by_id(picture.get("aria-describedby"))
    assert description.tag == "details"
    assert plain(description.find("summary").text_content()) == summary
    assert len(description.findall("p")) == 2
    # The box that scrolls can be reached and says the same.
    box = picture.getparent()
    assert (box.get("tabindex"), box.get("aria-labelledby")) == ("0", title.get("id"))


def test_the_caption_has_its_note_and_the_text_leads_to_it(
    web: tuple[str, html.HtmlElement],
) -> None:
    _language, page = web
    figure = page.get_element_by_id("map-front")
    assert [mark.text_content() for mark in figure.xpath(".//figcaption//sup//a")] == ["1"]
    assert page.xpath("//p/a[@href='#map-front']")


@pytest.mark.parametrize("language", sorted(LABELS))
def test_print(source: Path, language: str) -> None:
    out = build(source, language, "latex")
    tex = (out / f"figures-{language}.tex").read_text("utf-8")
    for label in LABELS[language]:
        assert label in plain(tex)
    assert tex.count(r"\begin{tikzpicture}") == 3
    assert tex.count(r"\usepackage{tikz}") == 1
    # Who sees the page needs no description.
    assert HEARD[language][1] not in plain(tex)
    assert "north to south" not in tex


def test_the_epub_is_valid(source: Path) -> None:
    folder = build(source, "pl", "epub")
    [book] = folder.glob("*.epub")
    assert epubcheck.check(book) == []
    with ZipFile(book) as archive:
        [name] = [name for name in archive.namelist() if name.endswith("drawn.xhtml")]
        page = etree.fromstring(archive.read(name))
        [package] = [name for name in archive.namelist() if name.endswith(".opf")]
        manifest = etree.fromstring(archive.read(package))
    texts = {plain("".join(text.itertext())) for text in page.iter("{*}text")}
    assert LABELS["pl"] <= texts
    [item] = manifest.xpath("//*[@href='drawn.xhtml']")
    assert "svg" in item.get("properties")


def test_a_book_without_figures_loads_nothing(tmp_path: Path) -> None:
    source = copied("test-figures", tmp_path)
    (source / "drawn.md").write_text("# Drawn\n")
    tex = (build(source, "en", "latex") / "figures-en.tex").read_text("utf-8")
    assert "tikz" not in tex


def test_a_translation_is_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As it would be had nobody looked.
    monkeypatch.setattr(
        sys.modules["colophon.catalogs.stage"], "check_catalog", lambda *_, **__: []
    )
    source = copied("test-figures", tmp_path)
    catalog = source / "locales/pl/LC_MESSAGES/drawn.po"
    hostile = '\\\\input{/etc/passwd} <script>alert(1)</script> {{ env }} \\"\\"'
    catalog.write_text(catalog.read_text("utf-8").replace("Natarcie", hostile), "utf-8")
    page = (build(source, "pl", "html") / "drawn.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    tex = (build(source, "pl", "latex") / "figures-pl.tex").read_text("utf-8")
    assert not re.search(r"\\input\{/etc", tex)


MAP = "```{map} data/front.geojson\n"
ALT = ":alt: A map\n"
FAULTS = {
    f"{MAP}\nA map.\n```": "a figure without :alt:; say in it what is to be seen",
    f"{MAP}{ALT}```": "a figure without a caption; write it as its first paragraph",
    f"{MAP.replace('front', 'back')}{ALT}\nA map.\n```": (
        "no file data/back.geojson; save the data there, or mend the name"
    ),
    f"{MAP.replace('data/', '../')}{ALT}\nA map.\n```": "data outside of the chapters' folder",
    f"{MAP}{ALT}\nA map.\n\nLong.[^n]\n```\n\n[^n]: A note.": (
        "a note in a long description; put it into the caption"
    ),
    "```{ranges} data/days.csv\n:alt: Days\n\nDays.\n```": (
        "days.csv:1: WARNING: no column 'low'; add it to the first line"
    ),
}


@pytest.mark.parametrize(("text", "message"), FAULTS.items())
def test_what_an_author_is_told(tmp_path: Path, text: str, message: str) -> None:
    source = copied("test-figures", tmp_path)
    (source / "drawn.md").write_text(f"# Drawn\n\nText.\n\n{text}\n")
    with pytest.raises(AssertionError) as error:
        build(source, "en", "html")
    told = str(error.value)
    assert message in told
    if "days.csv" not in message:
        assert "drawn.md:" in told
