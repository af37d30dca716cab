"""Visible marks in a chapter as it is read, so that they reach contents, heads and menus too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.transforms import SphinxTransform

from colophon.languages import Language, language, of_tag
from colophon.parts import innermost_tag, tag_of
from colophon.typography import marks
from colophon.typography.blocks import Block, blocks
from colophon.typography.edits import apply
from colophon.typography.marks import Mark
from colophon.typography.rules import typography


class VisibleMarks(SphinxTransform):
    """Quotation marks, dashes and ellipses of the edition's language, or of a part's own."""

    # Where SmartQuotes (750) would be: after translation (20), so that it sees the edition's
    # words, and before titles are collected (880) for tables of contents and running heads.
    default_priority = 760

    def apply(self, **kwargs: Any) -> None:
        if issubclass(self.env._builder_cls, MessageCatalogBuilder):
            return  # translators are given the text as the author wrote it
        edition = language(self.config.language)
        # Paragraphs beside one another may share a quotation.
        for siblings in _passages(blocks(self.document, edition.tag)):
            spoken = of_tag(siblings[0].tag)
            texts = [block.text for block in siblings]
            found = marks.passages(texts, spoken, typography(spoken).marks)
            for block, edits in zip(siblings, found, strict=True):
                block.rewrite(edits)
        self._rewrite_attributes(edition, typography(edition).marks)

    def _rewrite_attributes(self, edition: Language, rules: tuple[Mark, ...]) -> None:
        """The texts that readers meet though they are no nodes of the chapter."""

        def marked(text: str) -> str:
            return apply(text, marks.edits(text, edition, rules))

        for image in self.document.findall(nodes.image):
            if alternative := image.get("alt"):
                tag = tag_of(image) or innermost_tag(image)
                spoken = of_tag(tag) if tag else edition
                found = marks.edits(alternative, spoken, typography(spoken).marks)
                image["alt"] = apply(alternative, found)
        for toctree in self.document.findall(addnodes.toctree):
            if toctree.get("caption"):
                toctree["caption"] = marked(toctree["caption"])
            toctree["entries"] = [
                (title and marked(title), target) for title, target in toctree["entries"]
            ]
        for index in self.document.findall(addnodes.index):
            index["entries"] = [
                (kind, ";".join(marked(part) for part in value.split(";")), *rest)
                for kind, value, *rest in index["entries"]
            ]


def _passages(found: Iterable[Block]) -> list[list[Block]]:
    """The blocks that stand side by side in one language; words within a block by themselves."""
    grouped: dict[tuple[int, str], list[Block]] = {}
    for block in found:
        inline = isinstance(block.element, nodes.Inline)
        place = block.element if inline else block.element.parent
        grouped.setdefault((id(place), block.tag), []).append(block)
    return list(grouped.values())
