"""No line of the Polish book ends where one of the language's rules holds words together."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Browser

from colophon.languages import language
from colophon.typography.rules import typography
from tests.conftest import Editions
from tests.lines import WIDTHS, blocks

RULES = typography(language("pl"))
LONE = re.compile(r".*[\s(„«–][aiouwz]$", re.IGNORECASE)
"""A line that ends in a one-letter word, and is not a letter that heads a part of the index."""


def wrong(lines: Iterable[str]) -> Iterator[str]:
    """The ends of a block's lines that should not be, with the beginnings of the next ones."""
    for line, following in pairwise(lines):
        address = "/" in line.rpartition(" ")[2]
        tied = len(line) in RULES.ties(f"{line} {following}")
        if not address and (tied or LONE.match(line)):
            yield f"{line[-30:]} | {following[:20]}"


def wrong_at(browser: Browser, pages: Iterable[Path]) -> dict[str, set[int]]:
    """Each wrong end, and the widths at which it is seen."""
    found: dict[str, set[int]] = {}
    seen = 0
    screen = browser.new_page()
    for path in pages:
        for width, told in blocks(screen, path, mask_foreign=True).items():
            seen += sum(map(len, told))
            for end in (end for block in told for end in wrong(block)):
                found.setdefault(f"{path.name}: {end}", set()).add(width)
    screen.close()
    assert seen > 500 * len(WIDTHS)
    return found


def test_wrong_ends_are_seen() -> None:
    text = ["Stał (w", "Wilnie) i", "R. A.", "Butler, s.", "83, 450", "000 ludzi: w", "17", "maja"]
    assert [end.split(" | ")[0] for end in wrong(text)] == [
        "Stał (w", "Wilnie) i", "R. A.", "Butler, s.", "83, 450", "000 ludzi: w", "17",
    ]  # fmt: skip
    assert (
        list(wrong(["Stał w\u00a0Wilnie", "i\u00a0w Grodnie", "https://example.org/1", "939"]))
        == []
    )


def test_epub_at_twenty_widths(editions: Editions, browser: Browser, tmp_path: Path) -> None:
    with ZipFile(editions.epub("pl")) as epub:
        epub.extractall(tmp_path)
    assert wrong_at(browser, sorted((tmp_path / "EPUB").glob("*.xhtml"))) == {}


def test_web_at_twenty_widths(editions: Editions, browser: Browser) -> None:
    # With menus and links to the next chapter.
    assert wrong_at(browser, sorted(editions.html("pl").rglob("*.html"))) == {}


def test_print(editions: Editions) -> None:
    command = ["pdftotext", str(editions.pdf("pl")), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lines = [line.replace("\u00a0", " ") for line in re.split("[\n\f]", text)]
    assert len(lines) > 1000
    # The capital after a colon is the article of an English title.
    assert [line for line in lines if LONE.match(line) and not line.endswith(": A")] == []
    # In the index a page's number is followed by the next entry.
    chapters = text.replace("\u00a0", " ").partition("\fIndeks")[0]
    paragraphs = [block.split("\n") for block in re.split("\n\n|\f", chapters)]
    assert sum(map(len, paragraphs)) > 800
    ends = [end for block in paragraphs for end in wrong(block)]
    assert [end for end in ends if ": A | " not in end] == []
