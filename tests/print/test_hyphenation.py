"""Where TeX may divide words and lines: patterns, hyphens, ranges and months."""

from __future__ import annotations

import pytest

from colophon.languages import language
from colophon.print.hyphenation import months, patterns


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("pl", "polish"),
        ("en-GB", "english"),
        ("th", "nohyphenation"),
        ("ru", "russian"),
        ("und-Cyrl", "nohyphenation"),
        ("x", "nohyphenation"),
    ],
)
def test_patterns(code: str, name: str) -> None:
    assert patterns(code) == name


def test_months_are_exceptions_where_words_are_divided() -> None:
    assert {"września", "wrzesień"} <= set(months(language("pl")))
