"""What a person types, and what happens: help, targets, editions, refusals, set-up."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).parents[2]
TARGETS = {
    *("all", "html", "epub", "latexpdf", "gettext", "catalogs", "check", "test", "lint"),
    *("exchange", "import", "progress"),
    *("check-<language>", "live-<language>", "bench", "clean", "setup", "lock"),
}


def test_help_is_the_default_and_lists_every_target(sandbox: Any) -> None:
    done = sandbox.make()
    listed = set(re.findall(r"^  make (\S+) +\w", done.stdout, re.MULTILINE))
    assert done.returncode == 0
    assert listed == {"help", *TARGETS}
    assert "en pl th" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [["html-xx"], ["live-xx"], ["check-xx"], ["html", "LANGUAGES=pl xx"], ["docx"], ["pdf-th"]],
)
def test_unknown_editions_are_refused_before_anything_happens(
    sandbox: Any, arguments: list[str]
) -> None:
    sandbox.ready()
    done = sandbox.make(*arguments)
    assert done.returncode == 2
    assert "en pl th" in done.stderr
    assert done.stdout == ""
    assert sandbox.log.read_text() == ""


def test_an_unknown_format_names_the_known_ones(sandbox: Any) -> None:
    assert "html epub latexpdf" in sandbox.make("docx").stderr


def test_known_languages_are_those_of_conf_py(sandbox: Any) -> None:
    conf: dict[str, Any] = {"__file__": str(CHECKOUT / "conf.py")}
    exec((CHECKOUT / "conf.py").read_text(), conf)
    assert f"known are: {' '.join(conf['colophon_languages'])}. " in sandbox.make("html-xx").stderr


@pytest.mark.parametrize(
    ("arguments", "calls"),
    [
        (["html"], ["build html --languages"]),
        (["html", "epub"], ["build html epub --languages"]),
        (["-j4", "all"], ["build html epub latexpdf --languages"]),
        (["-j4", "all", "html", "epub-th"], ["build html epub latexpdf --languages"]),
        (["all", "LANGUAGES=pl th"], ["build html epub latexpdf --languages pl th"]),
        (["epub-pl"], ["build epub --languages pl"]),
        (["html-th", "latexpdf-th"], ["build html latexpdf --languages th"]),
        (["html-th", "epub-pl"], ["build epub --languages pl", "build html --languages th"]),
        (["html", "epub-th"], ["build html --languages", "build epub --languages th"]),
        (["gettext"], ["gettext"]),
        (["catalogs"], ["catalogs"]),
        (["check"], ["check --format text --languages"]),
        (["check-th", "FORMAT=github"], ["check --format github --languages th"]),
        (["progress", "LANGUAGES=pl th"], ["progress --languages pl th"]),
        (["exchange", "LANGUAGES=th"], ["export --languages th"]),
        (["import", "FILES=a.xlf b.docx"], ["import a.xlf b.docx"]),
        (["live-th"], ["live th"]),
    ],
)
def test_targets_call_colophon_once_for_what_goes_together(
    sandbox: Any, arguments: list[str], calls: list[str]
) -> None:
    sandbox.ready()
    done = sandbox.make(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    made = [call.rstrip() for call in sandbox.calls("python")]
    assert made == [f"-m colophon {call}" for call in calls]


def test_languages_can_be_narrowed_from_the_environment(sandbox: Any) -> None:
    sandbox.ready()
    sandbox.make("epub", LANGUAGES="pl th")
    assert sandbox.calls("python") == ["-m colophon build epub --languages pl th"]


@pytest.mark.parametrize(
    ("target", "groups"),
    [
        ("html", "base"),
        ("epub-th", "base"),
        ("check", "base"),
        ("lint", "base"),
        ("latexpdf", "base print"),
        ("latexpdf-th", "base print"),
        ("all", "base print"),
        ("bench", "base print test"),
        ("test", "base print test"),
        ("setup", "base print test"),
    ],
)
def test_a_target_asks_only_for_the_packages_that_it_needs(
    sandbox: Any, target: str, groups: str
) -> None:
    sandbox.ready()
    for tool in ("ruff", "mypy"):
        sandbox.script(sandbox.book / ".venv/bin" / tool, "")
    sandbox.make(target)
    assert [call.split() for call in sandbox.calls("python3")] == [
        ["-I", "colophon/system.py", *groups.split()]
    ]


def test_clean_removes_the_output_and_needs_nothing(sandbox: Any) -> None:
    (sandbox.book / "_build").mkdir()
    assert sandbox.make("clean").returncode == 0
    assert not (sandbox.book / "_build").exists()


def test_cleaning_comes_before_building(sandbox: Any) -> None:
    sandbox.ready()
    sandbox.script(sandbox.book / ".venv/bin/python", "mkdir _build")
    sandbox.make("-j4", "all", "clean")
    assert (sandbox.book / "_build").exists()


def test_a_second_setup_does_nothing(sandbox: Any) -> None:
    sandbox.ready()
    done = sandbox.make("setup")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert sandbox.calls("pip") == []


def _venv(sandbox: Any, pip: str) -> None:
    """A stand-in for Python whose virtual environments have `pip` for their pip."""
    script = sandbox.script(sandbox.book.parent / "pip", pip)
    copy = f'mkdir -p "$4/bin" && cat {script} > "$4/bin/pip" && chmod 755 "$4/bin/pip"'
    sandbox.script(sandbox.bin / "python3", f'test "$2" = venv || exit 0; {copy}')


def test_python_packages_come_from_the_lock_by_hash(sandbox: Any) -> None:
    _venv(sandbox, "")
    sandbox.make("html")
    *locked, package = sandbox.calls("pip")
    assert locked
    assert all("--require-hashes" in call for call in locked)
    assert locked[-1].endswith("-r requirements.txt")
    assert "--no-build-isolation" in locked[-1]
    assert "--no-deps --no-build-isolation --editable ." in package


def test_an_installation_that_fails_is_tried_again(sandbox: Any) -> None:
    _venv(sandbox, "exit 1")
    for _ in range(2):
        done = sandbox.make("html")
        assert done.returncode == 2
        assert "Setting up .venv" in done.stdout
        assert not list(sandbox.book.glob(".venv/.[lr]*"))
    _venv(sandbox, "")
    sandbox.make("html")
    assert (sandbox.book / ".venv/.ready").exists()


def test_tests_bring_ace_along(sandbox: Any) -> None:
    sandbox.ready()
    (sandbox.book / ".venv/ace/.installed").unlink()
    sandbox.make("html")
    install = "-m colophon.validate install-ace"
    assert install not in sandbox.calls("python")
    sandbox.make("test")
    assert sandbox.calls("python")[-2:] == [install, "-m pytest"]
    sandbox.make("setup")
    assert sandbox.calls("python").count(install) == 1


def test_a_new_lock_is_installed(sandbox: Any) -> None:
    _venv(sandbox, "")
    sandbox.make("html")
    sandbox.log.write_text("")
    sandbox.make("html")
    assert sandbox.calls("pip") == []
    (sandbox.book / "requirements.txt").touch()
    sandbox.make("html")
    assert len(sandbox.calls("pip")) == 3
