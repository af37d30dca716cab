"""No line of the book ends where one of its language's rules holds words together."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Browser

from colophon import languages
from colophon.typography.rules import typography
from tests.conftest import Editions
from tests.lines import WIDTHS, blocks

WIDTHS_BY_LANGUAGE = {"pl": WIDTHS, "en": WIDTHS[::5], "th": WIDTHS[::5]}
LONE = re.compile(r".*[\s(„«–][aiouwz]$", re.IGNORECASE)
"""A line that ends in a one-letter word, and is not a letter that heads a part of the index."""


def wrong(code: str, lines: Iterable[str]) -> Iterator[str]:
    """The ends of a block's lines that should not be, with the beginnings of the next ones."""
    rules = typography(languages.language(code))
    for line, following in pairwise(lines):
        # Addresses may be divided anywhere; in print a letter alone heads a part of a list.
        free = "/" in line.rpartition(" ")[2] or len(line) == 1
        tied = len(line) in rules.ties(f"{line} {following}")
        if not free and (tied or (code == "pl" and LONE.match(line))):
            yield f"{line[-30:]} | {following[:20]}"


def wrong_at(browser: Browser, code: str, pages: Iterable[Path]) -> dict[str, set[int]]:
    """Each wrong end, and the widths at which it is seen."""
    found: dict[str, set[int]] = {}
    seen = 0
    screen = browser.new_page()
    widths = WIDTHS_BY_LANGUAGE[code]
    for path in pages:
        for width, told in blocks(screen, path, widths, mask_foreign=True).items():
            seen += sum(map(len, told))
            for end in (end for block in told for end in wrong(code, block)):
                found.setdefault(f"{path.name}: {end}", set()).add(width)
    screen.close()
    assert seen > 500 * len(widths)
    return found


def test_wrong_ends_are_seen() -> None:
    text = ["Stał (w", "Wilnie) i", "R. A.", "Butler, s.", "83, 450", "000 ludzi: w", "17", "maja"]
    assert [end.split(" | ")[0] for end in wrong("pl", text)] == [
        "Stał (w", "Wilnie) i", "R. A.", "Butler, s.", "83, 450", "000 ludzi: w", "17",
    ]  # fmt: skip
    right = ["Stał w\u00a0Wilnie", "i\u00a0w Grodnie", "https://example.org/1", "939"]
    assert list(wrong("pl", right)) == []


def test_epub(editions: Editions, browser: Browser, tmp_path: Path, language: str) -> None:
    with ZipFile(editions.epub(language)) as epub:
        epub.extractall(tmp_path)
    assert wrong_at(browser, language, sorted((tmp_path / "EPUB").glob("*.xhtml"))) == {}


def test_web(editions: Editions, browser: Browser) -> None:
    # With menus and links to the next chapter.
    assert wrong_at(browser, "pl", sorted(editions.html("pl").rglob("*.html"))) == {}


def test_print(editions: Editions) -> None:
    command = ["pdftotext", str(editions.pdf("pl")), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lines = [line.replace("\u00a0", " ") for line in re.split("[\n\f]", text)]
    assert len(lines) > 1000
    # The capital after a colon is the article of an English title, that after a minute is west.
    assert [x for x in lines if LONE.match(x) and not x.endswith((": A", "′ W"))] == []
    # In the index a page's number is followed by the next entry.
    chapters = text.replace("\u00a0", " ").partition("\fIndeks")[0]
    paragraphs = [block.split("\n") for block in re.split("\n\n|\f", chapters)]
    assert sum(map(len, paragraphs)) > 800
    ends = [end for block in paragraphs for end in wrong("pl", block)]
    assert [end for end in ends if ": A | " not in end and "′ W | " not in end] == []
