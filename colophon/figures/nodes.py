"""What stands in a doctree for a drawing: its plan, its words, and its long description."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from docutils import nodes

from colophon.figures.geojson import Map
from colophon.figures.labels import Label
from colophon.figures.table import Chart


class drawing_label(nodes.General, nodes.TextElement):
    """Words of a drawing, which Sphinx translates like a paragraph."""


class drawing(nodes.General, nodes.Element):
    """A drawing; `plan` is what it draws. Its first label says in words what is to be seen."""

    @property
    def plan(self) -> Map | Chart:
        return cast("Map | Chart", self["plan"])

    @property
    def alternative(self) -> str:
        """The text in place of the drawing."""
        return self.children[0].astext()

    @property
    def texts(self) -> tuple[str, ...]:
        """The labels by their numbers, in the language of the edition."""
        return tuple(label.astext() for label in self.children[1:])


class long_description(nodes.Part, nodes.Element):
    """What a reader who does not see the drawing is told of it."""


def label_nodes(labels: Sequence[Label], file: str) -> list[drawing_label]:
    """The labels as nodes; names of the termbase are no messages."""
    found = []
    for label in labels:
        node = drawing_label(label.text, label.text)
        node.source, node.line = file, label.line
        if label.name:
            node["translatable"] = False
        found.append(node)
    return found
