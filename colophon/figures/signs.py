"""How each kind of thing on a map is drawn: its line, its mark, the type of its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from colophon.figures.geojson import POINTS, Feature
from colophon.figures.geometry import Projection, arrow, smooth
from colophon.figures.scene import Dot, Face, Item, Path, Pen, Point

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

RADII: Final = {"town": 1.5, "capital": 1.9, "battle": 2.3, "region": 0.0}
ARROW: Final = 2.8
"""The width of an arrow's shaft at its head."""

LIGHT = [PENS[kind] for kind in ("coast", "river", "border")]
"""Names may cross these, if there is no better place."""


def pen_of(feature: Feature) -> Pen:
    """The pen for a line, a shape or a mark."""
    return PENS.get(f"{feature.kind} {feature.pattern}".strip(), Pen())


def shape(feature: Feature, project: Projection) -> Iterator[Item]:
    """A feature that is a line."""
    if feature.kind in POINTS:
        return
    pen = pen_of(feature)
    for line in feature.lines:
        points = [project(point) for point in line]
        if feature.kind == "advance":
            yield Path(arrow(points, ARROW), pen, closed=True)
        else:
            yield Path(tuple(smooth(points, 4)) if feature.kind == "line" else tuple(points), pen)


def mark(feature: Feature, at: Point) -> Iterator[Item]:
    """The mark of a feature that is a point."""
    pen, radius = pen_of(feature), RADII[feature.kind]
    x, y = at
    if feature.kind == "battle":  # crossed swords
        r = radius * 0.8
        yield Path(((x - r, y - r), (x + r, y + r)), pen)
        yield Path(((x - r, y + r), (x + r, y - r)), pen)
        return
    yield Dot(at, radius, pen)
    if feature.kind == "capital":
        yield Dot(at, radius + 1.2, Pen(0.4))
