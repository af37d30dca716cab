"""A small book of which a part is translated, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.sphinx_run import run

ROOT = Path(__file__).parents[1] / "roots" / "test-completeness"


def build(folder: Path, language: str, builder: str, **settings: object) -> Path:
    """Build the root in silence; the folder with what was made."""
    out, doctrees = folder / builder / language, folder / "doctrees" / language
    _, told = run(ROOT, out, doctrees, builder, language, **settings)
    assert told == ""
    return out


@pytest.fixture(scope="session")
def rivers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each edition in each format: `<builder>/<language>`."""
    folder = tmp_path_factory.mktemp("rivers")
    for language in LANGUAGES:
        for builder in ("html", "epub", "latex"):
            build(folder, language, builder)
    return folder
