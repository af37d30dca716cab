"""The progress of a translation in the words and numbers of an edition."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_percent
from sphinx.locale import get_translation

from colophon.completeness.count import Count
from colophon.languages import language as language_of
from colophon.numbers import amounts


def percent(count: Count, language: str) -> str:
    """The share, as the language writes it; `language` is Sphinx's code."""
    return str(format_percent(count.percent / 100, locale=language))


def number(value: int, language: str) -> str:
    """A number as the language writes it."""
    return amounts.printed((Decimal(value),), language_of(language))


def sentence(count: Count, language: str) -> str:
    """What the imprint says of an edition that is not complete, and nothing of any other."""
    return "" if count.complete else share(count, language)


def share(count: Count, language: str) -> str:
    """How much is translated, in a sentence."""
    _ = get_translation("colophon")
    return _("%s of this edition is translated.") % percent(count, language)
