"""What CLDR knows of a language that has no module of its own, as ICU tells it."""

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
    locale = icu.Locale(_known(tag))
    known = _known(tag) != "root"
    return str(icu.UnicodeString(locale.getDisplayName(locale)).toTitle(locale)) if known else tag


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
