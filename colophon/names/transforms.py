"""Names put into a chapter once it is translated: glosses, index entries and gazetteers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.transforms import SphinxTransform

from colophon.languages import language
from colophon.names.forms import gloss, index_entries
from colophon.names.lists import listing
from colophon.names.nodes import name_list, name_mention
from colophon.names.roles import paths
from colophon.names.table import terms_of

_PLAIN = (nodes.title, nodes.subtitle, nodes.caption, nodes.rubric, nodes.term)
"""Where a name stands for itself: no gloss, which would go into contents and running heads."""


class Mentions(SphinxTransform):
    """Prints the names of a chapter, the first of each with its gloss."""

    # After Locale (20), since a translation may name things in another order, and before visible
    # punctuation (760) and the collection of titles (880), which see what is printed.
    default_priority = 410

    def apply(self, **kwargs: Any) -> None:
        glossed: set[str] = set()
        for mention in list(_in_reading_order(self.document)):
            mention.replace_self(self._printed(mention, glossed))

    def _printed(self, mention: name_mention, glossed: set[str]) -> list[nodes.Node]:
        term, code = mention["term"], self.config.language
        place = _within(mention, _PLAIN)
        text = mention.astext()
        if place is None and mention["glossed"] and term.id not in glossed:
            glossed.add(term.id)
            if words := gloss(term, code):
                text += f" ({words})" + _space_before(mention)
        entries = index_entries(term, language(code))
        if place is None:
            target = f"index-{self.env.new_serialno('index')}"
            anchor = nodes.target("", "", ids=[target])
            return [_index(mention, entries, target), anchor, nodes.Text(text)]
        section = place.parent
        if isinstance(place, nodes.title) and isinstance(section, nodes.section):
            section.insert(section.index(place) + 1, _index(mention, entries, section["ids"][0]))
        return [nodes.Text(text)]


class Lists(SphinxTransform):
    """Makes the gazetteers."""

    # As `Mentions`: there is no text of the author's in them for Locale (20) to translate.
    default_priority = 411

    def apply(self, **kwargs: Any) -> None:
        if issubclass(self.env._builder_cls, MessageCatalogBuilder):
            return
        edition = language(self.config.language)
        codes = self.config.colophon_languages or [edition.code]
        for placeholder in list(self.document.findall(name_list)):
            placeholder.replace_self(
                listing(
                    [term for term in placeholder["terms"] if edition.code in term.forms],
                    terms_of(paths(self.config)),
                    edition,
                    codes,
                    level=1 + _depth(placeholder),
                )
            )


def _in_reading_order(document: nodes.document) -> Iterator[name_mention]:
    """The text first; what a note says comes after it, wherever its source stands."""
    mentions = list(document.findall(name_mention))
    notes = [mention for mention in mentions if _within(mention, (nodes.footnote,)) is not None]
    yield from (mention for mention in mentions if mention not in notes)
    yield from notes


def _space_before(mention: name_mention) -> str:
    """Thai goes on without a space after a name, but not after a bracket."""
    after = mention.next_node(descend=False, siblings=True)
    return " " if after is not None and after.astext()[:1].isalnum() else ""


def _index(mention: name_mention, entries: list[tuple[str, str]], target: str) -> addnodes.index:
    node = addnodes.index(
        entries=[(kind, entry, target, "", None) for kind, entry in entries], inline=True
    )
    node.source, node.line = mention.source, mention.line
    return node


def _within(node: nodes.Node, kinds: tuple[type[nodes.Element], ...]) -> nodes.Element | None:
    found = node.parent
    while found is not None and not isinstance(found, kinds):
        found = found.parent
    return found


def _depth(node: nodes.Node) -> int:
    """How many sections a node stands in."""
    section = _within(node, (nodes.section,))
    return 0 if section is None else 1 + _depth(section)
