"""Quotation marks, dashes and ellipses by language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from colophon.languages import language
from colophon.typography import marks
from colophon.typography.edits import apply
from tests.typography.corpus import lines


def cases() -> Iterator[tuple[str, str, str]]:
    """Language, what is typed, what is printed."""
    typed = ""
    for line in lines("marks.txt"):
        if line[2:4] == ": ":
            yield line[:2], typed, line[4:]
        else:
            typed = line


@pytest.mark.parametrize(("code", "typed", "printed"), [*cases()])
def test_marks(code: str, typed: str, printed: str) -> None:
    assert apply(typed, marks.edits(typed, language(code))) == printed
    assert marks.edits(printed, language(code)) == [] or '"' in printed
