"""Where the names of a map's points stand: beside them, clear of each other and of the lines.

Each name is tried on eight sides in the order that cartographers prefer (E. Imhof, “Positioning
Names on Maps”, The American Cartographer 2, 1975) and stands where it covers least.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from colophon.figures.scene import Anchor, Point

SIDES: Final = ("e", "w", "ne", "se", "nw", "sw", "n", "s")

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_COVERED = 40.0
"""What it costs to cover words or a mark, beside 1 for each point of a line."""


@dataclass(frozen=True)
class Spot:
    """A point with a name: the radius of its mark, the size of its words, the side asked for."""

    at: Point
    radius: float
    width: float
    height: float
    side: str = ""

    @property
    def mark(self) -> Box:
        (x, y), r = self.at, self.radius
        return (x - r, y - r, x + r, y + r)


@dataclass(frozen=True)
class Place:
    """Where a name begins, is centred or ends, on its baseline."""

    at: Point
    anchor: Anchor
    box: Box


def placed(
    spots: Sequence[Spot], taken: Iterable[Box], lines: Sequence[Point], frame: Box
) -> list[Place]:
    """A place for each spot; `taken` are the boxes of other words, `lines` points on the lines."""
    taken = list(taken)
    found: dict[int, Place] = {}
    for _again in range(2):  # the second time all the other names are known
        for index, spot in enumerate(spots):
            marks = [other.mark for other in spots if other is not spot]
            names = [place.box for other, place in found.items() if other != index]
            obstacles = [*taken, *marks, *names]
            found[index] = min(
                _places(spot), key=lambda place: _cost(place.box, obstacles, lines, frame)
            )
    return [found[index] for index in range(len(spots))]


def _places(spot: Spot) -> Iterator[Place]:
    """The places by preference; only one where a side is asked for."""
    for side in (spot.side,) if spot.side else SIDES:
        yield _at(spot, side)


def _at(spot: Spot, side: str) -> Place:
    (x, y), gap = spot.at, spot.radius + 1.4
    rise = spot.height * 0.3  # from the middle of a line of words down to its baseline
    if len(side) == 2:
        gap *= 0.7
    across = gap if "e" in side else -gap if "w" in side else 0.0
    down = -gap - rise if "n" in side else gap + rise if "s" in side else 0.0
    anchor: Anchor = "start" if across > 0 else "end" if across < 0 else "middle"
    left = x + across - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * spot.width
    base = y + down + rise
    box = (left, base - spot.height * 0.78, left + spot.width, base + spot.height * 0.22)
    return Place((x + across, base), anchor, box)


def _cost(box: Box, obstacles: Iterable[Box], lines: Iterable[Point], frame: Box) -> float:
    left, top, right, bottom = box
    cost = 0.0
    for other in obstacles:
        across = min(right, other[2]) - max(left, other[0])
        down = min(bottom, other[3]) - max(top, other[1])
        if across > 0 and down > 0:
            cost += _COVERED + across * down
    if left < frame[0] or top < frame[1] or right > frame[2] or bottom > frame[3]:
        cost += 10 * _COVERED
    return cost + sum(left < x < right and top < y < bottom for x, y in lines)
