r"""The printed index: places in the text, numbered, and the pages that XeLaTeX says they are on.

The writer puts `\index{n}` at a place and keeps the index, ordered and escaped, as JSON beside
the TeX file (`plan`). TeX knows no more of an entry than the number, and answers with
`\indexentry{n}{page}` in the .idx file; `index` makes the .ind file of both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from colophon.index.entries import Entry, Group, Mark

SUFFIX = ".index.json"
"""Of the plan, after the stem of the TeX file."""

Place = tuple[str, str]
"""A document's name and the id of a place in it."""

_ENTRY = re.compile(r"\\indexentry\{(\d+)\}\{([^{}]*)\}")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def place(mark: Mark) -> Place:
    """Where a mark stands."""
    return mark.docname, mark.target


def plan(
    groups: Iterable[Group], numbers: Mapping[Place, int], tex: Callable[[str], str], dash: str
) -> str:
    """The index as JSON: its texts as TeX, its places as the numbers that `\\index` was given."""

    def entry(one: Entry) -> dict[str, Any]:
        return {
            "text": tex(one.text),
            "places": [
                [numbers[place(it.start)], numbers.get(place(it.end)) if it.end else None, it.main]
                for it in one.locators
                if place(it.start) in numbers
            ],
            "see": [tex(other.name) for other in one.see],
            "also": [tex(other.name) for other in one.also],
            "under": [entry(below) for below in one.under],
        }

    heads = [[tex(group.head), [entry(one) for one in group.entries]] for group in groups]
    return json.dumps({"dash": tex(dash), "groups": heads}, ensure_ascii=False, indent=0) + "\n"


def index(plan: str, idx: str) -> str:
    """The .ind file; empty where the book has no index entries."""
    found = json.loads(plan)
    pages: dict[int, str] = {}
    for number, page in _ENTRY.findall(idx):
        pages.setdefault(int(number), page)
    lines: list[str] = []
    for head, entries in found["groups"]:
        shown = [line for entry in entries for line in _lines(entry, pages, found["dash"])]
        lines += [rf"\indexhead{{{head}}}", *shown] if shown else []
    return "\n".join([r"\begin{theindex}", *lines, r"\end{theindex}"]) + "\n" if lines else ""


def _lines(entry: dict[str, Any], pages: Mapping[int, str], dash: str) -> Iterator[str]:
    under = [line for below in entry["under"] for line in _lines(below, pages, dash)]
    places = [(pages.get(start), pages.get(end), main) for start, end, main in entry["places"]]
    shown = list(locators(places, dash))
    # A term keeps its first page on its line.
    parts = [f",~{page}" for page in shown[:1]] + [f", {page}" for page in shown[1:]]
    if entry["see"]:
        parts.append(rf", \indexsee{{{'; '.join(entry['see'])}}}")
    also = rf"\indexseealso{{{'; '.join(entry['also'])}}}" if entry["also"] else ""
    if also and not under:
        parts.append(f"{';' if parts else ','} {also}")
    if parts or under:
        keep = r"\indexkeep" if under else ""
        yield rf"\item {entry['text']}{''.join(parts)}{keep}"
        yield from (line.replace(r"\item", r"\subitem", 1) for line in under)
        if also and under:
            yield rf"\subitem {also}"


@dataclass
class Pages:
    """Neighbouring pages, or the one page of a place."""

    first: str
    last: str
    main: bool
    span: bool = False
    """The text treats the entry throughout, as the author says."""
    length: int = 1


def locators(
    places: Sequence[tuple[str | None, str | None, bool]], dash: str = "–"
) -> Iterator[str]:
    """Pages as TeX: each once, three neighbours or more as a range, the main ones in bold.

    A span of the author's is a range even of two pages, and covers what else lies in it but main
    places. Numbers are written out, 112–115, as ISO 999 prefers.
    """
    found: dict[tuple[str, str], Pages] = {}
    for start, end, main in places:
        if start is not None:
            last = end if end is not None and end != start else start
            one = found.setdefault((start, last), Pages(start, last, main, last != start))
            one.main |= main
    spans = [one for one in found.values() if one.span]
    kept = [
        one for one in found.values()
        if one.span or one.main or not any(_within(one.first, span) for span in spans)
    ]  # fmt: skip
    for one in _joined(kept):
        if one.span or one.length > 2:
            yield dash.join(_page(page, one.main) for page in (one.first, one.last))
        else:
            yield from (_page(page, one.main) for page in dict.fromkeys((one.first, one.last)))


def _joined(pages: Iterable[Pages]) -> Iterator[Pages]:
    """The pages with neighbours of the same weight made one."""
    run: Pages | None = None
    for one in pages:
        if (
            run
            and not (run.span or one.span)
            and run.main == one.main
            and number(one.first) == _next(number(run.last))
        ):
            run = Pages(run.first, one.last, run.main, length=run.length + 1)
            continue
        if run:
            yield run
        run = one
    if run:
        yield run


def _within(page: str, span: Pages) -> bool:
    place, first, last = number(page), number(span.first), number(span.last)
    return None not in (place, first, last) and first <= place <= last  # type: ignore[operator]


def _next(place: tuple[int, int] | None) -> tuple[int, int] | None:
    return (place[0], place[1] + 1) if place else (-1, -1)


def number(page: str) -> tuple[int, int] | None:
    """A page's place in the book: those with roman numbers come first; None for any other."""
    if page.isdecimal():
        return 1, int(page)
    if page and set(page) <= _ROMAN.keys():
        values = [_ROMAN[letter] for letter in page]
        following = [*values[1:], 0]
        return 0, sum(-a if a < b else a for a, b in zip(values, following, strict=True))
    return None


def _page(page: str, main: bool) -> str:
    link = rf"\hyperpage{{{page}}}"
    return rf"\textbf{{{link}}}" if main else link
