"""A small web edition in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.sphinx_run import run

ROOT = Path(__file__).parents[1] / "roots" / "test-html"


def build(folder: Path, language: str, parallel: int = 1, **settings: object) -> str:
    """Build the root in one language below `folder`; what Sphinx warned of."""
    out, doctrees = folder / language, folder / "doctrees" / language
    return run(ROOT, out, doctrees, "html", language, parallel=parallel, **settings)[1]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a web edition for each language; the build said nothing."""
    folder = tmp_path_factory.mktemp("site")
    for language in LANGUAGES:
        assert build(folder, language) == ""
    return folder
