"""The printed book: Sphinx's LaTeX, dressed as a book, set by XeLaTeX and examined.

In comes the doctree of an edition; out comes `<slug>-<language>.tex` (`builder`, `translator`,
`elements`), then its PDF (`typeset`, with `index` between the passes and `log` after them),
and what is known of a finished PDF (`preflight`). The look is one style file in `assets/`.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from colophon.print.builder import BookBuilder
from colophon.print.elements import configure
from colophon.print.floats import FigureNotes
from colophon.print.matter import BACK_MATTER, FRONT_MATTER
from colophon.print.translator import BookTranslator


def setup(app: Sphinx) -> ExtensionMetadata:
    # "" as rebuild: only the LaTeX writer asks, so no edition is read anew.
    app.add_config_value("colophon_front_matter", FRONT_MATTER, "", types=list)
    app.add_config_value("colophon_back_matter", BACK_MATTER, "", types=list)
    app.add_builder(BookBuilder, override=True)
    app.add_post_transform(FigureNotes)
    app.set_translator("latex", BookTranslator, override=True)
    # After the book has its title in the edition's language (200), before Sphinx checks
    # latex_elements (800).
    app.connect("config-inited", configure, priority=500)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
