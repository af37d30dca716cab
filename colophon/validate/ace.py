"""Ace, the DAISY Consortium's accessibility checker, run in a browser of this machine.

Its Node packages are pinned by `node/package-lock.json` and live outside of the sources, in a
folder that `install` fills; by default that is `ace` in the Python environment.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from colophon.problems import fail
from colophon.validate.findings import Finding, Severity

HOME: Final = Path(sys.prefix, "ace")
"""Where Ace is installed unless a caller says otherwise."""

_PACKAGES: Final = Path(__file__).parent / "node"
_FILES: Final = ("package.json", "package-lock.json")
_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def install(home: Path = HOME) -> bool:
    """Install the pinned packages in `home`; False where they are there already."""
    stamp = home / ".installed"
    locked = hashlib.sha256(b"".join((_PACKAGES / name).read_bytes() for name in _FILES))
    if stamp.exists() and stamp.read_text() == locked.hexdigest():
        return False
    home.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    for name in _FILES:
        shutil.copyfile(_PACKAGES / name, home / name)
    command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
    environment = os.environ | {"PUPPETEER_SKIP_DOWNLOAD": "1"}  # the machine has a browser
    try:
        subprocess.run(
            command, cwd=home, env=environment, check=True, capture_output=True, text=True
        )
    except FileNotFoundError as error:
        raise fail("Ace needs Node and npm", "install nodejs and npm") from error
    except subprocess.CalledProcessError as error:
        raise fail(f"npm could not install Ace: {error.stderr.strip()}", file=home) from error
    stamp.write_text(locked.hexdigest())
    return True


def check(path: Path, home: Path = HOME) -> list[Finding]:
    """Violations of an EPUB, the worst first; empty where there is none.

    Raises `Problems` where Ace or a browser is missing or Ace itself fails.
    """
    program = home / "node_modules" / ".bin" / "ace-cli"
    if not program.exists():
        raise fail("Ace is not installed", "run: python -m colophon.validate install-ace", home)
    with tempfile.TemporaryDirectory(prefix="ace-") as name:
        folder = Path(name)
        environment = os.environ | {"PUPPETEER_EXECUTABLE_PATH": str(_browser(folder))}
        done = subprocess.run(
            [str(program), "--silent", "--outdir", str(folder / "out"), str(path)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        # The status says nothing: Ace ends with 0 for a failing book, too.
        try:
            report = json.loads((folder / "out" / "report.json").read_text("utf-8"))
        except (OSError, ValueError) as error:
            reason = (done.stderr or done.stdout).strip() or f"status {done.returncode}"
            raise fail(f"Ace did not run: {reason}", file=path) from error
    return sorted(_findings(report))


def browser() -> str:
    """The path of the Chromium or Chrome of this machine; raises `Problems` where there is none."""
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        raise fail("there is no Chromium, which Ace needs", "run make setup, or install chromium")
    return found


def _browser(folder: Path) -> Path:
    """A script that starts Chromium without its sandbox, which containers do not allow."""
    found = browser()
    script = folder / "browser"
    script.write_text(f'#!/bin/sh\nexec "{found}" --no-sandbox "$@"\n')
    script.chmod(0o755)
    return script


def _findings(report: dict[str, Any]) -> Iterator[Finding]:
    for page in report["assertions"]:
        place = page["earl:testSubject"]["url"]
        for assertion in page["assertions"]:
            test = assertion["earl:test"]
            yield Finding(
                # Ace grades by impact (minor to critical); none of them is to be in a book.
                Severity.ERROR,
                test["dct:title"],
                f"{assertion['earl:result']['dct:description'].strip()} ({test['earl:impact']})",
                place,
            )
