"""Which works a bibliography lists, and under what they are sorted."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from colophon.notes.inlines import Inlines, text_of
from colophon.notes.items import keywords


@dataclass(frozen=True)
class Selection:
    """Which works a bibliography lists."""

    keywords: tuple[str, ...] = ()
    everything: bool = False


def selected(selection: Selection, works: Mapping[str, Any], cited: AbstractSet[str]) -> list[str]:
    """The keys of the works that are listed."""
    return [
        key
        for key in (works if selection.everything else sorted(cited & works.keys()))
        if not selection.keywords or keywords(works[key]).intersection(selection.keywords)
    ]


def sorted_under(entry: Inlines) -> str:
    """An entry without the article with which an English title may begin."""
    text = text_of(entry).lstrip("“„‘")
    for article in ("The ", "A ", "An "):
        text = text.removeprefix(article)
    return text
