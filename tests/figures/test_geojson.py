"""Reading a map: every fault with its line, in words for whoever drew it."""

from __future__ import annotations

import json

import pytest

from colophon.figures.geojson import read
from colophon.figures.labels import Labels
from colophon.names.term import Term

TERMS = {
    "bug": Term("bug", "river", {"en": "Bug", "pl": "Bug", "th": "บุก"}, 2),
    "lwow": Term(
        "lwow", "place", {"en": "Lwów", "pl": "Lwów", "th": "ลวูฟ"}, 3, position=(49.84, 24.03)
    ),
    "kresy": Term("kresy", "region", {"en": "Kresy", "pl": "Kresy", "th": "แครซือ"}, 4),
}
RIVER = {"type": "LineString", "coordinates": [[23.0, 52.0], [23.5, 51.5]]}


def found(*features: object, **members: object) -> list[str]:
    """The faults of a map with these features, each in a line of its own from the second on."""
    head = json.dumps({"bbox": [17, 48, 29, 56]} | members)[1:-1]
    lines = ",\n".join(json.dumps(feature) for feature in features)
    text = f'{{"type": "FeatureCollection", {head}, "features": [\n{lines}\n]}}'
    return [str(p) for p in read(text, "map.geojson", TERMS, Labels("th"))[1]]


def feature(geometry: object = None, **properties: object) -> object:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def test_a_sound_map() -> None:
    labels = Labels("th")
    text = json.dumps(
        {
            "features": [
                feature(RIVER, kind="river", term="bug", legend="River"),
                feature(RIVER, kind="line", name="Line of  1939"),
                feature(kind="town", term="lwow"),
            ]
        }
    )
    map_, problems = read(text, "map.geojson", TERMS, labels)
    assert problems == []
    assert [label.text for label in labels.found] == ["บุก", "River", "Line of 1939", "ลวูฟ"]
    assert [label.name for label in labels.found] == [True, False, False, True]
    assert map_.features[2].lines == (((24.03, 49.84),),)  # longitude first
    assert map_.features[1].pattern == "dashed"
    assert map_.frame == (23.0, 49.84, 24.03, 52.0)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (feature(RIVER, kind="rivers"), "unknown kind 'rivers'; did you mean 'river'?"),
        (
            feature(RIVER, kind="line", pattern="wavy"),
            "unknown pattern 'wavy'; known are dashed, dotted",
        ),
        (
            feature(RIVER, kind="river", term="bugg"),
            "no name 'bugg' in the termbase; did you mean 'bug'?",
        ),
        (
            feature(RIVER, kind="river", term="bug", name="Bug"),
            "both a term and a name; leave one of them out",
        ),
        (feature(RIVER, kind="town"), "LineString for a town; make it a Point"),
        (
            feature({"type": "Point", "coordinates": [1, 2]}, kind="river"),
            "Point for a river; make it a LineString or Polygon",
        ),
        (
            feature({"type": "LineString", "coordinates": [["a", "b"]]}, kind="river"),
            "positions that are none; write [longitude, latitude] in degrees",
        ),
        (
            feature(kind="town", term="kresy"),
            "a feature that is nowhere; give it a geometry, or a term that has lat and lon "
            "in the termbase",
        ),
        (feature(RIVER, kind="river", legend=3), "legend is no text; write it in quotation marks"),
        (
            feature(kind="town", term="lwow", side="x"),
            "unknown side 'x'; known are e, w, ne, se, nw, sw, n, s",
        ),
    ],
)
def test_faults_are_told_with_their_line(wrong: object, message: str) -> None:
    sound = feature(RIVER, kind="river")
    assert found(sound, wrong, sound) == [f"map.geojson:3: {message}"]


def test_all_faults_in_one_run() -> None:
    wrong = feature(RIVER, kind="road")
    assert [message.split(": ")[0] for message in sorted(found(wrong, wrong, bbox=[1, 2, 3]))] == [
        "map.geojson:1",
        "map.geojson:2",
        "map.geojson:3",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"features": [\n{]}', "map.geojson:2: no JSON"),
        ("[]", "map.geojson:1: no FeatureCollection of GeoJSON"),
        ('{"features": [{}]}', "map.geojson:1: no FeatureCollection of GeoJSON"),
        ('{"features": []}', ""),
    ],
)
def test_what_is_no_map(text: str, message: str) -> None:
    problems = read(text, "map.geojson", TERMS, Labels("en"))[1]
    assert [str(problem).startswith(message) for problem in problems] == [True] * bool(message)
