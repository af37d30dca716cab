"""A CSL item as other programs read it: plain texts, names and dates without typography."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from colophon.notes.names import OTHERS, PARTICLES

_TAG = re.compile(r"</?(?:i|b|sc|sup|sub)>")


def text(work: Mapping[str, Any], variable: str) -> str:
    """A variable without markup; empty where there is none.

    A review without a title of its own has that of the work it reviews.
    """
    value = work.get(variable) or (variable == "title" and work.get("reviewed-title")) or ""
    return _TAG.sub("", str(value))


def persons(work: Mapping[str, Any], role: str) -> list[Mapping[str, str]]:
    """Those who are named; "and others" is a word of the styles and no person."""
    return [name for name in work.get(role, ()) if name.get("literal") != OTHERS]


def inverted(name: Mapping[str, str]) -> str:
    """Family name first; a name that is never inverted stays as it is."""
    if "literal" in name:
        return _TAG.sub("", name["literal"])
    given = " ".join(filter(None, map(name.get, ("given", *PARTICLES))))
    return _TAG.sub("", ", ".join(filter(None, (name.get("family"), given, name.get("suffix")))))


def in_order(name: Mapping[str, str]) -> str:
    """As one says it: Friedrich Werner von der Schulenburg."""
    parts = ("given", *PARTICLES, "family", "suffix", "literal")
    return _TAG.sub("", " ".join(name[part] for part in parts if name.get(part)))


def date(work: Mapping[str, Any], variable: str, sign: str) -> str:
    """The (first) date, year first: 1939-09-17; a date in words is no date."""
    for parts in work.get(variable, {}).get("date-parts", [])[:1]:
        year, *rest = parts
        return sign.join([f"{year:04}", *(f"{part:02}" for part in rest)])
    return ""


def pages(work: Mapping[str, Any]) -> tuple[str, str]:
    """First and last page; the last is empty unless there is one range."""
    first, *rest = re.split("\\s*[–-]+\\s*", text(work, "page"))
    if len(rest) == 1 and "," not in first + rest[0]:
        return first, rest[0]
    return text(work, "page"), ""


def filled(pairs: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Those that say something."""
    return (pair for pair in pairs if pair[1])
