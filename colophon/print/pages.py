"""The pages that cross-references lead to: which references tell them, and in which words."""

from __future__ import annotations

from docutils import nodes

from colophon.languages import Language

_INVISIBLE = "\u200b\u2060"


def tells(node: nodes.Element) -> bool:
    """Whether a reference is one of the author's, to a place of the book, by `{ref}`."""
    said = next(node.findall(nodes.inline), None)
    return said is not None and "std-ref" in said["classes"] and _following(node)[:1] != "’"


def target(node: nodes.Element, docname: str) -> str:
    """The name by which TeX knows the place."""
    uri = node.get("refuri") or f"%{docname}#{node.get('refid', '')}"
    return uri.removeprefix("%").replace("#", ":")


def around(node: nodes.Element, language: Language) -> tuple[str, str]:
    """What stands before and after the number of the page."""
    before, _, after = f" ({language.page_reference})".partition("{}")
    # Thai has a space after a bracket, but none between most words.
    return before, after + " " * _following(node)[:1].isalpha()


def _following(node: nodes.Element) -> str:
    """The text behind a node in the same paragraph."""
    place = node.parent.index(node)
    text = "".join(after.astext() for after in node.parent[place + 1 :])
    return text.lstrip(_INVISIBLE)
