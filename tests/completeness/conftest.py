"""A small book of which a part is translated, in three languages."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import sphinx.locale
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from tests.conftest import LANGUAGES

ROOT = Path(__file__).parents[1] / "roots" / "test-completeness"


def build(folder: Path, language: str, builder: str, **settings: object) -> Path:
    """Build the root in silence; the folder with what was made."""
    warnings = io.StringIO()
    sphinx.locale.translators.clear()  # one process knows one language only
    out = folder / builder / language
    with patch_docutils(str(ROOT)), docutils_namespace():
        Sphinx(
            ROOT,
            ROOT,
            out,
            folder / "doctrees" / language,
            builder,
            confoverrides={"language": language, **settings},
            status=None,
            warning=warnings,
        ).build()
    assert warnings.getvalue() == ""
    return out


@pytest.fixture(scope="session")
def rivers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each edition in each format: `<builder>/<language>`."""
    folder = tmp_path_factory.mktemp("rivers")
    for language in LANGUAGES:
        for builder in ("html", "epub", "latex"):
            build(folder, language, builder)
    return folder
