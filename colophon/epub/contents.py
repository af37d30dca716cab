"""The table of contents, from Sphinx's toctrees."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from docutils import nodes
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.environment.adapters.toctree import global_toctree_for_doc

from colophon.characters import SOFT_HYPHEN, WORD_JOINER, ZERO_WIDTH_SPACE
from colophon.epub.publication import Entry


def plain(text: str) -> str:
    """`text` without break control, which readers' menus show as boxes or search by."""
    marks = (ZERO_WIDTH_SPACE, WORD_JOINER, SOFT_HYPHEN)
    return text.translate(dict.fromkeys(map(ord, marks)))


def contents(env: BuildEnvironment, builder: Builder, depth: int) -> tuple[Entry, ...]:
    """The contents of the whole book, hidden toctrees too, `depth` levels deep."""
    root = env.config.root_doc
    tree = global_toctree_for_doc(
        env, root, builder, tags=builder.tags, collapse=False, maxdepth=depth
    )
    if tree is None:
        return ()
    base = posixpath.dirname(builder.get_target_uri(root))
    lists = (node for node in tree.children if isinstance(node, nodes.bullet_list))
    return tuple(entry for node in lists for entry in _entries(node, base))


def _entries(items: nodes.Element, base: str) -> Iterator[Entry]:
    for item in items.findall(nodes.list_item):
        if item.parent is not items:
            continue
        link = next(item.findall(nodes.reference), None)
        if link is None or "://" in (uri := link.get("refuri", "")):
            continue
        number = ".".join(map(str, link.get("secnumber") or ()))
        text = heading(link)
        below = next((n for n in item.children if isinstance(n, nodes.bullet_list)), None)
        yield Entry(
            f"{number}. {text}" if number else text,
            posixpath.normpath(posixpath.join(base, uri)),
            tuple(_entries(below, base)) if below is not None else (),
            language_of(link),
        )


def language_of(node: nodes.Element) -> str:
    """The language that a heading as a whole is in, empty if it is the edition's."""
    whole = node.astext()
    return next(
        (
            name.removeprefix("language-")
            for inline in node.findall(nodes.inline)
            for name in inline["classes"]
            if name.startswith("language-") and inline.astext() == whole
        ),
        "",
    )


def heading(node: nodes.Element) -> str:
    """The text of a heading, without the number of a note that hangs on it."""
    return plain(
        "".join(
            text.astext()
            for text in node.findall(nodes.Text)
            if not isinstance(text.parent, nodes.footnote_reference)
        )
    )
