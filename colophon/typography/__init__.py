"""Visible and invisible punctuation by language: pure rules, and one adapter to doctrees."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    app.setup_extension("colophon.typography.transforms")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
