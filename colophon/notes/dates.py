"""Dates of a .bib entry as CSL date-parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

FIELDS = ("date", "urldate", "origdate", "eventdate")

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?[?~%]?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def is_date(text: str) -> bool:
    """Whether biblatex's date (ISO 8601, open or closed ranges) can be read."""
    return bool(text) and all(not part or _parts(part) for part in text.split("/", 1))


def date(text: str) -> dict[str, Any]:
    """A date or range; a year that is no number (forthcoming) stays a text."""
    text = text.replace("\u00a0", "~")  # elsewhere TeX's tie, here biblatex's "about"
    parts = [_parts(part) for part in text.split("/", 1) if part]
    if not parts or not all(parts):
        return {"literal": text}
    found: dict[str, Any] = {"date-parts": parts}
    if text.rstrip("%").endswith(("?", "~")):
        found["circa"] = True
    return found


def issued(fields: Mapping[str, str]) -> dict[str, Any] | None:
    """The date of publication from `date`, or from `year` and `month` (and `day`)."""
    if text := fields.get("date"):
        return date(text)
    if not (year := fields.get("year")):
        return None
    found = date(year)
    month = _month(fields.get("month", ""))
    if month and len(found.get("date-parts", ())) == 1:
        day = fields.get("day", "")
        found["date-parts"][0] += [month, int(day)] if day.isdigit() else [month]
    return found


def _parts(text: str) -> list[int]:
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return []
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if month > 12 or day > 31:
        return []
    return [part for part in (year, month, day) if part]


def _month(text: str) -> int:
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else 0
    name = text[:3].lower()
    return _MONTHS.index(name) + 1 if name in _MONTHS else 0
