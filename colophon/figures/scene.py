"""A drawing as lines, dots and words, in the points of the printed page; no format's own terms.

Coordinates are (x, y) in PostScript points (1/72 inch), y downwards, `WIDTH` wide: what the type
area of the printed book measures, so that sizes of type are those of print. Everything is black
and shades of it: a drawing is read by the shape, the weight and the pattern of its lines, on paper
without colours and by eyes that do not tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

WIDTH: Final = 312.0

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]


def digits(number: float) -> str:
    """A length in points as SVG and TeX read it, to a hundredth."""
    return f"{round(number, 2):g}"


@dataclass(frozen=True)
class Pen:
    """How a line is drawn and what it encloses is filled; shades from 0 (ink) to 1 (paper)."""

    width: float = 0.0
    shade: float = 0.0
    dash: tuple[float, ...] = ()
    fill: float | None = None
    round: bool = False
    """Its dashes have round ends: one of no length is a dot."""


@dataclass(frozen=True)
class Face:
    """How words are set: their size in points, and what sets them apart."""

    size: float
    bold: bool = False
    italic: bool = False
    shade: float = 0.0

    @property
    def leading(self) -> float:
        return self.size * 1.25


@dataclass(frozen=True)
class Path:
    """A line through points, joined to its beginning if `closed`."""

    points: tuple[Point, ...]
    pen: Pen
    closed: bool = False


@dataclass(frozen=True)
class Dot:
    """A circle."""

    at: Point
    radius: float
    pen: Pen


@dataclass(frozen=True)
class Words:
    """One line of text: `at` is its baseline's start, middle or end; `angle` in degrees,
    anticlockwise."""

    at: Point
    text: str
    face: Face
    anchor: Anchor = "start"
    angle: float = 0.0


Item = Path | Dot | Words


@dataclass(frozen=True)
class Scene:
    """A drawing `height` points high: what is cut off at the edge of `frame` (left, top, right,
    bottom), and what stands outside of it or over it."""

    height: float
    items: tuple[Item, ...]
    frame: tuple[float, float, float, float] = (0, 0, 0, 0)
    framed: tuple[Item, ...] = field(default=())

    def words(self) -> Iterator[Words]:
        yield from (item for item in (*self.framed, *self.items) if isinstance(item, Words))
