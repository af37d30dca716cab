"""The table of contents, from Sphinx's toctrees."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from docutils import nodes
from markupsafe import Markup, escape
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.environment.adapters.toctree import global_toctree_for_doc

from colophon.characters import SOFT_HYPHEN, WORD_JOINER, ZERO_WIDTH_SPACE
from colophon.epub.publication import Entry
from colophon.parts import innermost_tag
from colophon.typography.held import markup, text_with_names


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
        text, markup = heading(link), _markup(link)
        before = f"{number}. " if number else ""
        below = next((n for n in item.children if isinstance(n, nodes.bullet_list)), None)
        yield Entry(
            f"{before}{text}",
            posixpath.normpath(posixpath.join(base, uri)),
            escape(before) + markup if markup != escape(text) else "",
            tuple(_entries(below, base)) if below is not None else (),
        )


def heading(node: nodes.Element) -> str:
    """The text of a heading, without the number of a note that hangs on it."""
    return plain("".join(text.astext() for text in _texts(node)))


def _markup(node: nodes.Element) -> Markup:
    """The same as XHTML: words in another language say which it is, names are held together."""
    parts = ((_held(text), innermost_tag(text, node)) for text in _texts(node))
    language = Markup('<span lang="{0}" xml:lang="{0}">{1}</span>')
    return Markup("").join(language.format(tag, text) if tag else text for text, tag in parts)


def _held(text: nodes.Text) -> Markup:
    shown = plain(text.astext())
    spans = text.spans if isinstance(text, text_with_names) and shown == text else ()
    return markup(shown, spans)


def _texts(node: nodes.Element) -> Iterator[nodes.Text]:
    for text in node.findall(nodes.Text):
        if not isinstance(text.parent, nodes.footnote_reference):
            yield text
