"""Placeholders of citations and bibliographies, and what is printed in their stead.

A placeholder stands in the doctree from reading to writing, since the text of a citation depends
on the citations before it and on the .bib file.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from docutils import nodes

from colophon.notes.inlines import Inlines, Json, content


class citation_cluster(nodes.Inline, nodes.Element):
    """Works cited at one place.

    `cites`: what `syntax.parse` returned; `note`: the author asked for a new note; `docname` and
    `number`: where the domain keeps the text.
    """


class bibliography_list(nodes.General, nodes.Element):
    """A bibliography; `selection`: which works it lists."""


def within(node: nodes.Node, kind: type[nodes.Element]) -> nodes.Element | None:
    """The nearest element of a kind in which a node stands."""
    found = node.parent
    while found is not None and not isinstance(found, kind):
        found = found.parent
    return found


_INLINES: dict[str, type[nodes.TextElement]] = {
    "Emph": nodes.emphasis,
    "Strong": nodes.strong,
    "Superscript": nodes.superscript,
    "Subscript": nodes.subscript,
}

_URI = ":/?#[]@!$&'()*+,;=%~"
"""Signs that stand as they are in an address (RFC 3986); Thai letters do not."""


def to_docutils(inlines: Inlines) -> list[nodes.Node]:
    """pandoc's inlines as docutils nodes."""
    found: list[nodes.Node] = []
    text = ""
    for inline in inlines:
        if inline["t"] == "Str":
            text += inline["c"]
        elif inline["t"] in {"Space", "SoftBreak", "LineBreak"}:
            text += " "
        else:
            if text:
                found.append(nodes.Text(text))
                text = ""
            found += _element(inline)
    if text:
        found.append(nodes.Text(text))
    return found


def _element(inline: Json) -> Iterable[nodes.Node]:
    children = to_docutils(content(inline))
    kind = inline["t"]
    if kind in _INLINES:
        return [_INLINES[kind]("", "", *children)]
    if kind == "Link":
        address = quote(inline["c"][2][0], safe=_URI)
        return [nodes.reference("", "", *children, refuri=address, internal=False)]
    if kind == "Span":
        # docutils' writers make a lang attribute of this class.
        return [nodes.inline("", "", *children, classes=[f"language-{inline['c'][0][2][0][1]}"])]
    if kind == "SmallCaps":
        return [nodes.inline("", "", *children, classes=["smallcaps"])]
    return children
