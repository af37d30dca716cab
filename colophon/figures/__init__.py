"""Figures drawn from data: maps, timelines and ranges of estimates.

Data in, a drawing in each format out: `geojson` and `table` read the data, `atlas` and `bars` lay
them out as a `scene`, `svg` and `tikz` write it, `writers` puts it into a page. The words of a
figure are messages of its chapter's catalogue, names come from the termbase.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from colophon.figures.directives import ChartDirective, MapDirective
from colophon.figures.nodes import drawing, drawing_label, long_description
from colophon.figures.writers import DESCRIPTIONS, DRAWINGS


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("map", MapDirective)
    app.add_directive("timeline", ChartDirective)
    app.add_directive("ranges", ChartDirective)
    app.add_node(drawing, **DRAWINGS)
    app.add_node(drawing_label)  # no format prints it: the drawing does
    app.add_node(long_description, **DESCRIPTIONS)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
