"""A map as GeoJSON (RFC 7946), which every geographical program writes.

What a feature is on the map, its member `properties` says: `kind` (of `KINDS`), for some kinds
`pattern`; its label as `term` (an id of the termbase) or `name` (words of the book, which are
translated); `side` or `label_at` for where the label stands; `legend` for the map's key. A feature
without a geometry stands where the termbase says that its `term` is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from colophon.figures.labels import Labels
from colophon.figures.place import SIDES
from colophon.figures.scene import Point
from colophon.names.columns import nearest
from colophon.names.term import Term
from colophon.problems import Problem

LINES: Final = ("coast", "river", "border", "frontier", "line", "advance")
POINTS: Final = ("town", "capital", "battle", "region")
KINDS: Final = (*LINES, *POINTS)
PATTERNS: Final = {"line": ("dashed", "dotted"), "advance": ("solid", "hollow")}
"""Of the kinds that have them, the usual one first."""

_SHAPES: Final = {
    "Point": 0, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3,
}  # fmt: skip
"""How deep the positions of a geometry are nested (RFC 7946, section 3.1)."""

Frame = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""


@dataclass(frozen=True)
class Feature:
    """One thing on a map; `label` and `legend` count among the map's labels, -1 for none."""

    kind: str
    pattern: str
    lines: tuple[tuple[Point, ...], ...]
    """(longitude, latitude) in degrees; a point is a line of one."""
    label: int = -1
    legend: int = -1
    side: str = ""
    label_at: Point | None = None


@dataclass(frozen=True)
class Map:
    """Features in the order of the file, which is the order of drawing."""

    frame: Frame
    features: tuple[Feature, ...]


def read(
    text: str, file: str, terms: Mapping[str, Term], labels: Labels
) -> tuple[Map, list[Problem]]:
    """The map in a file and what is wrong with it; its words are added to `labels`."""
    try:
        data = json.loads(text)
        entries = data["features"]
        given = [entry["properties"] for entry in entries]
    except json.JSONDecodeError as error:
        message = f"no JSON ({error.msg})"
        return _EMPTY, [Problem(file, error.lineno, message, "mend it there, or save it again")]
    except (KeyError, TypeError):
        remedy = "save it as GeoJSON with features that have properties"
        return _EMPTY, [Problem(file, 1, "no FeatureCollection of GeoJSON", remedy)]
    problems, features = [], []
    lines = Lines(text)
    for entry, properties in zip(entries, given, strict=True):
        line = lines.of(properties)
        faults = [*_faults(entry, properties, terms)]
        problems += [Problem(file, line, *fault) for fault in faults]
        if not faults:
            features.append(_feature(entry, properties, terms, labels, line))
    frame = data.get("bbox") or _around(features)
    if not (isinstance(frame, list | tuple) and len(frame) == 4 and all(map(_number, frame))):
        problems.append(Problem(file, 1, "no bbox", "write [west, south, east, north] in degrees"))
        frame = _EMPTY.frame
    west, south, east, north = frame
    if not (west < east and -89 < south < north < 89):
        problems.append(Problem(file, 1, "an empty bbox", "write [west, south, east, north]"))
        west, south, east, north = _EMPTY.frame
    return Map((west, south, east, north), tuple(features)), problems


_EMPTY = Map((0, 0, 1, 1), ())


class Lines:
    """In which line of a file the properties of each feature stand, asked for in their order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = 0

    def of(self, properties: object) -> int:
        self._end = max(self._text.find('"properties"', self._end), 0) + 1
        return self._text.count("\n", 0, self._end) + 1


Fault = tuple[str, str]


def _faults(entry: Any, properties: Any, terms: Mapping[str, Term]) -> Iterator[Fault]:
    if not isinstance(properties, Mapping):
        yield "a feature without properties", 'write at least "properties": {"kind": "river"}'
        return
    kind, term = properties.get("kind"), properties.get("term")
    if kind not in KINDS:
        yield f"unknown kind {kind!r}", nearest(str(kind), KINDS) or f"known are {', '.join(KINDS)}"
        return
    patterns = PATTERNS.get(kind, ("",))
    if (pattern := properties.get("pattern", patterns[0])) not in patterns:
        yield f"unknown pattern {pattern!r}", f"known are {', '.join(filter(None, patterns))}"
    if term is not None and term not in terms:
        yield f"no name {term!r} in the termbase", nearest(str(term), terms) or "add it there"
    for member in ("name", "legend"):
        if not isinstance(properties.get(member, ""), str):
            yield f"{member} is no text", "write it in quotation marks"
    if term is not None and "name" in properties:
        yield "both a term and a name", "leave one of them out"
    if (side := properties.get("side", "e")) not in SIDES:
        yield f"unknown side {side!r}", f"known are {', '.join(SIDES)}"
    if "label_at" in properties and not _position(properties["label_at"]):
        yield "label_at is no position", "write [longitude, latitude]"
    yield from _of_geometry(entry.get("geometry"), kind, terms.get(str(term)))


def _of_geometry(geometry: Any, kind: str, term: Term | None) -> Iterator[Fault]:
    if geometry is None:
        if not (kind in POINTS and term and term.position):
            remedy = "give it a geometry, or a term that has lat and lon in the termbase"
            yield "a feature that is nowhere", remedy
        return
    shape = geometry.get("type") if isinstance(geometry, Mapping) else None
    if shape not in _SHAPES or (shape == "Point") != (kind in POINTS):
        fit = "a Point" if kind in POINTS else "a LineString or Polygon"
        yield f"{shape} for a {kind}", f"make it {fit}"
    elif not all(line and all(map(_position, line)) for line in _lines(geometry)):
        yield "positions that are none", "write [longitude, latitude] in degrees"


def _feature(
    entry: Any, properties: Any, terms: Mapping[str, Term], labels: Labels, line: int
) -> Feature:
    kind, geometry = properties["kind"], entry.get("geometry")
    term = terms.get(properties.get("term", ""))
    if geometry is None:
        assert term and term.position
        latitude, longitude = term.position
        points: tuple[tuple[Point, ...], ...] = (((longitude, latitude),),)
    else:
        points = tuple(tuple((p[0], p[1]) for p in part) for part in _lines(geometry))
    label = labels.name(term, line) if term else labels.words(properties.get("name", ""), line)
    at = properties.get("label_at")
    return Feature(
        kind=kind,
        pattern=properties.get("pattern", PATTERNS.get(kind, ("",))[0]),
        lines=points,
        label=label,
        legend=labels.words(properties.get("legend", ""), line),
        side=properties.get("side", ""),
        label_at=(at[0], at[1]) if at else None,
    )


def _lines(geometry: Mapping[str, Any]) -> list[list[Any]]:
    """The lines of a geometry, whatever its type."""
    found: Any = geometry.get("coordinates", [])
    depth = _SHAPES[geometry["type"]]
    if depth == 0:
        return [[found]]
    parts = [found] if depth == 1 else found
    return [line for part in parts for line in part] if depth == 3 else list(parts)


def _position(value: object) -> bool:
    return isinstance(value, list | tuple) and len(value) >= 2 and all(map(_number, value))


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _around(features: list[Feature]) -> Frame:
    points = [point for feature in features for line in feature.lines for point in line]
    if not points:
        return _EMPTY.frame
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
