"""Warnings of Sphinx and errors of the system, as the lines a person reads."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from sphinx.errors import ConfigError

from colophon.problems import Problem, Problems, fail
from colophon.reports import of_error, of_sphinx

ROOT = Path("/book")


def lines(text: str) -> list[str]:
    return [str(problem) for problem in of_sphinx(text, ROOT)]


def test_warning_loses_root_level_and_subtype() -> None:
    assert lines("/book/docs/a.md:3: WARNING: Unknown thing [myst.role_unknown]\n") == [
        "docs/a.md:3: Unknown thing"
    ]


def test_known_warnings_say_how_to_mend() -> None:
    assert lines("/book/docs/a.md:3: WARNING: image file not readable: x.png [image]\n") == [
        "docs/a.md:3: image file not readable: x.png; put the file there or mend its name"
    ]


def test_without_place_and_over_two_lines() -> None:
    assert lines("WARNING: something\n  goes on\n/book/docs/b.md: ERROR: other\n") == [
        "something goes on",
        "docs/b.md: other",
    ]


def test_a_message_is_reported_in_its_catalogue() -> None:
    def locate(file: str, line: int) -> tuple[str, int]:
        assert (file, line) == ("docs/a.md", 12)
        return "locales/pl/LC_MESSAGES/a.po", 40

    found = of_sphinx("/book/docs/a.md:12:<translated>:1: WARNING: bad\n", ROOT, locate)
    assert [str(problem) for problem in found] == ["locales/pl/LC_MESSAGES/a.po:40: bad"]


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/book/_build/x"),
         "/book/_build/x: no space left on device; free some space and build again"),
        (PermissionError(errno.EACCES, "Permission denied", "/book/_build"),
         "/book/_build: permission denied; make the folder writable for you"),
        (fail("no", "do so", "a.md", 3), "a.md:3: no; do so"),
        (ConfigError("wrong"), "wrong"),
    ],
)  # fmt: skip
def test_errors(error: BaseException, line: str) -> None:
    assert [str(problem) for problem in of_error(error, ROOT)] == [line]


def test_faults_of_the_program_are_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        of_error(ZeroDivisionError(), ROOT)


def test_problems_come_sorted_and_once() -> None:
    two = Problem("b.md", 9, "x"), Problem("a.md", 10, "x")
    assert str(Problems([*two, *two])) == "a.md:10: x\nb.md:9: x"
