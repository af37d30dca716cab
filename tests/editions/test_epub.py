"""The electronic editions of the real book: judged from outside and looked at like a reader."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from playwright.sync_api import Browser

from colophon.characters import ZERO_WIDTH_SPACE
from colophon.validate import ace, epubcheck
from colophon.validate.findings import Finding
from tests.conftest import LANGUAGES, Editions

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"

Verdicts = Mapping[tuple[str, str], Future[list[Finding]]]


@pytest.fixture(scope="module")
def verdicts(editions: Editions) -> Iterator[Verdicts]:
    """What both judges say; they spend their time waiting, so side by side."""
    with ThreadPoolExecutor(3) as pool:
        yield {
            (judge.__name__.rpartition(".")[2], language): pool.submit(
                judge.check, editions.epub(language)
            )
            for judge in (ace, epubcheck)
            for language in LANGUAGES
        }


@pytest.fixture
def pages(editions: Editions, language: str) -> dict[str, etree._Element]:
    """The pages of an edition by name."""
    with ZipFile(editions.epub(language)) as archive:
        return {
            Path(name).name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xhtml")
        }


def part(editions: Editions, language: str, name: str) -> bytes:
    with ZipFile(editions.epub(language)) as archive:
        return archive.read(f"EPUB/{name}")


def test_every_page_fits_a_phone_and_shows_its_cover(
    editions: Editions, language: str, tmp_path: Path, browser: Browser
) -> None:
    """No page is wider than its screen, which in a reader would cut lines off."""
    with ZipFile(editions.epub(language)) as archive:
        archive.extractall(tmp_path)
    screen = browser.new_page(viewport={"width": 320, "height": 568})
    for path in sorted((tmp_path / "EPUB").glob("*.xhtml")):
        screen.goto(path.as_uri())
        assert screen.evaluate("document.documentElement.scrollWidth") <= 320, path.name
    screen.goto((tmp_path / "EPUB" / "cover.xhtml").as_uri())
    box = screen.locator("img").bounding_box()
    assert box
    assert box["height"] > 400
    assert box["height"] <= 568
    screen.close()


def test_notes_pop_up_and_lead_back(pages: dict[str, etree._Element]) -> None:
    calls = 0
    for name, page in pages.items():
        ids = {element.get("id"): element for element in page.iter(f"{XHTML}*")}
        for call in page.iter(f"{XHTML}a"):
            if call.get("role") != "doc-noteref":
                continue
            calls += 1
            assert call.get(TYPE) == "noteref"
            assert call.text.isdigit()
            assert not len(call), name
            note = ids[call.get("href")[1:]]
            assert note.get(TYPE) == "footnote"
            (back,) = [link for link in note.iter(f"{XHTML}a") if link.get(TYPE) == "backlink"]
            assert back.text == call.text
            assert ids[back.get("href")[1:]] is call
    assert calls > 80


def test_no_id_stands_twice_on_a_page(pages: dict[str, etree._Element]) -> None:
    for name, page in pages.items():
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), name


def test_landmarks_and_contents(pages: dict[str, etree._Element]) -> None:
    toc, landmarks = pages["nav.xhtml"].iter(f"{XHTML}nav")
    assert [link.get(TYPE) for link in landmarks.iter(f"{XHTML}a")] == [
        "cover",
        "titlepage",
        "toc",
        "bodymatter",
        "glossary",
        "bibliography",
        "index",
    ]
    targets = [link.get("href").partition("#")[0] for link in toc.iter(f"{XHTML}a")]
    assert list(dict.fromkeys(targets)) == [
        "preface.xhtml",
        "abbreviations.xhtml",
        "before-the-war.xhtml",
        "pact.xhtml",
        "note.xhtml",
        "campaign.xhtml",
        "allies.xhtml",
        "losses.xhtml",
        "occupation.xhtml",
        "remembrance.xhtml",
        "two-accounts.xhtml",
        "chronology.xhtml",
        "glossary.xhtml",
        "gazetteer.xhtml",
        "bibliography.xhtml",
        "genindex.xhtml",
        "imprint.xhtml",
    ]


def test_menus_show_no_zero_width_space(editions: Editions) -> None:
    for language in LANGUAGES:
        for name in ("nav.xhtml", "toc.ncx", "content.opf"):
            assert ZERO_WIDTH_SPACE not in part(editions, language, name).decode()
    assert ZERO_WIDTH_SPACE in part(editions, "th", "campaign.xhtml").decode()


def test_every_thai_letter_has_a_glyph(editions: Editions, language: str) -> None:
    with ZipFile(editions.epub(language)) as archive:
        names = archive.namelist()
        text = "".join(archive.read(name).decode() for name in names if name.endswith(".xhtml"))
        fonts = [archive.read(name) for name in names if name.endswith(".ttf")]
    thai = set(re.findall(r"[\u0e01-\u0e5b]", text))
    assert thai, "the Thai account is quoted in every edition"
    assert len(fonts) == 2
    for data in fonts:
        assert thai <= {chr(code) for code in TTFont(io.BytesIO(data)).getBestCmap()}
        assert len(data) < 60_000


@pytest.mark.parametrize("judge", ["epubcheck", "ace"])
def test_judges_find_nothing(verdicts: Verdicts, judge: str, language: str) -> None:
    assert verdicts[judge, language].result() == []
