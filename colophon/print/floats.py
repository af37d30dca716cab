"""Figures move to where there is room for them, and their notes with them."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.builders.latex.nodes import footnotetext
from sphinx.transforms.post_transforms import SphinxPostTransform


class figure_notes(nodes.Part, nodes.Element):
    """The notes of a figure's caption."""


class FigureNotes(SphinxPostTransform):
    """Put the notes of a caption into the figure: TeX would leave them on the page that it left.

    The style file sets them below the caption.
    """

    # After Sphinx has put them behind the figure (600).
    default_priority = 610
    builders = ("latex",)

    def run(self, **kwargs: Any) -> None:
        for figure in self.document.findall(nodes.figure):
            place = figure.parent.index(figure) + 1
            notes = figure_notes()
            while isinstance(note := _at(figure.parent, place), footnotetext):
                figure.parent.remove(note)
                notes += note
            if len(notes):
                figure += notes


def _at(parent: nodes.Element, place: int) -> nodes.Node | None:
    return parent[place] if place < len(parent) else None
