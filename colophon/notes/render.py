"""Chapters and bibliographies through citeproc, many chapters in one call."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from colophon.notes import pandoc, sequence
from colophon.notes.alike import apart
from colophon.notes.inlines import Inlines
from colophon.notes.langid import of_text, primary
from colophon.notes.sequence import BREAK, Chapter
from colophon.notes.style import Style

Works = Mapping[str, dict[str, Any]]
"""CSL items by key."""

_VERSION = "11"
"""To be raised when the same input renders differently."""


def digest(chapter: Chapter, works: Works, style: Style) -> str:
    """Changes when and only when the chapter has to be rendered anew."""
    used = [works.get(key) for key in sorted(chapter.keys)]
    return _hash(chapter.content(), used, style.digest)


def entry_digest(work: dict[str, Any], style: Style) -> str:
    """The same for an entry of the bibliography."""
    return _hash(work, style.digest)


def chapters(found: Mapping[str, Chapter], works: Works, style: Style) -> dict[str, list[Inlines]]:
    """The text of every cluster of every chapter.

    A work has an id of its own in each chapter, so that its first citation there is full.  A style
    that tells works apart must not see one under two ids: it gets each chapter by itself, with
    all works of the book.
    """
    number = len(found) if style.distinguishes else _processes(found.values())
    names = list(found)
    parts = [{name: found[name] for name in names[first::number]} for first in range(number)]
    with ThreadPoolExecutor() as pool:
        made = pool.map(lambda part: _together(part, works, style), parts)
        return {docname: texts for each in made for docname, texts in each.items()}


def _processes(found: Iterable[Chapter]) -> int:
    """How many processes of pandoc are worth their start."""
    citations = sum(len(chapter.clusters) for chapter in found)
    return max(1, min(os.cpu_count() or 1, citations // _WORTH))


_WORTH = 300
"""So many citations take pandoc several times as long as its start."""


def _together(found: Mapping[str, Chapter], works: Works, style: Style) -> dict[str, list[Inlines]]:
    items: dict[str, dict[str, Any]] = {BREAK: {"id": BREAK, "type": "document", "title": "–"}}
    steps = []
    for number, chapter in enumerate(found.values()):
        name = _namer(number)
        twice = {key for cluster in chapter.running for key in cluster.keys}
        keys = sorted({*chapter.keys, *style.among})
        chosen = {key: _work(key, works, style) for key in keys}
        for key, item in apart(chosen, titled=not style.dates_titles).items():
            items[name(key)] = item | {"id": name(key)}
            if not style.distinguishes and (key in twice or not style.ibid):
                items[sequence.other(name(key))] = item | {"id": sequence.other(name(key))}
        steps.append(list(sequence.steps(chapter, style, name)))
    texts = iter(
        pandoc.cite(
            style,
            items.values(),
            [step.citations for chapter_steps in steps for step in chapter_steps],
        )
    )
    rendered = {}
    for docname, chapter_steps in zip(found, steps, strict=True):
        pairs = [(next(texts), step.cluster) for step in chapter_steps]
        rendered[docname] = [
            sequence.finished(text, cluster) for text, cluster in pairs if cluster is not None
        ]
    return rendered


def entries(keys: Iterable[str], works: Works, style: Style) -> dict[str, Inlines]:
    """The entry of each work in the bibliography."""
    keys = set(keys)
    items = [_work(key, works, style, inverted=True) for key in sorted(keys.union(style.among))]
    made = pandoc.bibliography(style, items if keys else [])
    return {key: made[key] for key in made.keys() & keys}


def _namer(number: int) -> Callable[[str], str]:
    return lambda key: f"{number}:{key}"


def _work(key: str, works: Works, style: Style, *, inverted: bool = False) -> dict[str, Any]:
    if key not in works:
        # Printed so that nobody overlooks it; the check has named the place.
        return {"id": key, "type": "document", "title": f"[{key}?]"}
    work = style.adapt(works[key], inverted=inverted)
    work["foreign"] = {
        variable: language
        for variable in _TITLES & work.keys()
        if (language := of_text(work.get("language", ""), work[variable]))
        and primary(language) != primary(style.language)
    } | {
        variable: language
        for variable in _IMPRINT & work.keys()
        if (language := of_text("", work[variable]))
        and primary(language) != primary(style.language)
    }
    return work


_TITLES = {
    "title",
    "title-short",
    "container-title",
    "original-title",
    "collection-title",
    "reviewed-title",
}
_IMPRINT = {"publisher", "publisher-place"}
"""Words that are in the work's language, or in an edition's own ("Warszawa", "Warsaw")."""


def _hash(*parts: object) -> str:
    return hashlib.sha256(repr((_VERSION, *parts)).encode()).hexdigest()
