"""Builds a tiny book as a reader would get it, and insists on silence."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.sphinx_run import run

ROOTS = Path(__file__).parent.parent / "roots"


def build(source: Path, language: str, builder: str, parallel: int = 0) -> Path:
    """The output folder; formats of one language share their doctrees, as in a real build."""
    doctrees = "doctrees-gettext" if builder == "gettext" else f"doctrees-{language}"
    out = source.parent / f"{builder}-{language}"
    _, told = run(source, out, source.parent / doctrees, builder, language, parallel=parallel)
    assert not told, told
    return out


def copied(root: str, folder: Path) -> Path:
    """A copy of a test root that may be changed."""
    return Path(shutil.copytree(ROOTS / root, folder / "source"))
