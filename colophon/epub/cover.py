"""A typographic cover: the title set in the book's own face, drawn as a picture for the shops.

resvg shapes the text (Thai needs its marks placed) and knows only the fonts that it is given,
so the same title gives the same picture on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import resvg_py
from fontTools.ttLib import TTFont

from colophon.book import Book
from colophon.characters import ZERO_WIDTH_SPACE
from colophon.epub.template import render
from colophon.fonts import FACES, cached

FACE: Final = "thai-serif"
"""Noto Serif with Thai; its Latin letters include the Polish ones."""

_MEASURE: Final = 1300
"""Width of a line in the picture, which is 1600 × 2560 as shops ask for."""

Width = Callable[[str], float]
"""The width of a text at a type size of one."""


@dataclass(frozen=True)
class Line:
    """A line of type by its baseline."""

    text: str
    y: float
    size: float


def cover(book: Book, breakable: Callable[[str], str], leading: float, fonts: Path) -> bytes:
    """The PNG; `breakable` puts U+200B where a line may end between letters.

    `leading` is the language's on screens, as in `Language`.
    """
    authors = [person.name for person in book.people if person.marc == "aut"]
    leading = max(1.2, 0.85 * leading)
    texts = [book.title, book.subtitle, book.publisher, *authors]
    files = [cached("".join(texts), FACE, weight, fonts) for weight in FACES[FACE].weights]
    width = _width(files[-1])
    title = fit(breakable(book.title), width, _MEASURE, (190, 170, 150, 130, 110, 90), 5)
    subtitle = fit(breakable(book.subtitle), width, _MEASURE, (84, 76, 68, 60), 4)
    top = 1640 - 150 - (len(title.lines) - 1) * title.size * leading
    svg = render(
        "cover.svg",
        family=FACES[FACE].family,
        authors=_stack([", ".join(authors)] if authors else [], 300, 72, leading),
        title=_stack(title.lines, top, title.size, leading),
        subtitle=_stack(subtitle.lines, 1640 + 190, subtitle.size, leading * 1.1),
        publisher=_stack([book.publisher], 2390, 64, leading),
    )
    # A script that the face lacks is better drawn in the machine's fonts than as boxes.
    picture = resvg_py.svg_to_bytes(
        svg_string=svg,
        font_files=[str(file) for file in files],
        skip_system_fonts=_covers(files[0], "".join(texts)),
    )
    return bytes(picture)


@dataclass(frozen=True)
class Setting:
    """Lines and the type size at which they fit."""

    lines: list[str]
    size: float


def fit(text: str, width: Width, measure: float, sizes: Sequence[float], most: int) -> Setting:
    """`text` in the largest of `sizes` in which it takes at most `most` lines of `measure`."""
    for size in sizes:
        lines = balanced(text, width, measure / size)
        if len(lines) <= most and all(width(line) * size <= measure for line in lines):
            break
    return Setting(lines, size)


def balanced(text: str, width: Width, measure: float) -> list[str]:
    """The fewest lines that fit, as even in length as they can be."""
    lines = _filled(text, width, measure)
    for percent in range(40, 100, 2):
        even = _filled(text, width, measure * percent / 100)
        if len(even) == len(lines):
            return even
    return lines


def _filled(text: str, width: Width, measure: float) -> list[str]:
    lines: list[str] = []
    current = ""
    for piece in re.findall(rf"[^ {ZERO_WIDTH_SPACE}]+[ {ZERO_WIDTH_SPACE}]*", text):
        if current and width(_shown(current + piece)) > measure:
            lines.append(_shown(current))
            current = ""
        current += piece
    return [*lines, _shown(current)] if current else lines


def _shown(line: str) -> str:
    return line.replace(ZERO_WIDTH_SPACE, "").rstrip(" ")


def _stack(lines: Sequence[str], top: float, size: float, leading: float) -> list[Line]:
    return [
        Line(text, round(top + place * size * leading, 1), size) for place, text in enumerate(lines)
    ]


def _width(file: Path) -> Width:
    font = TTFont(file)
    letters, advances = font.getBestCmap(), font["hmtx"].metrics
    em = font["head"].unitsPerEm
    return lambda text: sum(
        advances[letters[ord(c)]][0] / em if ord(c) in letters else 0.6 for c in text
    )


def _covers(file: Path, text: str) -> bool:
    letters = TTFont(file).getBestCmap()
    return all(ord(c) in letters for c in text if c.isprintable() and not c.isspace())
