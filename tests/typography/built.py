"""Builds a tiny book as a reader would get it, and insists on silence."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import sphinx.locale
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

ROOTS = Path(__file__).parent.parent / "roots"


def build(source: Path, language: str, builder: str, parallel: int = 0) -> Path:
    """The output folder; formats of one language share their doctrees, as in a real build."""
    doctrees = "doctrees-gettext" if builder == "gettext" else f"doctrees-{language}"
    out = source.parent / f"{builder}-{language}"
    warning = io.StringIO()
    # Sphinx keeps the first catalogues for the whole process; a real build has one per language.
    sphinx.locale.translators.clear()
    with patch_docutils(source), docutils_namespace():
        app = Sphinx(
            source, source, out, source.parent / doctrees, builder,
            confoverrides={"language": language}, status=None, warning=warning, parallel=parallel,
        )  # fmt: skip
        app.build()
    assert not (told := warning.getvalue()), told
    return out


def copied(root: str, folder: Path) -> Path:
    """A copy of a test root that may be changed."""
    return Path(shutil.copytree(ROOTS / root, folder / "source"))
