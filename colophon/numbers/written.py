"""What an author writes in a role: `1939-09-17`, `230000-250000`, or `words <1939-09>`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

_WORDS = re.compile(r"(?P<words>.*?)\s*<(?P<value>[^<>]*)>\s*", re.DOTALL)
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_AMOUNT = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_ROLE = re.compile(r"(?P<code>`{2,}).*?(?P=code)(?!`)|\{(date|day|num)\}`([^`]*)`", re.DOTALL)

DATE_REMEDY = "write 1939-09-17, 1939-09, 1939 or 1939-09-17/1939-09-22"
AMOUNT_REMEDY = "write digits alone, such as 450000, 13.5 or 230000-250000"


class WrittenError(ValueError):
    """What cannot be read; the text says why and what to write."""


@dataclass(frozen=True, order=True)
class Date:
    """A day, a month (`day` is 0) or a year (`month` is 0 too)."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def iso(self) -> str:
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])

    @property
    def first(self) -> datetime.date:
        """The day itself, or the first of the month or year."""
        return datetime.date(self.year, self.month or 1, self.day or 1)


def divided(content: str) -> tuple[str, str]:
    """The words to be printed, empty where the edition makes them, and the value."""
    if match := _WORDS.fullmatch(content):
        if not match["words"].strip():
            raise WrittenError(f"no words before <{match['value']}>; leave out < and >")
        return match["words"].strip(), match["value"].strip()
    return "", content.strip()


def dates(value: str) -> tuple[Date, ...]:
    """One date, or the two ends of an interval (ISO 8601)."""
    found = tuple(_date(part, value) for part in value.split("/", 1))
    if len(found) == 2:
        first, last = found
        if len(first.iso) != len(last.iso):
            raise WrittenError(f"{value!r} has one end that is more exact; {DATE_REMEDY}")
        if first >= last:
            raise WrittenError(f"{value!r} does not end after its beginning; {DATE_REMEDY}")
    return found


def days(value: str) -> tuple[Date, ...]:
    """The same where nothing but days will do."""
    found = dates(value)
    if not found[0].day:
        raise WrittenError(f"{value!r} names no day; use {{date}} or write words <{value}>")
    return found


def amounts(value: str) -> tuple[Decimal, ...]:
    """One number, or the two ends of a range."""
    if value.startswith(("-", "−")):
        raise WrittenError(f"{value!r} is below nought; {AMOUNT_REMEDY}")
    parts = re.split("[-–]", value, maxsplit=1)
    for part in parts:
        if not _AMOUNT.fullmatch(part):
            raise WrittenError(f"{value!r} is no number; {AMOUNT_REMEDY}")
    found = tuple(map(Decimal, parts))
    if len(found) == 2 and found[0] >= found[1]:
        raise WrittenError(f"{value!r} does not end above its beginning; {AMOUNT_REMEDY}")
    return found


READERS: Mapping[str, Callable[[str], object]] = {"date": dates, "day": days, "num": amounts}
"""What reads the value of a role, by the role's name."""


def faults(text: str) -> Iterator[tuple[int, str]]:
    """Where in a text of Markdown a role cannot be read, and what to do about it."""
    for match in _ROLE.finditer(text):
        if name := match[2]:
            try:
                READERS[name](divided(match[3])[1])
            except WrittenError as error:
                yield match.start(), f"{name}: {error}"


def _date(text: str, value: str) -> Date:
    match = _DATE.fullmatch(text)
    if not match:
        raise WrittenError(f"{value!r} is no date; {DATE_REMEDY}")
    found = Date(*(int(part) for part in match.groups() if part))
    try:
        _ = found.first
        if match[2] == "00" or match[3] == "00":
            raise ValueError
    except ValueError:
        raise WrittenError(f"{value!r} is no day of the calendar; {DATE_REMEDY}") from None
    return found
