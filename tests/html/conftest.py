"""A small web edition in three languages."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import sphinx.locale
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from tests.conftest import LANGUAGES

ROOT = Path(__file__).parents[1] / "roots" / "test-html"


def build(folder: Path, language: str, parallel: int = 1, **settings: object) -> str:
    """Build the root in one language below `folder`; what Sphinx warned of."""
    warnings = io.StringIO()
    sphinx.locale.translators.clear()  # one process knows one language only
    with patch_docutils(str(ROOT)), docutils_namespace():
        Sphinx(
            ROOT,
            ROOT,
            folder / language,
            folder / "doctrees" / language,
            "html",
            confoverrides={"language": language, **settings},
            status=None,
            warning=warnings,
            parallel=parallel,
        ).build()
    return warnings.getvalue()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a web edition for each language; the build said nothing."""
    folder = tmp_path_factory.mktemp("site")
    for language in LANGUAGES:
        assert build(folder, language) == ""
    return folder
