"""The adapters between the note engine and Sphinx's phases."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from colophon.notes import numbering
from colophon.notes.domain import NotesDomain
from colophon.notes.nodes import bibliography_list, citation_cluster, within
from colophon.notes.sequence import stopped

logger = logging.getLogger(__name__)


class CitationNotes(SphinxTransform):
    """Turns each citation that asks for it into a note; inside a note it stays where it is."""

    # After Locale (20), which parses each translation and puts its placeholders in.
    default_priority = 400

    def apply(self, **kwargs: Any) -> None:
        for cluster in list(self.document.findall(citation_cluster)):
            title = within(cluster, nodes.title)
            if title is not None and isinstance(title.parent, nodes.section):
                logger.warning(
                    "a citation cannot stand in a heading; put it into the text below",
                    location=cluster,
                    type="colophon",
                    subtype="citation",
                )
                cluster.parent.remove(cluster)
            elif within(cluster, nodes.footnote):
                cluster["note"] = False
            elif cluster["note"]:
                numbering.add_note(self.document, cluster)


class NumberNotes(SphinxTransform):
    """Numbers the notes of the document."""

    # Before MyST sorts notes (618) and docutils numbers them (620); both then find none.
    default_priority = 617

    def apply(self, **kwargs: Any) -> None:
        for node, message in numbering.number(self.document):
            logger.warning(message, location=node, type="colophon", subtype="note")


class RenderCitations(SphinxPostTransform):
    """Puts the text of citations and bibliographies in place of their placeholders."""

    # Before everything that looks at text or links (ReferencesResolver is 10).
    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        domain = self.env.domains[NotesDomain.name]
        assert isinstance(domain, NotesDomain)
        for cluster in list(self.document.findall(citation_cluster)):
            _replace(cluster, domain.text(cluster))
        for placeholder in list(self.document.findall(bibliography_list)):
            placeholder.replace_self(domain.bibliography(placeholder))


def _replace(cluster: citation_cluster, text: list[nodes.Node]) -> None:
    """Put the text in, without a second full stop after an abbreviation (ibid.)."""
    after = cluster.next_node(descend=False, siblings=True)
    ends = "".join(node.astext() for node in text)
    if isinstance(after, nodes.Text) and after.startswith(".") and stopped(ends):
        after.parent.replace(after, nodes.Text(after[1:]))
    cluster.replace_self(text)
