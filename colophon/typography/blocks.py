"""A block of a doctree as one text, so that rules see across emphasis, links and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docutils import nodes
from sphinx import addnodes

from colophon.typography.edits import Edit, apply

OBJECT = "\ufffc"
"""Stands in a block's text for what is no text of the language: code, maths, an image, a note."""

_OPAQUE = (
    nodes.FixedTextElement,
    nodes.citation_reference,
    nodes.footnote_reference,
    nodes.image,
    nodes.label,
    nodes.literal,
    nodes.math,
    nodes.problematic,
    nodes.raw,
    nodes.substitution_reference,
    nodes.system_message,
    addnodes.desc_signature,
    addnodes.production,
    addnodes.toctree,
)

Part = nodes.Text | None
"""A text node, or None for an object."""


class Block:
    """The texts of one paragraph, title, term or line, in the order in which they are read."""

    def __init__(self, element: nodes.TextElement, parts: list[Part]) -> None:
        self.element = element
        self.parts = parts

    @property
    def text(self) -> str:
        """The block as its nodes are now."""
        return "".join(OBJECT if part is None else part for part in self.parts)

    def rewrite(self, edits: Iterable[Edit]) -> None:
        """Carry changes of the block's text out in its nodes.

        What replaces or is put in between the texts of two nodes belongs to the former.
        """
        pending = list(edits)
        if not pending:
            return
        start = 0
        for index, part in enumerate(self.parts):
            end = start + (1 if part is None else len(part))
            if part is not None and (own := list(_within(pending, start, end))):
                self.parts[index] = replaced = nodes.Text(apply(part, own))
                part.parent.replace(part, replaced)
            start = end


def _within(edits: Iterable[Edit], start: int, end: int) -> Iterator[Edit]:
    """What edits do to the part of a text from `start` up to `end`, counted from its start."""
    for edit in edits:
        if edit.start == edit.end:
            if start < edit.start <= end:
                yield Edit(edit.start - start, edit.start - start, edit.text)
        elif edit.start < end and start < edit.end:
            text = edit.text if start <= edit.start else ""
            yield Edit(max(edit.start - start, 0), min(edit.end, end) - start, text)


def blocks(root: nodes.Element, language: str) -> Iterator[Block]:
    """The blocks in a language, not those that say they are in another."""
    if isinstance(root, _OPAQUE) or is_foreign(root, language):
        return
    if isinstance(root, nodes.TextElement) and not isinstance(root, nodes.Inline):
        parts: list[Part] = []
        nested: list[nodes.Element] = []
        _gather(root, language, parts, nested)
        if any(parts):
            yield Block(root, parts)
    else:
        nested = [child for child in root.children if isinstance(child, nodes.Element)]
    for element in nested:
        yield from blocks(element, language)


def _gather(
    element: nodes.Element, language: str, parts: list[Part], nested: list[nodes.Element]
) -> None:
    for child in element.children:
        if isinstance(child, nodes.Text):
            parts.append(child)
        elif not isinstance(child, nodes.Element):
            continue
        elif isinstance(child, _OPAQUE) or is_foreign(child, language) or _is_address(child):
            parts.append(None)
        elif isinstance(child, nodes.Inline):
            _gather(child, language, parts, nested)
        else:  # LaTeX has the notes where their marks were
            parts.append(None)
            nested.append(child)


def is_foreign(element: nodes.Element, language: str) -> bool:
    """Whether an element says that it is in another language."""
    named: list[Any] = [element.get("lang")]
    named += [name[9:] for name in element["classes"] if name.startswith("language-")]
    return any(tag and tag.lower()[:2] != language.lower()[:2] for tag in named)


def _is_address(element: nodes.Element) -> bool:
    """A link whose text is its own address."""
    if not isinstance(element, nodes.reference) or "refuri" not in element:
        return False
    text = element.astext()
    return "://" in text or text == element["refuri"].removeprefix("mailto:")
