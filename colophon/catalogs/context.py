"""What a translator is told of each message: its chapter, what kind of text it is, and what the
author has written for translators.

An author's comment stands above the text that it is for: `% translators: The river, not the town.`
"""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.util.nodes import extract_messages, traverse_translatable_index

Comments = dict[str, list[str]]
"""Lines for each msgid."""

_MARK = "translators:"

_KINDS: tuple[tuple[type[nodes.Node], str], ...] = (
    (nodes.title, "heading"),
    (nodes.term, "glossary term"),
    (nodes.caption, "caption"),
    (nodes.image, "description of a picture"),
    (nodes.entry, "table cell"),
    (nodes.footnote, "note"),
    (addnodes.toctree, "heading in the table of contents"),
    (nodes.figure, "figure"),
)
"""Of the elements around a text, the innermost that is named here tells its kind."""


def comments(document: nodes.document) -> Comments:
    """What to say of the messages of a chapter, as it is before it is translated."""
    messages: dict[int, list[str]] = {}
    for node, msgid in extract_messages(document):
        messages.setdefault(id(node), []).append(msgid)
    title = next((node.astext() for node in document.findall(nodes.title)), "")
    found: Comments = {}
    waiting: list[str] = []
    for node in document.findall(nodes.Element):
        if isinstance(node, nodes.comment):
            text = " ".join(node.astext().split())
            if text.startswith(_MARK):
                waiting.append(text.removeprefix(_MARK).strip())
        for msgid in messages.get(id(node), []):
            lines = found.setdefault(msgid, [])
            lines += [_place(title, _kind(node)), *waiting]
            waiting = []
    for _, entries in traverse_translatable_index(document):
        for _kind_of_entry, value, *_ in entries:
            found.setdefault(value, []).append(_place(title, "index entry"))
    return {msgid: list(dict.fromkeys(lines)) for msgid, lines in found.items()}


def _place(title: str, kind: str) -> str:
    return f"{title}: {kind}" if kind else title


def _kind(node: nodes.Node | None) -> str:
    if node is None:
        return ""
    names = (name for element, name in _KINDS if isinstance(node, element))
    return next(names, "") or _kind(node.parent)
