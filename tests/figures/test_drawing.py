"""The layout: nothing covers anything or leaves the page, and words are never code."""

from __future__ import annotations

import math
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from colophon.figures import bars, svg, tikz
from colophon.figures.geometry import arrow, beside, conic
from colophon.figures.place import Spot, placed
from colophon.figures.scene import WIDTH, Face, Path, Pen, Scene, Words
from colophon.figures.table import Chart, Row
from colophon.figures.text import lines, width
from colophon.languages import language
from colophon.numbers.written import Date
from colophon.print.elements import escape

FRAME = (17.0, 48.0, 29.0, 56.0)


def test_the_projection_keeps_distances_and_fits_the_frame() -> None:
    project = conic(*FRAME, WIDTH)
    corners = [project((x, y)) for x in FRAME[::2] for y in FRAME[1::2]]
    assert min(x for x, _ in corners) == pytest.approx(0)
    assert max(x for x, _ in corners) == pytest.approx(WIDTH)
    assert min(y for _, y in corners) >= -1e-9
    degree = math.dist(project((23, 51)), project((23, 52)))
    assert math.dist(project((18, 54)), project((18, 55))) == pytest.approx(degree)
    # A degree of longitude at 52° is cos 52° of one of latitude.
    across = math.dist(project((22, 52)), project((23, 52)))
    assert across / degree == pytest.approx(math.cos(math.radians(52)), rel=0.01)


def test_north_is_up_and_east_is_right() -> None:
    project = conic(*FRAME, WIDTH)
    assert project((23, 53))[1] < project((23, 52))[1]
    assert project((24, 52))[0] > project((23, 52))[0]


def test_an_arrow_points_to_its_last_point() -> None:
    outline = arrow([(100, 50), (60, 40), (20, 50)], 3)
    assert min(outline)[0] == 20
    assert (20, 50) in outline


def test_words_along_a_line_are_never_upside_down() -> None:
    for line in ([(0.0, 0.0), (10, 100)], [(10.0, 100.0), (0, 0)], [(50.0, 0.0), (0, 5)]):
        _, angle = beside(line, (5, 50), 2)
        assert -90 <= angle <= 90


def test_names_keep_clear_of_each_other() -> None:
    spots = [Spot((100 + 6 * i, 100 + 3 * (i % 2)), 1.5, 30, 7) for i in range(4)]
    boxes = [place.box for place in placed(spots, [], [], (0, 0, WIDTH, 300))]
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert across <= 0 or down <= 0


def test_a_name_stands_on_the_side_that_is_asked_for() -> None:
    [place] = placed([Spot((100, 100), 2, 30, 7, side="nw")], [], [], (0, 0, WIDTH, 300))
    assert place.anchor == "end"
    assert place.at[1] < 100


def test_a_name_does_not_leave_the_frame() -> None:
    [place] = placed([Spot((300, 100), 2, 60, 7)], [], [], (0, 0, WIDTH, 300))
    assert place.anchor == "end"


def test_lines_of_words() -> None:
    assert lines("Soviet note to the Polish ambassador", 7.2, 75) == [
        "Soviet note to the",
        "Polish ambassador",
    ]
    assert lines("สนธิสัญญา\u200bมิตรภาพ", 7, 30) == ["สนธิสัญญา", "มิตรภาพ"]
    # A vowel above its consonant takes no room.
    assert width("ที่", 10) == width("ท", 10)


TIMELINE = Chart(
    "timeline",
    (
        Row(0, 1, (Date(1939, 8, 23),)),
        Row(0, 2, (Date(1939, 9, 8), Date(1939, 9, 28))),
        Row(3, 4, (Date(1939, 10, 2), Date(1939, 10, 6))),
    ),
)


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("en", ["23 August", "8–28 September", "2–6 October"]),
        ("pl", ["23 sierpnia", "8–28 września", "2–6 października"]),
        ("th", ["23 สิงหาคม", "8–28 กันยายน", "2–6 ตุลาคม"]),
    ],
)
def test_days_in_the_words_of_the_edition(code: str, printed: list[str]) -> None:
    scene = bars.drawn(TIMELINE, ("Diplomacy", "A", "B", "Campaign", "C"), language(code))
    words = [word.text.replace("\u00a0", " ") for word in scene.words()]
    assert [text for text in printed if text not in words] == []
    assert all(
        0 <= word.at[0] <= WIDTH and 0 < word.at[1] <= scene.height for word in scene.words()
    )


def test_a_longer_time_is_a_longer_bar() -> None:
    scene = bars.drawn(TIMELINE, ("Diplomacy", "A", "B", "Campaign", "C"), language("en"))
    boxes = [item for item in scene.items if isinstance(item, Path) and item.pen == bars.BAR]
    spans = [max(x for x, _ in box.points) - min(x for x, _ in box.points) for box in boxes]
    assert spans[0] / spans[1] == pytest.approx(21 / 5)


def test_numbers_stand_on_a_scale_from_nought() -> None:
    chart = Chart(
        "ranges",
        (Row(0, 1, (Decimal(230000), Decimal(460000))), Row(0, 1, (Decimal(230000),), "above")),
    )
    scene = bars.drawn(chart, ("Prisoners", "A"), language("pl"))
    [box] = [item for item in scene.items if isinstance(item, Path) and item.pen == bars.BAR]
    axis = next(
        item
        for item in scene.items
        if isinstance(item, Path)
        and item.pen == bars.AXIS
        and len(item.points) == 2
        and item.points[0][1] == item.points[1][1]
        and item.points[1][0] == bars.Scale(0, 1, ()).right
    )
    nought = axis.points[0][0]
    assert box.points[1][0] - nought == pytest.approx(2 * (box.points[0][0] - nought))
    texts = [word.text for word in scene.words()]
    assert "230 000–460 000".replace(" ", "\u00a0") in texts
    assert "0" in texts


HOSTILE = "</text><script>x</script> \\input{/etc/passwd} #1 & %"


def test_words_are_no_code() -> None:
    scene = Scene(20, (Words((0, 10), HOSTILE, Face(7)), Path(((0, 0), (1, 1)), Pen(1))))
    root = ElementTree.fromstring(svg.picture(scene, "a", HOSTILE, "", "#fff", True))
    assert [element.text for element in root.iter() if element.tag.endswith("text")] == [HOSTILE]
    assert not [element for element in root.iter() if "script" in element.tag]
    tex = tikz.picture(scene, escape, True)
    assert "\\input" not in tex
    assert "\\textbackslash{}input" in tex


def test_a_drawing_has_no_colours() -> None:
    for pen in (Pen(1, 0.5, (2, 1), 0.3), Pen(0, 0, (), 1.0)):
        scene = Scene(20, (Path(((0, 0), (1, 1), (2, 0)), pen, True),))
        picture = svg.picture(scene, "a", "b", "", "#fff", True)
        root = ElementTree.fromstring(picture)
        paints = {e.get(name) for e in root.iter() for name in ("fill", "stroke")} - {None}
        assert paints <= {"none", "currentColor", "#fff"}
        assert "black!" in tikz.picture(scene, escape, True)
