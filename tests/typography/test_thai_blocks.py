"""Thai words and names across emphasis, links, notes and roles, as the formats carry them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from colophon.characters import NO_BREAK_SPACE, WORD_JOINER, ZERO_WIDTH_SPACE
from tests.lines import lines
from tests.typography.built import build, copied

NAMES = ("บารานอวิตแช", "เอ็นเควีดี", "รึดซ์-ชมิกวือ", "แลแปล")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied("test-thai", tmp_path_factory.mktemp("thai"))


@pytest.fixture(scope="module")
def web(book: Path) -> Path:
    return build(book, "th", "html") / "chapter.html"


@pytest.fixture(scope="module")
def epub(book: Path) -> Path:
    return build(book, "th", "epub") / "chapter.xhtml"


def paragraphs(path: Path) -> list[str]:
    page = html.fromstring(path.read_bytes())
    marks = str.maketrans({ZERO_WIDTH_SPACE: "|", WORD_JOINER: "+", NO_BREAK_SPACE: "~"})
    found = page.xpath("//section//p[not(ancestor::aside)][not(ancestor::header)]")
    return [element.text_content().translate(marks) for element in found]


def test_words_are_found_across_markup(epub: Path) -> None:
    assert [re.sub(r"\d", "", text) for text in paragraphs(epub)[:4]] == [
        "กองทัพ|ถึง|บาราน+อวิตแช|แล้ว",
        "กองทัพ|ถึง|บา+รานอวิต+แช|แล้ว",
        "กองทัพ|เข้า|แลแปลแล้ว|เข้า|แล+แปล|ใน|วันที่|สอง",
        "หน่วย|เอ็นเควีดี|จับ|รึดซ์-ชมิกวือ|ที่|เมืองWilno i~Grodnoใน|วัน|นั้น",
    ]


def test_web_carries_no_breaks_but_holds_names(web: Path) -> None:
    texts = paragraphs(web)
    assert "|" not in "".join(texts)
    assert "กองทัพถึงบา+รานอวิต+แชแล้ว" in texts
    tree = html.fromstring(web.read_bytes())
    held = [span.text_content() for span in tree.xpath("//span[@class='nobr']")]
    assert {"เอ็นเควีดี", "รึดซ์-ชมิกวือ", "แลแปล"} <= set(held)


def test_every_word_of_a_heading_is_held(web: Path) -> None:
    tree = html.fromstring(web.read_bytes())
    for heading in (tree.xpath("//article//h1"), tree.xpath("//*[@class='sidebar-tree']//a")):
        held = [span.text_content() for span in heading[0].xpath(".//span[@class='nobr']")]
        assert held == ["การทัพ", "ว่าด้วย", "ดินแดน"]


@pytest.mark.parametrize("edition", ["web", "epub"])
def test_no_name_is_divided_at_any_width(
    browser: Browser, edition: str, request: pytest.FixtureRequest
) -> None:
    page = browser.new_page()
    path = request.getfixturevalue(edition)
    for width, told in lines(page, path, range(280, 700, 7), within="section").items():
        text = "\n".join(told).replace(ZERO_WIDTH_SPACE, "").replace(WORD_JOINER, "")
        for name in NAMES:
            assert not re.search(divided(name), text), f"{width} px: {name}"
    page.close()


def divided(name: str) -> str:
    """A pattern for a name with the end of a line in it."""
    return "|".join(
        f"{re.escape(name[:cut])}\n{re.escape(name[cut:])}" for cut in range(1, len(name))
    )


def test_double_name_is_held_in_print(book: Path) -> None:
    tex = (build(book, "th", "latex") / "thai-th.tex").read_text(encoding="utf-8")
    assert r"\mbox{รึดซ์\sphinxhyphen{}ชมิกวือ}" in tex
    text = tex.partition(r"\begin{document}")[2]
    assert text.count(r"\mbox{") == 1  # nothing else is divided where no break is marked
