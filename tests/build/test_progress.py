"""What a build shows: a bar for each edition on a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

BUILD = [sys.executable, "-m", "colophon", "build", "html", "--languages", "en", "pl"]


def book(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests" / "roots" / "test-book", tmp_path / "book"))


def test_bars_on_a_terminal(tmp_path: Path) -> None:
    master, slave = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100"}
    process = subprocess.Popen(
        BUILD, cwd=book(tmp_path), env=environment, stdout=slave, stderr=slave
    )
    os.close(slave)
    shown = b""
    try:
        while chunk := os.read(master, 4096):
            shown += chunk
    except OSError:
        pass  # Linux says so when the last writer has gone
    assert process.wait() == 0
    text = shown.decode()
    assert "━" in text
    for edition in ("html-en", "html-pl"):
        assert re.search(rf"{edition}.*done", text)


def test_plain_lines_elsewhere(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        BUILD, cwd=book(tmp_path), env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    lines = sorted(re.sub(r"^\[ *[\d.]+ s\] ", "", line) for line in done.stdout.splitlines())
    assert [line.split(": ")[0] for line in lines] == ["html-en", "html-pl"]
    assert "\x1b" not in done.stdout
