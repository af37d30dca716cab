"""A map laid out: features projected, drawn by their kinds, named, and explained in a key."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from colophon.figures.geojson import POINTS, Feature, Map
from colophon.figures.geometry import Projection, beside, conic, sampled
from colophon.figures.key import key, scale
from colophon.figures.place import Box, Spot, placed
from colophon.figures.scene import WIDTH, Face, Item, Path, Pen, Point, Scene, Words
from colophon.figures.signs import FACES, LIGHT, NAME, RADII, mark, shape
from colophon.figures.text import lines, width


@lru_cache(maxsize=8)
def drawn(map_: Map, texts: tuple[str, ...], kilometres: str) -> Scene:
    """The map with its labels; `kilometres` is what 100 km are called."""
    project = conic(*map_.frame, WIDTH)
    west, south, east, _ = map_.frame
    bottom = max(project((x, south))[1] for x in (west, (west + east) / 2, east))
    frame = (0.0, 0.0, WIDTH, bottom)
    shapes = [item for feature in map_.features for item in shape(feature, project)]
    words, boxes = _along(map_.features, texts, project)
    marks, named = _points(map_.features, texts, project, boxes, shapes, frame)
    edge = Path(((0, 0), (WIDTH, 0), (WIDTH, bottom), (0, bottom)), Pen(0.4), closed=True)
    bar = scale(project, map_.frame, kilometres, bottom)
    legend, height = key(map_.features, texts, bottom + 12)
    return Scene(height, (edge, *bar, *legend), frame, (*shapes, *marks, *words, *named))


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
        marks += mark(feature, at)
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
        for point in sampled(path.points, 2.0 if path.pen in LIGHT else 0.4)
    ]
    places = placed(spots, boxes, crossed, frame)
    named: list[Item] = [
        Words(place.at, text, face, place.anchor)
        for place, (text, face) in zip(places, labels, strict=True)
        if text
    ]
    return marks, named
