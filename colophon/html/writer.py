"""Notes as HTML: plain raised numbers in the text, one list of notes at the chapter's end.

Roles are those of Digital Publishing WAI-ARIA (doc-noteref, doc-endnotes, doc-backlink).
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import get_translation
from sphinx.writers.html5 import HTML5Translator

from colophon.html.settings import BUILDERS

HEADING = "colophon-notes"
"""The id of the heading above the notes, the same in all editions."""


class BookTranslator(HTML5Translator):
    """Sphinx's writer with the notes of a book in place of bracketed labels."""

    def visit_footnote_reference(self, node: nodes.Element) -> None:
        adjacent = isinstance(node.previous_sibling(), nodes.footnote_reference)
        self.body.append('<sup class="note-mark">' + "," * adjacent)
        self.body.append(self.starttag(node, "a", "", href=f"#{node['refid']}", role="doc-noteref"))

    def depart_footnote_reference(self, node: nodes.Element) -> None:
        self.body.append("</a></sup>")

    def visit_footnote(self, node: nodes.Element) -> None:
        if not isinstance(node.previous_sibling(), nodes.footnote):
            heading = self.encode(get_translation("colophon")("Notes"))
            self.body.append(
                f'<section class="notes" role="doc-endnotes" aria-labelledby="{HEADING}">\n'
                f'<h2 id="{HEADING}">{heading}</h2>\n<ol role="list">\n'
            )
        self.body.append(self.starttag(node, "li"))

    def depart_footnote(self, node: nodes.Element) -> None:
        self.body.append("</li>\n")
        if not isinstance(node.next_node(descend=False, siblings=True), nodes.footnote):
            self.body.append("</ol>\n</section>\n")

    def visit_label(self, node: nodes.label) -> None:
        if not isinstance(node.parent, nodes.footnote):
            super().visit_label(node)
            return
        # The number leads back to its mark; a note with several marks has a letter for each.
        back = self.attval(get_translation("colophon")("Back to the text"))
        first, *others = node.parent.get("backrefs", []) or [""]
        number = self.encode(node.astext())
        if first:
            number = f'<a role="doc-backlink" href="#{first}" title="{back}">{number}</a>'
        for letter, mark in zip("bcdefghijklmnopqrstuvwxyz", others, strict=False):
            number += f' <a role="doc-backlink" href="#{mark}" title="{back}">{letter}</a>'
        self.body.append(f'<span class="note-number">{number}</span>\n')
        raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    for builder in BUILDERS:
        app.set_translator(builder, BookTranslator)
