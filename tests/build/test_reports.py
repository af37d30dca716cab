"""Warnings of Sphinx and errors of the system, as the lines a person reads."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest
from sphinx.errors import ConfigError, ExtensionError, SphinxParallelError, ThemeError

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


def test_a_place_without_a_line_parts_two_warnings() -> None:
    text = "/book/docs/a.md:: WARNING: one\n/book/docs/b.md:<translated>:1: WARNING: two\n"
    assert lines(text) == ["docs/a.md: one", "docs/b.md: two"]


@pytest.mark.parametrize(
    "message",
    [
        "unknown document: 'x'",
        "'myst' cross-reference target not found: 'x' [myst.xref_missing]",
        'Duplicate explicit target name: "x".',
        "Malformed YAML [myst.topmatter]",
    ],
)
def test_common_warnings_have_a_remedy(message: str) -> None:
    (problem,) = of_sphinx(f"/book/docs/a.md:3: WARNING: {message}\n", ROOT)
    assert problem.remedy


def in_handler(cause: Exception) -> Exception:
    """What Sphinx makes of an exception of a handler."""
    message = "Handler <function f at 0x7f531ca94ea0> for event 'env-updated' threw an exception"
    error = ExtensionError(message, cause, modname="x")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/book/_build/x"),
         "/book/_build/x: no space left on device; free some space and build again"),
        (PermissionError(errno.EACCES, "Permission denied", "/book/_build"),
         "/book/_build: permission denied; make the folder writable for you"),
        (fail("no", "do so", "a.md", 3), "a.md:3: no; do so"),
        (ConfigError("wrong"), "wrong"),
        (in_handler(fail("no", "do so", "a.md", 3)), "a.md:3: no; do so"),
        (in_handler(OSError(errno.ENOSPC, "No space left on device", "/book/_build/x")),
         "/book/_build/x: no space left on device; free some space and build again"),
        (ExtensionError("Could not import extension x", ImportError("No module named 'x'")),
         "Could not import extension x (exception: No module named 'x'); "
         "install it or mend its name in conf.py"),
        (ThemeError("no theme named 'x' found"),
         "no theme named 'x' found; mend html_theme in conf.py"),
        (shutil.Error([("/a", "/b", "[Errno 28] No space left on device: '/b'")] * 900),
         "/b: no space left on device; free some space and build again"),
        (SphinxParallelError("PermissionError: [Errno 13] Permission denied: '/book/_build'", ""),
         "/book/_build: permission denied; make the folder writable for you"),
        (SphinxParallelError("sphinx.errors.DocumentError: bad", ""), "bad"),
        (SphinxParallelError(
            "sphinx.errors.ExtensionError: Handler <f at 0x7f> for event 'doctree-read' threw an "
            "exception (exception: a.md: bad)", "…\ncolophon.problems.Problems: a.md: bad\n…"),
         "a.md: bad"),
    ],
)  # fmt: skip
def test_errors(error: BaseException, line: str) -> None:
    assert [str(problem) for problem in of_error(error, ROOT)] == [line]


def test_faults_of_the_program_are_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        of_error(ZeroDivisionError(), ROOT)


@pytest.mark.parametrize(
    "error",
    [
        in_handler(KeyError("x")),
        SphinxParallelError(
            "sphinx.errors.ExtensionError: Handler <f at 0x7f> for event 'doctree-read' threw an "
            "exception (exception: 'x')",
            "KeyError: 'x'",
        ),
    ],
)
def test_faults_of_a_handler_come_without_its_name(error: Exception) -> None:
    with pytest.raises((KeyError, RuntimeError)) as caught:
        of_error(error, ROOT)
    assert str(caught.value) == "'x'"


def test_unreadable_input(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "a.md"
    page.parent.mkdir()
    page.touch()
    (problem,) = of_error(PermissionError(errno.EACCES, "Permission denied", str(page)), tmp_path)
    assert problem.remedy == "make the file readable for you"


def test_problems_come_sorted_and_once() -> None:
    two = Problem("b.md", 9, "x"), Problem("a.md", 10, "x")
    assert str(Problems([*two, *two])) == "a.md:10: x\nb.md:9: x"
