"""Builds that are killed, stopped or doubled: the last good output stands, nothing runs on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

BUILD = [sys.executable, "-m", "colophon", "build", "html", "--languages", "pl"]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A small book, not built yet."""
    return Path(shutil.copytree(ROOT / "tests" / "roots" / "test-book", tmp_path / "book"))


def start(book: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        BUILD, cwd=book, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def editions_of(process: subprocess.Popen[str]) -> list[str]:
    """The processes of single languages that a build has started."""
    lists = Path(f"/proc/{process.pid}/task").glob("*/children")
    return [child for children in lists for child in children.read_text().split()]


def wait_until(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def test_two_builds_at_once(book: Path) -> None:
    """The second waits for the first; both end well."""
    both = [start(book), start(book)]
    for build in both:
        _, errors = build.communicate(timeout=120)
        assert (build.returncode, errors) == (0, "")
    assert "Marsz" in (book / "_build/html/pl/chapter.html").read_text()


def test_a_stopped_build_leaves_no_process(book: Path) -> None:
    build = start(book)
    wait_until(lambda: editions_of(build))
    (edition,) = editions_of(build)
    build.send_signal(signal.SIGTERM)
    assert build.wait(timeout=60) == 130
    wait_until(lambda: not Path(f"/proc/{edition}").exists())


def test_a_killed_build_is_taken_up_again(book: Path) -> None:
    build = start(book)
    wait_until(lambda: editions_of(build))
    for pid in [*editions_of(build), build.pid]:
        os.kill(int(pid), signal.SIGKILL)
    build.communicate()
    again = start(book)
    _, errors = again.communicate(timeout=120)
    assert (again.returncode, errors) == (0, "")
    assert [path.name for path in (book / "_build" / "html").iterdir()] in (
        ["pl", "index.html"],
        ["index.html", "pl"],
    )


def test_a_reader_who_goes_away_stops_nothing(book: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = f"{' '.join(BUILD)} | true"
    done = subprocess.run(
        command, shell=True, cwd=book, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert (book / "_build/html/pl/chapter.html").is_file()


def test_a_spoilt_stamp_means_building(book: Path) -> None:
    assert start(book).wait(timeout=120) == 0
    stamp = book / "_build" / "work" / "pl" / "html.built"
    stamp.write_bytes(b"\xff\xfe garbage")
    done = start(book)
    output, errors = done.communicate(timeout=120)
    assert (done.returncode, errors) == (0, "")
    assert "html-pl" in output
