"""EPUB 3: one file for the shops and for readers who see, hear or touch the text."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.typing import ExtensionMetadata

from colophon.epub.builder import EpubBuilder

REQUIRED = ("version", "epub_author", "epub_publisher", "epub_copyright")
"""Settings that Sphinx warns of where they are empty; ours come from the book's metadata."""


def _required(app: Sphinx, config: Config) -> None:
    # None of these is shown, so any text will do.
    for name in REQUIRED:
        setattr(config, name, getattr(config, name) or "1")


def setup(app: Sphinx) -> ExtensionMetadata:
    app.setup_extension("colophon.epub.transforms")
    app.add_builder(EpubBuilder, override=True)
    # Document name → epub:type, where the name does not tell what a page is.
    app.add_config_value("colophon_epub_semantics", {}, "epub", types=dict)
    app.connect("config-inited", _required)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
