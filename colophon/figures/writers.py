"""Drawings and their long descriptions in the pages of each format."""

from __future__ import annotations

from typing import Any, Final

from babel.units import format_unit
from docutils import nodes
from sphinx.locale import get_translation
from sphinx.writers.html5 import HTML5Translator
from sphinx.writers.latex import CR, LaTeXTranslator

from colophon.characters import NO_BREAK_SPACE
from colophon.figures import atlas, bars, svg, tikz
from colophon.figures.geojson import Map
from colophon.figures.nodes import drawing, long_description
from colophon.figures.scene import Scene
from colophon.languages import Language, language
from colophon.numbers.dates import locale

PAGE, WHITE = "var(--drawing-paper, #fff)", "#fff"
"""The ground of a drawing: in a web page that of the page; not every e-reader knows variables."""


def scene(node: drawing, spoken: Language) -> Scene:
    """The drawing with its labels, laid out."""
    if isinstance(node.plan, Map):
        scale = format_unit(100, "length-kilometer", "short", locale=locale(spoken))
        return atlas.drawn(node.plan, node.texts, scale.replace(" ", NO_BREAK_SPACE))
    return bars.drawn(node.plan, node.texts, spoken)


def visit_html(self: HTML5Translator, node: drawing) -> None:
    spoken = language(self.config.language)
    figure = node.parent
    described = any(isinstance(child, long_description) for child in figure)
    picture = svg.picture(
        scene(node, spoken),
        id=_id(figure),
        title=node.alternative,
        described_by=f"{_id(figure)}-description" if described else "",
        paper=WHITE if self.builder.name == "epub" else PAGE,
        italics=spoken.italics,
    )
    if self.builder.name != "epub":
        # On a narrow screen it scrolls, for which the keyboard has to reach it.
        box = (
            f'class="drawing-frame" tabindex="0" role="group" aria-labelledby="{_id(figure)}-title"'
        )
        picture = f"<div {box}>\n{picture}\n</div>\n"
    self.body.append(picture)
    raise nodes.SkipNode


LOADING: Final = "\\usepackage{tikz}\n"


def visit_latex(self: LaTeXTranslator, node: drawing) -> None:
    spoken = language(self.config.language)
    if LOADING not in self.elements["preamble"]:  # it takes its time, and most books have no use
        self.elements["preamble"] += LOADING
    self.body.append(CR + tikz.picture(scene(node, spoken), self.encode, spoken.italics) + CR)
    raise nodes.SkipNode


def open_description(self: HTML5Translator, node: long_description) -> None:
    _ = get_translation("colophon")
    self.body.append(f'<details id="{_id(node.parent)}-description">')
    self.body.append(f"<summary>{self.encode(_('Description of the figure'))}</summary>\n")


def close_description(self: HTML5Translator, node: long_description) -> None:
    self.body.append("</details>\n")


def skip(self: nodes.NodeVisitor, node: nodes.Node) -> None:
    """Who reads a printed page sees the drawing."""
    raise nodes.SkipNode


def _id(figure: Any) -> str:
    ids: list[str] = figure["ids"]
    return ids[0]


Visitors = dict[str, Any]

DRAWINGS: Final[Visitors] = {"html": (visit_html, None), "latex": (visit_latex, None)}
DESCRIPTIONS: Final[Visitors] = {
    "html": (open_description, close_description),
    "latex": (skip, None),
}
