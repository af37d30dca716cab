"""A map laid out: features projected, drawn by their kinds, named, and explained in a key."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from colophon.figures.geojson import POINTS, Feature, Map
from colophon.figures.geometry import (
    KILOMETRES_A_DEGREE,
    Projection,
    arrow,
    beside,
    conic,
    sampled,
    smooth,
)
from colophon.figures.place import Box, Spot, placed
from colophon.figures.scene import WIDTH, Dot, Face, Item, Path, Pen, Point, Scene, Words
from colophon.figures.text import lines, width

PENS: Final = {
    "coast": Pen(0.5, 0.35),
    "river": Pen(0.55, 0.5),
    "border": Pen(0.4, 0.35, dash=(2.5, 1.5)),
    "frontier": Pen(1.0, dash=(5, 1.5, 1, 1.5)),
    "line dashed": Pen(1.3, 0.2, dash=(4, 2.4)),
    "line dotted": Pen(1.6, 0.2, dash=(0, 2.8), round=True),
    "advance solid": Pen(0.3, fill=0.0),
    "advance hollow": Pen(0.5, fill=1.0),
    "town": Pen(0.5, fill=1.0),
    "capital": Pen(0.6, fill=0.0),
    "battle": Pen(1.1),
}
"""By kind and pattern; one that is filled with ink or paper is a shape."""

FACES: Final = {
    "river": Face(6.2, italic=True, shade=0.35),
    "coast": Face(6.2, italic=True, shade=0.35),
    "region": Face(7.6, shade=0.35),
    "capital": Face(7.4, bold=True),
}
NAME: Final = Face(6.8)
KEY: Final = Face(7.0)

RADII: Final = {"town": 1.5, "capital": 1.9, "battle": 2.3, "region": 0.0}
ARROW: Final = 2.8
"""The width of an arrow's shaft at its head."""


@lru_cache(maxsize=8)
def drawn(map_: Map, texts: tuple[str, ...], kilometres: str) -> Scene:
    """The map with its labels; `kilometres` is what 100 km are called."""
    project = conic(*map_.frame, WIDTH)
    west, south, east, _ = map_.frame
    bottom = max(project((x, south))[1] for x in (west, (west + east) / 2, east))
    frame = (0.0, 0.0, WIDTH, bottom)
    shapes = [item for feature in map_.features for item in _shape(feature, project)]
    words, boxes = _along(map_.features, texts, project)
    marks, named = _points(map_.features, texts, project, boxes, shapes, frame)
    edge = Path(((0, 0), (WIDTH, 0), (WIDTH, bottom), (0, bottom)), Pen(0.4), closed=True)
    scale = _scale(project, map_.frame, kilometres, bottom)
    key, height = _key(map_.features, texts, bottom + 12)
    return Scene(height, (edge, *scale, *key), frame, (*shapes, *marks, *words, *named))


def _name(feature: Feature) -> str:
    return f"{feature.kind} {feature.pattern}".strip()


def _shape(feature: Feature, project: Projection) -> Iterator[Item]:
    """A feature that is a line."""
    if feature.kind in POINTS:
        return
    pen = PENS[_name(feature)]
    for line in feature.lines:
        points = [project(point) for point in line]
        if feature.kind == "advance":
            yield Path(arrow(points, ARROW), pen, closed=True)
        else:
            yield Path(tuple(smooth(points, 4)) if feature.kind == "line" else tuple(points), pen)


def _mark(feature: Feature, at: Point) -> Iterator[Item]:
    pen, radius = PENS[feature.kind], RADII[feature.kind]
    x, y = at
    if feature.kind == "battle":  # crossed swords
        r = radius * 0.8
        yield Path(((x - r, y - r), (x + r, y + r)), pen)
        yield Path(((x - r, y + r), (x + r, y - r)), pen)
        return
    yield Dot(at, radius, pen)
    if feature.kind == "capital":
        yield Dot(at, radius + 1.2, Pen(0.4))


def _along(
    features: Sequence[Feature], texts: Sequence[str], project: Projection
) -> tuple[list[Item], list[Box]]:
    """The names of lines and regions, and the room that they take."""
    words: list[Item] = []
    boxes: list[Box] = []
    for feature in features:
        if feature.label < 0 or (feature.kind in POINTS and feature.kind != "region"):
            continue
        text, face = texts[feature.label], FACES.get(feature.kind, NAME)
        if feature.kind == "region":
            for number, line in enumerate(rows := lines(text, face.size, 50)):
                x, y = project(feature.lines[0][0])
                at = (x, y + (number - (len(rows) - 1) / 2 + 0.3) * face.leading)
                words.append(Words(at, line, face, "middle"))
                half = width(line, face.size) / 2
                boxes.append((at[0] - half, at[1] - face.size * 0.8, at[0] + half, at[1] + 1.5))
            continue
        line_ = [project(point) for point in max(feature.lines, key=len)]
        near = project(feature.label_at) if feature.label_at else line_[len(line_) // 2]
        at, angle = beside(line_, near, 1.8)
        words.append(Words(at, text, face, "middle", angle))
        boxes += _turned(at, width(text, face.size), face.size, angle)
    return words, boxes


def _turned(at: Point, length: float, size: float, angle: float) -> Iterator[Box]:
    """The room of a turned line of words, as a row of small boxes."""
    slope = math.radians(-angle)
    for part in range(count := max(2, round(length / size))):
        along = length * ((part + 0.5) / count - 0.5)
        x = at[0] + along * math.cos(slope) + size * 0.3 * math.sin(slope)
        y = at[1] + along * math.sin(slope) - size * 0.3 * math.cos(slope)
        half = size * 0.45
        yield (x - half, y - half, x + half, y + half)


def _points(
    features: Sequence[Feature],
    texts: Sequence[str],
    project: Projection,
    boxes: Sequence[Box],
    shapes: Sequence[Item],
    frame: Box,
) -> tuple[list[Item], list[Item]]:
    """The marks of towns and battles, and their names where they cover least."""
    marks: list[Item] = []
    spots: list[Spot] = []
    labels: list[tuple[str, Face]] = []
    for feature in sorted(features, key=lambda feature: feature.kind != "capital"):
        if feature.kind not in POINTS or feature.kind == "region":
            continue
        at = project(feature.lines[0][0])
        marks += _mark(feature, at)
        text = texts[feature.label] if feature.label >= 0 else ""
        face = FACES.get(feature.kind, NAME)
        radius = RADII[feature.kind] + (feature.kind == "capital")
        spots.append(Spot(at, radius, width(text, face.size), face.size, feature.side))
        labels.append((text, face))
    # The more points on a line, the more it costs to cover it.
    crossed = [
        point
        for path in shapes
        if isinstance(path, Path)
        for point in sampled(path.points, 2.0 if path.pen in _LIGHT else 0.4)
    ]
    places = placed(spots, boxes, crossed, frame)
    named: list[Item] = [
        Words(place.at, text, face, place.anchor)
        for place, (text, face) in zip(places, labels, strict=True)
        if text
    ]
    return marks, named


_LIGHT = [PENS[kind] for kind in ("coast", "river", "border")]
"""Names may cross these, if there is no better place."""


def _scale(
    project: Projection, frame: tuple[float, float, float, float], words: str, bottom: float
) -> Iterator[Item]:
    """A bar of 100 km in the lower left corner of the map."""
    west, south, _east, north = frame
    middle = (south + north) / 2
    degree = project((west, middle))[1] - project((west, middle + 1))[1]
    length = abs(degree) / KILOMETRES_A_DEGREE * 100
    left, y = 8.0, bottom - 8.0
    yield Path(((left, y - 2), (left, y), (left + length, y), (left + length, y - 2)), Pen(0.6))
    yield Words((left + length / 2, y - 3.2), words, Face(6.2), "middle")


def _key(features: Sequence[Feature], texts: Sequence[str], top: float) -> tuple[list[Item], float]:
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
    pen, middle = PENS.get(_name(feature), Pen()), left + length / 2
    if feature.kind in POINTS:
        yield from _mark(feature, (middle, y))
    elif feature.kind == "advance":
        yield Path(arrow([(left, y), (left + length, y)], ARROW), pen, closed=True)
    else:
        yield Path(((left, y), (left + length, y)), pen)
