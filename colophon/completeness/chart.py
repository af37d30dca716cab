"""Bars of a translation's progress as SVG: words as text, states told apart without colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment

from colophon.completeness.count import Count

TEMPLATE = Path(__file__).with_name("chart.svg.jinja")

WIDTH, BAR, ROW, TOP = 440, 380, 48, 60
"""Of the picture, of a whole bar, the height of a row, and what stands above the first one.

Narrow enough that a telephone need not make the words small.
"""


@dataclass(frozen=True)
class Bar:
    """A row: its name, what is counted, and the share in words; `lang` if it is another one."""

    name: str
    count: Count
    share: str
    lang: str = ""


@dataclass(frozen=True)
class Legend:
    """What solid, hatched and empty parts of a bar mean."""

    translated: str
    fuzzy: str
    missing: str


def chart(bars: Sequence[Bar], title: str, lang: str, legend: Legend, inline: bool = False) -> str:
    """The picture; `inline` for one within a page, whose colours it takes."""
    rows = [
        {
            "bar": bar,
            "y": TOP + ROW * place,
            "parts": [(start, end - start) for start, end in pairwise(_edges(bar.count))],
        }
        for place, bar in enumerate(bars)
    ]
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        TEMPLATE.read_text(encoding="utf-8")
    )
    return template.render(
        rows=rows,
        title=title,
        description="; ".join(f"{bar.name}: {bar.share}" for bar in bars),
        lang=lang,
        legend=legend,
        inline=inline,
        width=WIDTH,
        bar=BAR,
        height=TOP + ROW * len(bars),
    )


def _edges(count: Count) -> list[int]:
    """Where the translated, the fuzzy and the missing part of a bar begin and end.

    Translated is what the words say; the messages divide the rest.
    """
    done = count.share * BAR
    rest = count.fuzzy + count.missing
    doubtful = (BAR - done) * count.fuzzy / rest if rest else 0.0
    return [0, round(done), round(done + doubtful), BAR]
