"""A book whose author wants to run TeX, written but not set."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import sphinx.locale
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

ROOT = Path(__file__).parents[1] / "roots" / "test-print"


def write(folder: Path, language: str) -> tuple[Path, str]:
    """The TeX file of the root in one language and what Sphinx warned of."""
    warnings = io.StringIO()
    sphinx.locale.translators.clear()  # one process knows one language only
    with patch_docutils(str(ROOT)), docutils_namespace():
        Sphinx(
            ROOT / "docs",
            ROOT,
            folder / language,
            folder / f"doctrees-{language}",
            "latex",
            confoverrides={"language": language},
            status=None,
            warning=warnings,
        ).build()
    return folder / language / f"hostile-{language}.tex", warnings.getvalue()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The English TeX file and the warnings."""
    return write(tmp_path_factory.mktemp("tex"), "en")


@pytest.fixture(scope="session")
def tex(written: tuple[Path, str]) -> str:
    """The text of the English TeX file."""
    return written[0].read_text("utf-8")
