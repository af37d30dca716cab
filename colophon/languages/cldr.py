"""What CLDR knows of languages, as ICU tells it: names, and marks of those without a module."""

from __future__ import annotations

import icu

_SIGNS = (
    icu.ULocaleDataDelimiterType.QUOTATION_START,
    icu.ULocaleDataDelimiterType.QUOTATION_END,
    icu.ULocaleDataDelimiterType.ALT_QUOTATION_START,
    icu.ULocaleDataDelimiterType.ALT_QUOTATION_END,
)


def name(tag: str) -> str:
    """The language's name in itself, with a capital, as it stands alone in a list."""
    return str(icu.UnicodeString(name_in(tag, tag)).toTitle(icu.Locale(_known(tag)))) or tag


def name_in(tag: str, other: str) -> str:
    """The language's name within a sentence of another one; empty if CLDR does not tell it."""
    known, reader = _known(tag), _known(other)
    unknown = "root" in (known, reader)
    return "" if unknown else str(icu.Locale(known).getDisplayName(icu.Locale(reader)))


def quotes(tag: str) -> tuple[str, str, str, str]:
    """Outer opening and closing, inner opening and closing quotation mark."""
    data = icu.LocaleData(_known(tag))
    first, second, third, fourth = (data.getDelimiter(sign) for sign in _SIGNS)
    return first, second, third, fourth


def grouped_from(tag: str) -> int:
    """The least number of digits that are set in groups."""
    number = icu.NumberFormatter.withLocale(icu.Locale(_known(tag)))
    return 5 if str(number.formatInt(1000)) == "1000" else 4


def _known(tag: str) -> str:
    """The tag, or "root": of an unknown language ICU would tell what the machine is set to."""
    primary = tag.split("-")[0]
    return tag.replace("-", "_") if primary in icu.Locale.getAvailableLocales() else "root"
