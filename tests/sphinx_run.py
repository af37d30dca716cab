"""Sphinx over a tiny book, as every test of a room runs it."""

from __future__ import annotations

import io
from pathlib import Path

import sphinx.locale
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils


def run(
    source: Path,
    out: Path,
    doctrees: Path,
    builder: str,
    language: str,
    *,
    confdir: Path | None = None,
    parallel: int = 1,
    **settings: object,
) -> tuple[Sphinx, str]:
    """The application after one build, and what it warned of."""
    warnings, root = io.StringIO(), confdir or source
    # Sphinx keeps the first catalogues for the whole process; a real build has one per language.
    sphinx.locale.translators.clear()
    with patch_docutils(str(root)), docutils_namespace():
        app = Sphinx(
            source,
            root,
            out,
            doctrees,
            builder,
            confoverrides={"language": language, **settings},
            status=None,
            warning=warnings,
            parallel=parallel,
        )
        app.build()
    return app, warnings.getvalue()
