"""Where a browser ends the lines of a page: what a reader of HTML or EPUB sees at each width."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Page

WIDTHS = tuple(280 + 720 * step // 19 for step in range(20))
"""Twenty widths in CSS pixels, from the narrowest phone to a wide screen."""

MASK = "\ufffc"
"""Stands for each character of a part in another language than the page's."""

_SCRIPT = """
([within, mask]) => {
  const own = document.documentElement.lang.slice(0, 2)
  const range = document.createRange()
  const block = element => {
    while (getComputedStyle(element).display.startsWith("inline")) element = element.parentElement
    return element
  }
  const blocks = []
  let lines = [], line = "", right = -Infinity, container = null
  const end = () => { if (line.trim()) lines.push(line); line = ""; right = -Infinity }
  const endBlock = () => { end(); if (lines.length) blocks.push(lines); lines = [] }
  const put = (text, rects) => {
    if (!rects.length) {  // white space that is not shown, or a hidden text
      if (!text.trim()) line += text
      return
    }
    if (rects[0].left < right - 2) end()
    line += text
    right = rects[rects.length - 1].right
  }
  // A stretch that lies on one line is told whole; any other is halved until it does.
  const walk = (node, from, to, shown) => {
    range.setStart(node, from)
    range.setEnd(node, to)
    const rects = range.getClientRects()
    const split = to - from > 1
      && Array.from(rects).some(rect => Math.abs(rect.top - rects[0].top) > 2)
    // A mark has no place of its own.
    const attached = place => /[\\p{M}\\u0e33]/u.test(node.data[place])
    let middle = (from + to) >> 1
    while (middle > from && attached(middle)) middle--
    if (middle === from) do middle++; while (middle < to && attached(middle))
    if (!split || middle === to) return put(shown.slice(from, to), rects)
    walk(node, from, middle, shown)
    walk(node, middle, to, shown)
  }
  for (const root of document.querySelectorAll(within)) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const node = texts.currentNode, parent = node.parentElement
      if (!parent.checkVisibility()) continue
      if (container !== block(parent)) { endBlock(); container = block(parent) }
      const tag = parent.closest("[lang]")?.lang ?? own
      const note = parent.closest("[role=doc-noteref]")
      const masked = mask && (note || tag.slice(0, 2) !== own)
      const shown = masked ? node.data.replace(/[^ \\n]/g, mask) : node.data
      if (node.data) walk(node, 0, node.data.length, shown)
    }
    endBlock()
  }
  return blocks
}
"""


def blocks(
    page: Page,
    path: Path,
    widths: Iterable[int] = WIDTHS,
    *,
    within: str = "body",
    mask_foreign: bool = False,
) -> dict[int, list[list[str]]]:
    """The lines of each block of a page by the width of the screen, in the order of the text.

    A line keeps its no-break and zero-width spaces; other white space is as it is shown.
    `within` is a CSS selector; with `mask_foreign` the words of other languages stand as `MASK`,
    and so do the marks of notes.
    """
    page.goto(path.resolve().as_uri())
    found = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        told = page.evaluate(_SCRIPT, [within, MASK if mask_foreign else ""])
        found[width] = [[_shown(line) for line in block] for block in told]
    return found


def lines(
    page: Page,
    path: Path,
    widths: Iterable[int] = WIDTHS,
    *,
    within: str = "body",
    mask_foreign: bool = False,
) -> dict[int, list[str]]:
    """The same lines, whatever block they are in."""
    found = blocks(page, path, widths, within=within, mask_foreign=mask_foreign)
    return {width: [line for block in told for line in block] for width, told in found.items()}


def _shown(line: str) -> str:
    for space in "\n\t\r":
        line = line.replace(space, " ")
    return " ".join(part for part in line.split(" ") if part)
