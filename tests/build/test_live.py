"""`make live-th`: the page follows the catalogue."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

from tests.conftest import ROOT

PATIENCE = 60  # seconds; a bound for a broken server, not a measure of speed


def until(condition: Callable[[], object]) -> None:
    """Wait for `condition`, which may fail for want of a server."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            if condition():
                return
        except OSError:
            pass
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.2)


def test_saved_catalog_reaches_the_page(tmp_path: Path) -> None:
    book = Path(shutil.copytree(ROOT / "tests" / "roots" / "test-book", tmp_path / "book"))
    log = tmp_path / "log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "colophon", "live", "th"],
            cwd=book,
            env={**os.environ, "PYTHONPATH": str(ROOT), "BROWSER": "true"},
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        until(lambda: re.search(r"http://127\.0\.0\.1:\d+", log.read_text()))
        address = re.findall(r"http://127\.0\.0\.1:\d+", log.read_text())[0]

        def page() -> str:
            with urlopen(f"{address}/chapter.html") as answer:
                return str(answer.read().decode())

        until(lambda: "กองทัพ" in page())
        catalog = book / "locales" / "th" / "LC_MESSAGES" / "chapter.po"
        catalog.write_text(catalog.read_text().replace("กองทัพ", "กองพล"))
        until(lambda: "กองพล" in page())
        assert not list((book / "locales").rglob("*.mo"))
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()
