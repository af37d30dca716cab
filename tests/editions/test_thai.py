"""Where the lines of the Thai editions end: on screens of twenty widths, and in print."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest
from lxml import etree, html
from playwright.sync_api import Browser, Page

from colophon.characters import WORD_JOINER, ZERO_WIDTH_SPACE
from colophon.names import table
from colophon.typography.names import phrases
from colophon.typography.thai_words import LETTERS, LONGEST_NAME, listed, words
from tests.conftest import ROOT, Editions
from tests.lines import WIDTHS, blocks, lines

NEVER_FIRST = "ะาำๅๆฯ็ัิีึืฺุู่้๊๋์ํ๎”’)]},.;:!?%…"
NEVER_LAST = "เแโใไ“‘([{"
INVISIBLE = str.maketrans("", "", ZERO_WIDTH_SPACE + WORD_JOINER)
HEAD, FOOT = 60, 9 * 72 - 60
"""Between these heights of a printed page, in points, stands the text."""
CLOSEST = 7
"""From one line to the next it is more points than that."""

ABBREVIATION = re.compile(r"[ก-ฮ]{1,3}\.")
HEADINGS = "h1, h2, h3, .sidebar-tree, nav[role=doc-toc]"

_OVERFLOWING = """
() => {
  const page = document.documentElement.clientWidth
  const scrolls = element => element
    && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
  return [...document.querySelectorAll("article .nobr, body.epub .nobr, body > section .nobr")]
    .filter(name => name.checkVisibility() && name.getBoundingClientRect().right > page + 1)
    .filter(name => !scrolls(name.parentElement))
    .map(name => name.textContent)
}
"""


class Word(NamedTuple):
    """What stands between two gaps of a printed line, and from where to where, in points."""

    text: str
    start: float
    end: float

    @classmethod
    def of(cls, word: etree._Element) -> Word:
        return cls(word.text or "", float(word.get("xMin")), float(word.get("xMax")))


@pytest.fixture(scope="module")
def names(editions: Editions) -> frozenset[str]:
    """What the glossary, the index and the termbase of the Thai edition list."""
    told = list(phrases([], table.read(ROOT / "locales" / table.FILE)[0], "th"))
    for page in ("glossary.html", "genindex.html"):
        tree = html.parse(editions.html("th") / page)
        for below in tree.xpath(
            "//article//li/ul | //article//li/em | //article//a[@class='headerlink']"
        ):
            below.drop_tree()
        told += [term.text_content() for term in tree.xpath("//article//dt | //article//li")]
    names = listed(told)
    assert len(names) > 130
    return names


@pytest.fixture(scope="module")
def web(editions: Editions) -> list[Path]:
    pages = sorted(editions.html("th").glob("*.html"))
    return [page for page in pages if page.name != "search.html"]


@pytest.fixture(scope="module")
def epub(editions: Editions, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("epub")
    with ZipFile(editions.epub("th")) as archive:
        archive.extractall(folder)
    return sorted(folder.rglob("*.xhtml"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def placed(editions: Editions) -> list[list[Word]]:
    """The words of each line of the printed pages, without heads and folios."""
    command = ["pdftotext", "-bbox-layout", str(editions.pdf("th")), "-"]
    found = subprocess.run(command, capture_output=True, check=True).stdout
    told = []
    above = 0.0
    for line in etree.fromstring(found).iter("{http://www.w3.org/1999/xhtml}line"):
        top = float(line.get("yMin"))
        # What is hardly lower than the line before it goes on in a name along a river of the map.
        if HEAD < top < FOOT and not 0 < top - above < CLOSEST:
            told.append([Word.of(word) for word in line])
        above = top
    assert len(told) > 800
    return told


@pytest.fixture(scope="module")
def printed(placed: list[list[Word]]) -> list[str]:
    """The same lines as text."""
    return [" ".join(word.text for word in line) for line in placed]


@pytest.mark.parametrize("edition", ["web", "epub"])
def test_no_screen_divides_a_name(
    edition: str, names: frozenset[str], page: Page, request: pytest.FixtureRequest
) -> None:
    seen = 0
    for path in request.getfixturevalue(edition):
        for width, told in blocks(page, path).items():
            for block in told:
                assert divided(block, names) == [], f"{path.name} at {width} px"
                seen += len(block)
    assert seen > 10_000


@pytest.mark.parametrize("edition", ["web", "epub"])
def test_no_name_leaves_the_screen(
    edition: str, page: Page, request: pytest.FixtureRequest
) -> None:
    seen = 0
    for path in request.getfixturevalue(edition):
        page.goto(path.as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(_OVERFLOWING) == [], f"{path.name} at {width} px"
        seen += page.locator(".nobr").count()
    assert seen > 400


@pytest.mark.parametrize("edition", ["web", "epub"])
def test_no_line_of_a_screen_begins_or_ends_with_an_unfit_sign(
    edition: str, page: Page, request: pytest.FixtureRequest
) -> None:
    for path in request.getfixturevalue(edition):
        for width, told in lines(page, path, (280, 317, 545, 810), mask_foreign=True).items():
            assert unfit(told) == [], f"{path.name} at {width} px"


def test_no_line_in_print_divides_a_name(names: frozenset[str], printed: list[str]) -> None:
    whole = "".join(printed).replace(" ", "")
    assert sum(whole.count(name) for name in names) > 500
    # An entry of the index may end with a name, and the next begin with what makes a longer one.
    found = [place for place in divided(printed, names) if place.partition("/")[0] not in names]
    assert found == []


def test_no_line_in_print_begins_or_ends_with_an_unfit_sign(printed: list[str]) -> None:
    assert unfit(printed) == []


@pytest.mark.parametrize("edition", ["web", "epub"])
def test_no_line_of_a_heading_or_menu_divides_a_word(
    edition: str, names: frozenset[str], page: Page, request: pytest.FixtureRequest
) -> None:
    seen = 0
    for path in request.getfixturevalue(edition):
        found = blocks(page, path, WIDTHS[::6], within=HEADINGS)
        for width, told in found.items():
            for block in told:
                assert divided_words(block, names) == [], f"{path.name} at {width} px"
                seen += len(block)
    assert seen > 500


def test_no_line_in_print_ends_with_what_makes_a_noun(
    names: frozenset[str], printed: list[str]
) -> None:
    last = [line[slice(*words(line, names)[-1])] for line in printed if words(line, names)]
    assert len(last) > 800
    # A phrase may end in a verb's object, as in การย่อความ.
    assert len([word for word in last if word in ("การ", "ความ")]) < 4


def test_hardly_a_line_in_print_is_stretched_until_words_seem_to_have_spaces(
    placed: list[list[Word]],
) -> None:
    # A space is 2.4 points wide at least; from 1.4 points on a gap between words looks like one.
    loose = [line for line in placed if any(1.4 < gap < 2.4 for gap in thai_gaps(line))]
    assert len(loose) < len(placed) / 66, len(loose)


def thai_gaps(line: Iterable[Word]) -> Iterator[float]:
    """The gaps between Thai words or their parts."""
    for before, after in pairwise(line):
        if LETTERS.fullmatch(before.text[-1:]) and LETTERS.fullmatch(after.text[:1]):
            yield after.start - before.end


def divided_words(told: Iterable[str], names: frozenset[str]) -> list[str]:
    """The words that have the end of a line in them."""
    return [
        f"{before[-20:]}/{after[:20]}"
        for before, after in pairwise(line.translate(INVISIBLE) for line in told)
        if not ABBREVIATION.match(after)  # which follows a space
        and any(start < len(before) < end for start, end in words(before + after, names))
    ]


def divided(told: Iterable[str], names: Iterable[str]) -> list[str]:
    """The names that have the end of a line in them."""
    halves = {(name[:cut], name[cut:]) for name in names for cut in range(1, len(name))}
    reach = range(1, 2 * LONGEST_NAME)
    return [
        f"{before[-left:]}/{after[:right]}"
        for before, after in pairwise(without_addresses(told))
        for left in reach
        for right in reach
        if (before[-left:], after[:right]) in halves
    ]


def unfit(told: Iterable[str]) -> list[str]:
    """The lines that begin with what must follow or end with what must precede."""
    return [
        line
        for line in without_addresses(told)
        if line and (line[0] in NEVER_FIRST or line[-1] in NEVER_LAST)
    ]


def without_addresses(told: Iterable[str]) -> Iterator[str]:
    """The lines as shown; in the place of an address, which may be divided anywhere, a dash."""
    inside = False
    for line in told:
        first, *others = line.translate(INVISIBLE).strip().split(" ")
        words = ["–" if inside or "://" in first else first]
        words += ["–" if "://" in word else word for word in others]
        inside = words[-1] == "–"
        yield " ".join(words)


def test_the_tests_see_a_name_that_is_divided() -> None:
    assert divided(["ถึงเบ", "รสต์แล้ว"], ["เบรสต์"]) == ["เบ/รสต์"]
    assert unfit(["ต่าง", "ๆ กัน", "เ", "มือง"]) == ["ๆ กัน", "เ"]
