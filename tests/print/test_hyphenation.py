"""Which hyphenation patterns a language gets."""

from __future__ import annotations

import pytest

from colophon.print.hyphenation import patterns


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
