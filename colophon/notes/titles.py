"""The titles of a work, and the short one by which later notes cite it."""

from __future__ import annotations

import re
from collections.abc import Mapping


def titles(text: Mapping[str, str]) -> dict[str, str]:
    """The CSL variables of the titles, from the fields of an entry."""
    title = _joined(text.get("title", ""), text.get("subtitle", ""))
    if addition := text.get("titleaddon"):
        title = f"{title} {addition}"
    found = {"title": title}
    short = text.get("shorttitle") or short_title(title)
    if short != title:
        found["title-short"] = short
    if "booksubtitle" in text:
        found["container-title"] = _joined(text.get("booktitle", ""), text["booksubtitle"])
    return found


def _joined(title: str, subtitle: str) -> str:
    return f"{title}: {subtitle}" if title and subtitle else title or subtitle


_SUBTITLE = re.compile(r"(?::|[.!?](?=\s+[A-ZÀ-ŽА-Я„“])|\s[–—])\s+")


def short_title(title: str) -> str:
    """The title before its subtitle, as later notes print it (Chicago Manual of Style 14.33).

    A full stop divides only after two words or more, since one alone is mostly an abbreviation;
    a question mark stays.
    """
    for match in _SUBTITLE.finditer(title):
        before = title[: match.start()]
        sign = title[match.start()]
        if sign != "." or (len(before.split()) > 1 and len(before.split()[-1]) > 3):
            return before + sign if sign in "!?" else before
    return title
