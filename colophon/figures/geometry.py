"""From places on the globe to points on paper, and the shapes that a map is drawn with."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from colophon.figures.scene import Point

Projection = Callable[[Point], Point]

KILOMETRES_A_DEGREE = 111.2
"""Along a meridian, on a sphere of 6,371 km."""


def conic(west: float, south: float, east: float, north: float, width: float) -> Projection:
    """The equidistant conic projection of (longitude, latitude) in degrees, fitted to a width.

    True to scale along every meridian and along the parallels a sixth of the height within the
    frame (J. P. Snyder, Map Projections: A Working Manual, 1987, pp. 111–114). The frame's upper
    left is about (0, 0).
    """
    first, second = (
        math.radians(y) for y in (south + (north - south) / 6, north - (north - south) / 6)
    )
    n = (math.cos(first) - math.cos(second)) / (second - first)
    g = math.cos(first) / n + first
    middle = (west + east) / 2

    def flat(point: Point) -> Point:
        radius, angle = g - math.radians(point[1]), n * math.radians(point[0] - middle)
        return radius * math.sin(angle), radius * math.cos(angle)

    edge = [flat((x, y)) for x in (west, middle, east) for y in (south, north)]
    left, right = min(x for x, _ in edge), max(x for x, _ in edge)
    top = min(y for _, y in edge)
    scale = width / (right - left)
    return lambda point: ((flat(point)[0] - left) * scale, (flat(point)[1] - top) * scale)


def smooth(points: Sequence[Point], steps: int = 8) -> list[Point]:
    """A curve through the points (Catmull and Rom's spline)."""
    if len(points) < 3:
        return list(points)
    ends = [points[0], *points, points[-1]]
    found = [points[0]]
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(1, steps + 1):
            t = step / steps
            found.append((_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t)))
    return found


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


def sampled(points: Sequence[Point], distance: float) -> Iterator[Point]:
    """Points on a line at most so far apart."""
    for (x, y), (x2, y2) in pairwise(points):
        count = max(1, math.ceil(math.dist((x, y), (x2, y2)) / distance))
        for step in range(count):
            yield x + (x2 - x) * step / count, y + (y2 - y) * step / count


def arrow(points: Sequence[Point], width: float) -> tuple[Point, ...]:
    """The outline of an arrow that grows from its tail to a head three times as wide as it."""
    curve = smooth(points)
    head = 3.2 * width
    while len(curve) > 2 and math.dist(curve[-2], curve[-1]) < head:
        del curve[-2]  # the shaft ends where the head begins
    neck = _towards(curve[-1], curve[-2], head)
    shaft = [*curve[:-1], neck]
    left, right = [], []
    for index, point in enumerate(shaft):
        before, after = (
            shaft[max(index - 1, 0)],
            shaft[index + 1] if index + 1 < len(shaft) else curve[-1],
        )
        across = _normal(before, after)
        half = width * (0.25 + 0.25 * index / (len(shaft) - 1))
        left.append((point[0] + across[0] * half, point[1] + across[1] * half))
        right.append((point[0] - across[0] * half, point[1] - across[1] * half))
    across = _normal(neck, curve[-1])
    wing = 1.5 * width
    barb = (neck[0] + across[0] * wing, neck[1] + across[1] * wing)
    other = (neck[0] - across[0] * wing, neck[1] - across[1] * wing)
    return (*left, barb, curve[-1], other, *reversed(right))


def beside(points: Sequence[Point], near: Point, distance: float) -> tuple[Point, float]:
    """Where words along a line stand, so far above it, and their angle in degrees.

    The line's direction is that of a stretch of it about the point next to `near`.
    """
    dense = list(sampled(points, 2.0))
    index = min(range(len(dense)), key=lambda i: math.dist(dense[i], near))
    start, end = dense[max(index - 8, 0)], dense[min(index + 8, len(dense) - 1)]
    if start[0] > end[0]:
        start, end = end, start  # words are read from left to right
    x, y = dense[index]
    across = _normal(start, end)
    angle = -math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
    return (x - across[0] * distance, y - across[1] * distance), angle


def _normal(start: Point, end: Point) -> Point:
    """At right angles to the way from one point to another, one unit long, clockwise on paper."""
    length = math.dist(start, end) or 1.0
    return (start[1] - end[1]) / length, (end[0] - start[0]) / length


def _towards(start: Point, end: Point, distance: float) -> Point:
    share = distance / (math.dist(start, end) or 1.0)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
