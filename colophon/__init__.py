"""Colophon: parallel editions of one scholarly book, as a set of Sphinx extensions.

`setup` lists the rooms in the order in which a chapter flows through them.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"

ROOMS = (
    "colophon.defaults",
    "colophon.markdown",
    "colophon.changes",
    "colophon.images",
    "colophon.names",
    "colophon.catalogs",
    "colophon.book",
    "colophon.completeness",
    "colophon.notes",
    "colophon.numbers",
    "colophon.figures",
    "colophon.typography",
    "colophon.collation",
    "colophon.index",
    "colophon.html",
    "colophon.epub",
    "colophon.print",
)


def setup(app: Sphinx) -> ExtensionMetadata:
    for room in ROOMS:
        app.setup_extension(room)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
