"""Dates as a language prints them, by CLDR's patterns and the year that `Language` gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from colophon.characters import EN_DASH, THIN_SPACE
from colophon.languages import Language, primary
from colophon.numbers.written import Date

COMMON, BOTH = "common", "both"
"""Besides the name of a language's own era, the choices of the setting `colophon_eras`."""

_YEAR = re.compile(r"('[^']*')|y+")
_DASH = re.compile(r"(\s*[–—-]\s*)$")


def printed(
    dates: tuple[Date, ...], language: Language, *, year: bool = True, era: str = COMMON
) -> list[str]:
    """The text of a date; of an interval its beginning, the dash and its end."""
    first = dates[0]
    if not first.month:
        return _years(dates, language, era)
    skeleton = ("y" if year else "") + "MMMM" + ("d" if first.day else "")
    if len(dates) == 1:
        return [_format(first, _pattern(skeleton, language), language, era)]
    last = dates[1]
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    opening, closing = _interval(skeleton, differs, language)
    opening, dash, _ = _DASH.split(opening)
    beginning = _format(first, opening, language, era)
    if " " in beginning and dash == EN_DASH:  # CLDR is not yet rid of "1939 r.–luty"
        dash = f"{THIN_SPACE}{EN_DASH}{THIN_SPACE}"
    return [beginning, dash, _format(last, closing, language, era)]


@cache
def locale(language: Language) -> Locale:
    """CLDR's data for a language; where it has none, those of English."""
    for tag in (language.tag, primary(language.tag)):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "001")


def _years(dates: tuple[Date, ...], language: Language, era: str) -> list[str]:
    """Years by themselves: the word for the era stands once."""
    numbers = [date.year for date in dates]
    common = _joined(numbers, language.year)
    if era == COMMON or not language.era:
        return common
    own = _joined([number + language.year_offset for number in numbers], language.era_year)
    return [*own[:-1], f"{own[-1]} ({''.join(common)})"] if era == BOTH else own


def _joined(numbers: list[int], pattern: str) -> list[str]:
    before, _, after = pattern.partition("{}")
    if len(numbers) == 1:
        return [f"{before}{numbers[0]}{after}"]
    return [f"{before}{numbers[0]}", EN_DASH, f"{numbers[1]}{after}"]


def _format(date: Date, pattern: str, language: Language, era: str) -> str:
    year = "".join(_years((Date(date.year),), language, era)).replace("'", "''")
    literal = _YEAR.sub(lambda match: match[1] or f"'{year}'", pattern)
    return format_date(date.first, literal, locale=locale(language))


def _pattern(skeleton: str, language: Language) -> str:
    found = locale(language).datetime_skeletons
    if skeleton in found:
        return str(found[skeleton].pattern)
    return _widened(str(found[_narrow(skeleton)].pattern))


def _interval(skeleton: str, differs: str, language: Language) -> tuple[str, str]:
    """The patterns of the two ends, by the greatest field in which they differ."""
    found: Mapping[str, Mapping[str, tuple[str, str]]] = locale(language).interval_formats
    if skeleton in found:
        patterns = found[skeleton]
        return patterns.get(differs) or patterns["M"]
    patterns = found[_narrow(skeleton)]
    opening, closing = patterns.get(differs) or patterns["M"]
    return _widened(opening), _widened(closing)


def _narrow(skeleton: str) -> str:
    return skeleton.replace("MMMM", "MMM")


def _widened(pattern: str) -> str:
    """A pattern with the month's whole name (UTS #35, "Missing Skeleton Fields")."""
    return re.sub(r"(?<![ML])([ML])\1\1(?![ML])", r"\1\1\1\1", pattern)
