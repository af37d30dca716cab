"""The date that a build bears, so that the same book gives the same bytes on any day."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

from colophon.problems import fail
from colophon.project import NO_SOURCES, files_below

LATEST = 4354819199
"""The last second of 2107, after which a ZIP archive has no date."""


def source_date_epoch(root: Path) -> str:
    """Seconds since 1970: the caller's SOURCE_DATE_EPOCH, else the date of the last commit.

    Outside of a repository the youngest file of the book tells, so that the same book has
    the same date on any day; a file dated in the future says nothing.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        if not (given.isascii() and given.isdigit() and int(given) <= LATEST):
            remedy = f"give whole seconds since 1970, at most {LATEST}, or leave it out"
            raise fail(f"SOURCE_DATE_EPOCH is {given!r}", remedy)
        return given
    git = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(git, capture_output=True, text=True, check=True)
        if stamp := done.stdout.strip():
            return stamp
    except (OSError, subprocess.CalledProcessError):
        pass
    now = time.time()
    dates = (page.stat().st_mtime for page in files_below(root, prune=NO_SOURCES))
    return str(int(max((date for date in dates if 0 <= date <= now), default=now)))
