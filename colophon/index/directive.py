"""Sphinx's `index` directive with two more kinds: the beginning and the end of a span.

`start: Red Army; advance of` and, further down, `end: Red Army; advance of` are one entry for all
pages from the one to the other. To everything else they are `single` entries, so that
they are extracted and translated like those.
"""

from __future__ import annotations

import re

from docutils import nodes
from sphinx import addnodes
from sphinx.domains.index import IndexDirective as SphinxIndexDirective

MAIN = "main"
START = "start"
END = "end"

_SPAN = re.compile(rf"^(!?\s*)({START}|{END}):\s*")


class IndexDirective(SphinxIndexDirective):
    """One or more index entries for what follows."""

    def run(self) -> list[nodes.Node]:
        """The node with the entries, and the target that they lead to."""
        lines = self.arguments[0].split("\n")
        spans = [match[2] if (match := _SPAN.match(line)) else "" for line in lines]
        found: list[nodes.Node] = []
        for line, span in zip(lines, spans, strict=True):
            self.arguments = [_SPAN.sub(r"\1single: ", line)]
            try:
                index, place = super().run()
            except ValueError as fault:  # a kind that Sphinx has given up
                raise self.error(str(fault)) from None
            assert isinstance(index, addnodes.index)
            index["entries"] = [
                (kind, text, id, f"{main} {span}".strip(), key)
                for kind, text, id, main, key in index["entries"]
            ]
            found += [index, place]
        return found
