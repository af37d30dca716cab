"""The roles and directives of citations, in the place of those of sphinxcontrib-bibtex."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole

from colophon.notes.nodes import bibliography_list, citation_cluster
from colophon.notes.selection import Selection
from colophon.notes.syntax import CitationError, parse

logger = logging.getLogger(__name__)

FOOTCITE = ("p", "ps", "t", "ts", "ct", "cts")
"""Roles of the domain `footcite`; all make a note."""
CITE = ("p", "ps", "t", "ts", "alp", "alps")
"""Roles of the domain `cite` that print a citation where they stand."""


class CitationRole(SphinxRole):
    """A placeholder for the works cited."""

    def __init__(self, *, note: bool) -> None:
        super().__init__()
        self.note = note

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        cluster = citation_cluster(note=self.note)
        self.set_source_info(cluster)
        try:
            cluster["cites"] = parse(self.text)
        except CitationError as error:
            logger.warning(
                "citation: %s", error, location=cluster, type="colophon", subtype="citation"
            )
            return [nodes.literal("", self.text)], []
        return [cluster], []


class BibliographyDirective(SphinxDirective):
    """The works cited in the book, or with `:all:` those of the .bib file.

    `:keywords:` narrows the list to works with any of these keywords.
    """

    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {
        "all": directives.flag,
        "keywords": lambda text: tuple(sorted(re.split(r"[\s,;]+", text.strip()))),
    }

    def run(self) -> list[nodes.Node]:
        selection = Selection(
            keywords=self.options.get("keywords", ()), everything="all" in self.options
        )
        placeholder = bibliography_list(selection=selection)
        self.set_source_info(placeholder)
        return [placeholder]


class FootBibliographyDirective(SphinxDirective):
    """Accepted and empty: the notes stand at the end of the chapter or of the page."""

    def run(self) -> list[nodes.Node]:
        return []
