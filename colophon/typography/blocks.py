"""A block of a doctree as one text, so that rules see across emphasis, links and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx import addnodes

from colophon.languages import primary
from colophon.parts import tag_of
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
    """The texts of one paragraph, title, term or line, in the order in which they are read.

    Words in another language are a block of their own and an object in the one around them.
    """

    def __init__(self, element: nodes.TextElement, parts: list[Part], tag: str) -> None:
        self.element = element
        self.parts = parts
        self.tag = tag

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
                # By identity: two texts of a parent may read the same.
                place = next(at for at, node in enumerate(part.parent.children) if node is part)
                self.parts[index] = part.parent[place] = nodes.Text(apply(part, own))
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


def blocks(root: nodes.Element, edition: str, around: str = "") -> Iterator[Block]:
    """The blocks of an element in an edition's language, but those that say they are in another.

    `around` is the language of the text around `root`, where it is not the edition's.
    """
    if isinstance(root, _OPAQUE):
        return
    tag = tag_of(root) or (edition if isinstance(root, nodes.footnote) else around or edition)
    nested: list[nodes.Element] = []
    if isinstance(root, nodes.TextElement):
        parts: list[Part] = []
        _gather(root, tag, parts, nested)
        if any(parts):
            yield Block(root, parts, tag)
    else:
        nested = [child for child in root.children if isinstance(child, nodes.Element)]
    for element in nested:
        yield from blocks(element, edition, tag)


def _gather(
    element: nodes.Element, tag: str, parts: list[Part], nested: list[nodes.Element]
) -> None:
    for child in element.children:
        if isinstance(child, nodes.Text):
            parts.append(child)
        elif not isinstance(child, nodes.Element):
            continue
        elif isinstance(child, _OPAQUE) or _is_address(child):
            parts.append(None)
        elif isinstance(child, nodes.Inline) and not is_foreign(child, tag):
            _gather(child, tag, parts, nested)
        else:  # other languages; and LaTeX has the notes where their marks were
            parts.append(None)
            nested.append(child)


def is_foreign(element: nodes.Element, tag: str) -> bool:
    """Whether an element says that it is in another language."""
    named = tag_of(element)
    return bool(named) and primary(named) != primary(tag)


def _is_address(element: nodes.Element) -> bool:
    """A link whose text is its own address."""
    if not isinstance(element, nodes.reference) or "refuri" not in element:
        return False
    text = element.astext()
    return "://" in text or text == element["refuri"].removeprefix("mailto:")
