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

    def __init__(self, parts: list[Part]) -> None:
        self.parts = parts
        self.text = "".join(OBJECT if part is None else part for part in parts)

    def rewrite(self, edits: Iterable[Edit]) -> None:
        """Carry changes of the block's text out in its nodes.

        What would change two nodes at once is left alone; what is put in between two of them
        belongs to the former.
        """
        pending = list(edits)
        if not pending:
            return
        start = 0
        for index, part in enumerate(self.parts):
            end = start + (1 if part is None else len(part))
            if part is not None:
                own = [
                    Edit(edit.start - start, edit.end - start, edit.text)
                    for edit in pending
                    if edit.end <= end
                    and (start <= edit.start if edit.end > edit.start else start < edit.start)
                ]
                if own:
                    self.parts[index] = replaced = nodes.Text(apply(part, own))
                    part.parent.replace(part, replaced)
            start = end


def blocks(root: nodes.Element, language: str) -> Iterator[Block]:
    """The blocks in a language, not those that say they are in another."""
    if isinstance(root, _OPAQUE) or _is_foreign(root, language):
        return
    if isinstance(root, nodes.TextElement) and not isinstance(root, nodes.Inline):
        parts: list[Part] = []
        nested: list[nodes.Element] = []
        _gather(root, language, parts, nested)
        if any(parts):
            yield Block(parts)
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
        elif isinstance(child, _OPAQUE) or _is_foreign(child, language) or _is_address(child):
            parts.append(None)
        elif isinstance(child, nodes.Inline):
            _gather(child, language, parts, nested)
        else:  # LaTeX has the notes where their marks were
            parts.append(None)
            nested.append(child)


def _is_foreign(element: nodes.Element, language: str) -> bool:
    named: list[Any] = [element.get("lang")]
    named += [name[9:] for name in element["classes"] if name.startswith("language-")]
    return any(tag and tag.lower()[:2] != language.lower()[:2] for tag in named)


def _is_address(element: nodes.Element) -> bool:
    """A link whose text is its own address."""
    if not isinstance(element, nodes.reference) or "refuri" not in element:
        return False
    text = element.astext()
    return "://" in text or text == element["refuri"].removeprefix("mailto:")
