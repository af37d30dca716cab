"""The web edition: furo as a book, a language switch, notes that open in place, search.

In comes the resolved doctree of a page, out goes HTML that needs no other host and, but for
search and the pop-up notes, no JavaScript.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from colophon.html import assets, index, pages, search, settings, titlepage, wrappers, writer

THEME = Path(__file__).parent / "theme"


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_html_theme("colophon", str(THEME))
    settings.setup(app)
    titlepage.setup(app)
    wrappers.setup(app)
    writer.setup(app)
    pages.setup(app)
    index.setup(app)
    assets.setup(app)
    search.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
