"""What a map tells of itself: a bar of 100 km, and the key to its lines and marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from colophon.figures.geojson import POINTS, Feature, Frame
from colophon.figures.geometry import KILOMETRES_A_DEGREE, Projection, arrow
from colophon.figures.scene import WIDTH, Face, Item, Path, Pen, Words
from colophon.figures.signs import ARROW, mark, pen_of
from colophon.figures.text import lines

KEY: Final = Face(7.0)
DISTANCE: Final = Face(6.2)


def scale(project: Projection, frame: Frame, words: str, bottom: float) -> Iterator[Item]:
    """A bar of 100 km in the lower left corner of the map."""
    west, south, _east, north = frame
    middle = (south + north) / 2
    degree = project((west, middle))[1] - project((west, middle + 1))[1]
    length = abs(degree) / KILOMETRES_A_DEGREE * 100
    left, y = 8.0, bottom - 8.0
    yield Path(((left, y - 2), (left, y), (left + length, y), (left + length, y - 2)), Pen(0.6))
    yield Words((left + length / 2, y - 3.2), words, DISTANCE, "middle")


def key(features: Sequence[Feature], texts: Sequence[str], top: float) -> tuple[list[Item], float]:
    """What the kinds mean, each with a sample, in two columns; and where it ends."""
    entries = [feature for feature in features if feature.legend >= 0]
    sample = 24.0
    columns = 2
    column = WIDTH / columns
    rows = -(-len(entries) // columns)
    items: list[Item] = []
    y = [top] * columns
    for number, feature in enumerate(entries):
        place = number // rows
        x, middle = place * column, y[place]
        items += _sample(feature, x + 2, middle, sample - 8)
        for line in lines(texts[feature.legend], KEY.size, column - sample - 4):
            items.append(Words((x + sample, y[place] + KEY.size * 0.3), line, KEY))
            y[place] += KEY.leading
        y[place] += 1.5
    return items, max(y) - KEY.leading + (4 if entries else 0)


def _sample(feature: Feature, left: float, y: float, length: float) -> Iterator[Item]:
    pen, middle = pen_of(feature), left + length / 2
    if feature.kind in POINTS:
        yield from mark(feature, (middle, y))
    elif feature.kind == "advance":
        yield Path(arrow([(left, y), (left + length, y)], ARROW), pen, closed=True)
    else:
        yield Path(((left, y), (left + length, y)), pen)
