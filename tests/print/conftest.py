"""A book whose author wants to run TeX, written but not set."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sphinx_run import run

ROOT = Path(__file__).parents[1] / "roots" / "test-print"


def write(folder: Path, language: str) -> tuple[Path, str]:
    """The TeX file of the root in one language and what Sphinx warned of."""
    out, doctrees = folder / language, folder / f"doctrees-{language}"
    _, told = run(ROOT / "docs", out, doctrees, "latex", language, confdir=ROOT)
    return out / f"hostile-{language}.tex", told


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The English TeX file and the warnings."""
    return write(tmp_path_factory.mktemp("tex"), "en")


@pytest.fixture(scope="session")
def tex(written: tuple[Path, str]) -> str:
    """The text of the English TeX file."""
    return written[0].read_text("utf-8")
