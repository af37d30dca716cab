"""The tool that finds the ends of lines, on a page whose lines are plain to see."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.lines import MASK, WIDTHS, lines

PAGE = """<!DOCTYPE html>
<html lang="pl"><meta charset="utf-8">
<style>body { font: 20px/1.5 monospace; margin: 0; width: 10ch } sup { font-size: 60% }</style>
<p>Raz <em>dwa
trzy</em> cztery<sup>1</sup> pięć w\u00a0polu
<span hidden>nikt</span> <span lang="en">a dog</span></p>
<p>abc\u200bdefghijk\u200blmn</p>
<ul><li>x<li>y z</ul>
"""


def test_lines(tmp_path: Path, browser: Browser) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    page = browser.new_page()
    found = lines(page, path, [400, 500])
    assert found[400] == found[500]
    assert found[400] == [
        "Raz dwa", "trzy", "cztery1", "pięć", "w\u00a0polu a", "dog",
        "abc\u200b", "defghijk\u200b", "lmn", "x", "y z",
    ]  # fmt: skip
    masked = lines(page, path, [400], within="p", mask_foreign=True)[400]
    assert masked[4:6] == [f"w\u00a0polu {MASK}", MASK * 3]
    page.close()


def test_widths() -> None:
    assert (len(WIDTHS), WIDTHS[0], WIDTHS[-1]) == (20, 280, 1000)
