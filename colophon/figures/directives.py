"""`{map}`, `{timeline}` and `{ranges}`: figures drawn from data that stand beside the chapters.

The argument is the file of the data; the content is the caption, a paragraph, and below it the
long description. Without `:alt:` nobody would hear what is to be seen, so it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from colophon.figures import geojson, table
from colophon.figures.labels import Labels
from colophon.figures.nodes import drawing, drawing_label, label_nodes, long_description
from colophon.names.roles import known
from colophon.notes import works
from colophon.problems import Problem
from colophon.sources import faults

logger = logging.getLogger(__name__)

Plan = geojson.Map | table.Chart


class Drawing(SphinxDirective):
    """A figure whose picture is drawn from data."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {
        "alt": directives.unchanged_required,
        "name": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        if not self.options.get("alt"):
            return self._refused("a figure without :alt:; say in it what is to be seen")
        relative, absolute = self.env.relfn2path(self.arguments[0])
        path = Path(absolute)
        if not path.resolve().is_relative_to(Path(self.env.srcdir).resolve()):
            return self._refused(
                f"data outside of the chapters' folder: {relative}; copy them there"
            )
        if not path.is_file():
            return self._refused(f"no file {relative}; save the data there, or mend the name")
        self.env.note_dependency(absolute)
        figure = self._figure()
        if figure is None:
            return self._refused("a figure without a caption; write it as its first paragraph")
        raw = path.read_bytes()
        labels = Labels(self.config.language)
        if not (problems := list(faults(raw, absolute))):
            plan, problems = self.plan(raw.decode("utf-8-sig"), absolute, labels)
        for problem in problems:
            logger.warning(
                problem.told,
                location=f"{problem.file}:{problem.line}",
                type="colophon",
                subtype="figure",
            )
        if problems:
            return []
        alternative = drawing_label(self.options["alt"], self.options["alt"])
        self.set_source_info(alternative)
        picture = drawing("", alternative, *label_nodes(labels.found, absolute), plan=plan)
        self.set_source_info(picture)
        figure.insert(0, picture)
        return [figure]

    def plan(self, text: str, file: str, labels: Labels) -> tuple[Plan, list[Problem]]:
        """What the file asks to be drawn, and what is wrong with it."""
        raise NotImplementedError

    def _figure(self) -> nodes.figure | None:
        """The figure without its picture; None if it has no caption."""
        parsed = self.parse_content_to_nodes()
        # Entries of the index go before the caption that they lead to.
        first = next((n for n in parsed if isinstance(n, nodes.paragraph)), None)
        if first is None:
            return None
        caption = nodes.caption(first.rawsource, "", *first.children)
        caption.source, caption.line = first.source, first.line
        figure = nodes.figure("", caption, classes=["drawn"])
        self.set_source_info(figure)
        if described := parsed[parsed.index(first) + 1 :]:
            figure += long_description("", *described)
            for mark in figure[-1].findall(nodes.footnote_reference):
                self._warn("a note in a long description; put it into the caption", mark)
        self.add_name(figure)
        return figure

    def _refused(self, message: str) -> list[nodes.Node]:
        self._warn(message)
        return []

    def _warn(self, message: str, at: nodes.Node | None = None) -> None:
        location = self.get_location() if at is None or not at.line else at
        logger.warning(message, location=location, type="colophon", subtype="figure")


class MapDirective(Drawing):
    """A map from GeoJSON."""

    def plan(self, text: str, file: str, labels: Labels) -> tuple[Plan, list[Problem]]:
        return geojson.read(text, file, known(self.env), labels)


class ChartDirective(Drawing):
    """Bars from CSV: `timeline` or `ranges`."""

    def plan(self, text: str, file: str, labels: Labels) -> tuple[Plan, list[Problem]]:
        kind: table.Kind = "timeline" if self.name == "timeline" else "ranges"
        return table.read(text, file, kind, known(self.env), labels, list(works.of(self.env)))
