"""A chart laid out: in each row its words, a bar or a point on a scale, and the value in print."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Final

from sphinx.locale import get_translation

from colophon.characters import NO_BREAK_SPACE, ZERO_WIDTH_SPACE
from colophon.figures.scene import WIDTH, Face, Item, Path, Pen, Point, Scene, Words
from colophon.figures.table import Chart, Row, Value
from colophon.figures.text import lines, width
from colophon.languages import Language
from colophon.numbers import amounts, dates
from colophon.numbers.written import Date

LABELS: Final = 118.0
VALUES: Final = 72.0
"""The widths of the columns of words and of values; the scale has what lies between them."""
GAP: Final = 7.0

LABEL: Final = Face(7.2)
VALUE: Final = Face(7.0)
HEADING: Final = Face(7.8, bold=True)
TICK: Final = Face(6.2, shade=0.25)

BAR: Final = Pen(0.4, fill=0.45)
POINT: Final = Pen(0.4, fill=0.0)
GRID: Final = Pen(0.3, 0.65)
AXIS: Final = Pen(0.5)


@dataclass(frozen=True)
class Scale:
    """Where values stand between `left` and `right`."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    left: float = LABELS + GAP
    right: float = WIDTH - VALUES - GAP

    def at(self, value: float) -> float:
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)


def number(value: Value) -> float:
    """A value as a distance: days count from the beginning of our era."""
    return float(value) if isinstance(value, Decimal) else float(value.first.toordinal())


def printed(values: tuple[Value, ...], spoken: Language, open: str = "") -> str:
    """A value, a range or a bound as the language prints it; days without their year."""
    if days := tuple(value for value in values if isinstance(value, Date)):
        # Lines part after a dash, if anywhere.
        parts = [
            part.replace(" ", NO_BREAK_SPACE) for part in dates.printed(days, spoken, year=False)
        ]
        return ZERO_WIDTH_SPACE.join(["".join(parts[:2]), *parts[2:]])
    text = amounts.printed(tuple(v for v in values if isinstance(v, Decimal)), spoken)
    _ = get_translation("colophon")
    patterns = {"above": _("over %s"), "from": _("at least %s"), "below": _("up to %s")}
    return patterns.get(open, "%s").replace("%s", text)


@lru_cache(maxsize=8)
def drawn(chart: Chart, texts: tuple[str, ...], spoken: Language) -> Scene:
    """The chart with its labels."""
    items: list[Item] = []
    y = 0.0
    common = _scale(chart.rows, spoken) if chart.kind == "timeline" else None
    groups = [[*rows] for _, rows in groupby(chart.rows, key=lambda row: row.group)]
    for rows in groups:
        scale = common or _scale(rows, spoken)
        title = texts[rows[0].group] if rows[0].group >= 0 else ""
        y += HEADING.leading
        items.append(Words((0, y), title, HEADING))
        y += 4
        top = y
        for row in rows:
            found, y = _row(row, texts[row.label], scale, spoken, y)
            items += found
        if common is None or rows is groups[-1]:
            items += _ticks(scale, y)
        items[:0] = _grid(scale, top, y)
        y += TICK.leading + 7 if common is None or rows is groups[-1] else 5
    return Scene(y, tuple(items))


def _row(row: Row, text: str, scale: Scale, spoken: Language, y: float) -> tuple[list[Item], float]:
    words = lines(text, LABEL.size, LABELS)
    values = lines(printed(row.values, spoken, row.open), VALUE.size, VALUES)
    height = max(len(words), len(values)) * LABEL.leading + 2.6
    middle = y + height / 2
    items: list[Item] = []
    for column, face, x in ((words, LABEL, 0.0), (values, VALUE, WIDTH - VALUES)):
        base = middle - (len(column) - 1) / 2 * face.leading + face.size * 0.3
        for index, line in enumerate(column):
            items.append(Words((x, base + index * face.leading), line, face))
    items += _bar(row, scale, middle)
    return items, y + height


def _bar(row: Row, scale: Scale, y: float) -> Iterator[Item]:
    """A bar for a range, a diamond for a single value, an arrow for a bound."""
    low, high = number(row.values[0]), number(row.values[-1])
    if isinstance(row.values[-1], Date):  # a day lasts till its end; for a point take its noon
        low, high = (low, high + 1) if low != high else (low + 0.5, high + 0.5)
    start, end = scale.at(low), scale.at(high)
    if low != high:
        yield _box(start, max(end, start + 1.5), y, 2.4, BAR)
        return
    if row.open:
        tip = max(start - 16, scale.left) if row.open == "below" else min(start + 16, scale.right)
        back = 3.0 if tip < start else -3.0
        yield Path(((start, y), (tip, y)), AXIS)
        yield Path(((tip + back, y - 1.8), (tip, y), (tip + back, y + 1.8)), AXIS)
    yield Path(
        ((start - 2.6, y), (start, y - 2.6), (start + 2.6, y), (start, y + 2.6)), POINT, True
    )


def _box(left: float, right: float, y: float, half: float, pen: Pen) -> Path:
    points: tuple[Point, ...] = ((left, y - half), (right, y - half))
    return Path((*points, (right, y + half), (left, y + half)), pen, closed=True)


def _grid(scale: Scale, top: float, bottom: float) -> list[Item]:
    return [
        Path(((scale.at(tick), top), (scale.at(tick), bottom)), GRID) for tick, _ in scale.ticks
    ]


def _ticks(scale: Scale, y: float) -> Iterator[Item]:
    yield Path(((scale.left, y), (scale.right, y)), AXIS)
    for tick, text in scale.ticks:
        x = scale.at(tick)
        yield Path(((x, y), (x, y + 2)), AXIS)
        if text:
            yield Words((x, y + 2 + TICK.size), text, TICK, "middle")


def _scale(rows: Sequence[Row], spoken: Language) -> Scale:
    values = [value for row in rows for value in row.values]
    if isinstance(values[0], Date):
        return _calendar([value for value in values if isinstance(value, Date)], spoken)
    return _amounts([value for value in values if isinstance(value, Decimal)], spoken)


def _amounts(values: Sequence[Decimal], spoken: Language) -> Scale:
    """From nought to a round number, in two to five steps of 1, 2 or 5 times a power of ten."""
    high = max(map(float, values)) or 1.0
    power = 10 ** math.floor(math.log10(high))
    step = next(s * power for s in (0.2, 0.5, 1, 2, 5) if high / (s * power) <= 5)
    count = math.ceil(high / step)
    ticks = [step * index for index in range(count + 1)]
    texts = [printed((Decimal(round(tick)),), spoken) for tick in ticks]
    scale = Scale(0.0, ticks[-1], tuple(zip(ticks, texts, strict=True)))
    needed = (width(texts[-1], TICK.size) + 3) / (scale.at(step) - scale.at(0.0))
    named = range(0, count + 1, math.ceil(needed))  # numbers keep clear of each other
    shown = [text if index in named else "" for index, text in enumerate(texts)]
    return replace(scale, ticks=tuple(zip(ticks, shown, strict=True)))


def _calendar(values: Sequence[Date], spoken: Language) -> Scale:
    """Quarters of months, whose beginnings are named."""
    low, high = (number(day) for day in (min(values), max(values)))
    ticks: dict[float, str] = {}
    for day in range(int(low), int(high) + 2):
        moment = date.fromordinal(day)
        if moment.day == 1:
            ticks[float(day)] = printed((Date(moment.year, moment.month, 1),), spoken)
        elif moment.day in (8, 15, 22):
            ticks[float(day)] = ""
    return Scale(low, high + 1, tuple(sorted(ticks.items())))
