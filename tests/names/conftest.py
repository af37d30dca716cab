"""The tiny book of names in each language and format, built once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.sphinx_run import run

ROOT = Path(__file__).parents[1] / "roots" / "test-names"

Build = Callable[[str, str], Path]


def build(
    source: Path, language: str, builder: str = "html", parallel: int = 0
) -> tuple[Path, str]:
    """The output folder of one edition, beside the source, and what Sphinx warned of."""
    out = source.parent / f"{builder}-{language}"
    doctrees = source.parent / f"doctrees-{language}"
    return out, run(source, out, doctrees, builder, language, parallel=parallel)[1]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the book that a test may change."""
    return Path(shutil.copytree(ROOT, tmp_path / "source"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The output folder of an edition; the build said nothing."""
    source = Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("names") / "source"))

    @cache
    def of(language: str, builder: str) -> Path:
        out, warnings = build(source, language, builder)
        assert warnings == ""
        return out

    return of
