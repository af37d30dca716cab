"""The entries of all chapters in the environment, and what an edition's formats ask of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Set
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors import EnvironmentCollector
from sphinx.util import logging
from sphinx.util.index_entries import split_index_msg

from colophon.index.directive import END, MAIN, START
from colophon.index.entries import Group, Mark, index
from colophon.index.faults import faults
from colophon.languages import language
from colophon.toctree import reading_order

logger = logging.getLogger(__name__)


class Collector(EnvironmentCollector):
    """Keeps each chapter's entries, after translation and visible typography (`doctree-read`)."""

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        _kept(env).pop(docname, None)

    def merge_other(
        self, app: Sphinx, env: BuildEnvironment, docnames: Set[str], other: BuildEnvironment
    ) -> None:
        _kept(env).update((name, _kept(other)[name]) for name in docnames if name in _kept(other))

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        docname = app.env.current_document.docname
        if docname in app.config.colophon_unindexed:
            return
        found = list(_marks(doctree, docname))
        if found:
            _kept(app.env)[docname] = found


def _kept(env: BuildEnvironment) -> dict[str, list[Mark]]:
    if not hasattr(env, "colophon_index"):
        env.colophon_index = {}  # type: ignore[attr-defined]  # an environment keeps what it is given
    kept: dict[str, list[Mark]] = env.colophon_index  # type: ignore[attr-defined]
    return kept


def _marks(doctree: nodes.document, docname: str) -> Iterator[Mark]:
    blocks = _blocks(doctree)
    for node in doctree.findall(addnodes.index):
        entries = node["entries"]
        for entry, original in zip(entries, node.get("raw_entries", entries), strict=True):
            kind, text, target, style, key = entry
            try:
                parts, source = split_index_msg(kind, text), split_index_msg(kind, original[1])
            except ValueError:
                continue  # Sphinx has told of it
            styles = style.split()
            yield Mark(
                kind,
                tuple(parts),
                docname,
                target,
                main=MAIN in styles,
                span=next((name for name in (START, END) if name in styles), ""),
                key=key or "",
                source=tuple(source),
                line=_line(node),
                block=blocks.get(target, -1),
                inline=isinstance(node.parent, nodes.TextElement),
                where=_where(node),
            )


def _blocks(doctree: nodes.document) -> dict[str, int]:
    """The number of the paragraph, heading or term that each id is in or stands above."""
    found: dict[str, int] = {}
    above: list[str] = []
    for number, block in enumerate(doctree.findall(nodes.TextElement)):
        if not isinstance(block, nodes.Inline):
            for element in block.findall(nodes.Element):
                found.update(dict.fromkeys(element["ids"], number))
            found.update(dict.fromkeys(above, number))
            above = []
        elif isinstance(block, nodes.target) and not isinstance(block.parent, nodes.TextElement):
            above += block["ids"]
    return found


def _line(node: nodes.Node | None) -> int:
    while node is not None and not node.line:
        node = node.parent
    return (node.line or 0) if node else 0


def _where(node: nodes.Node) -> tuple[str, ...]:
    titles: list[str] = []
    parent = node.parent
    while parent is not None:
        if isinstance(parent, nodes.section) and isinstance(parent[0], nodes.title):
            titles.insert(0, _heading(parent[0]))
        parent = parent.parent
    return tuple(titles)


def _heading(title: nodes.title) -> str:
    return "".join(
        text.astext()
        for text in title.findall(nodes.Text)
        if not isinstance(text.parent, nodes.footnote_reference)
    )


def marks_of(env: BuildEnvironment) -> list[Mark]:
    """The entries in the order of the book; chapters that no toctree lists come last."""
    kept = _kept(env)
    order = reading_order(env.toctree_includes, env.config.root_doc)
    names = [name for name in order if name in kept]
    return [mark for name in [*names, *sorted(set(kept) - set(names))] for mark in kept[name]]


def index_of(env: BuildEnvironment, docnames: Collection[str] | None = None) -> list[Group]:
    """The edition's index, of all chapters or of those that a format has."""
    marks = [mark for mark in marks_of(env) if docnames is None or mark.docname in docnames]
    return index(marks, language(env.config.language))


def check(app: Sphinx, env: BuildEnvironment) -> list[Any]:
    """Tell of every entry that leads nowhere."""
    for mark, message, translated in faults(marks_of(env)):
        place: Any = (mark.docname, mark.line)
        if translated:
            place = f"{env.doc2path(mark.docname)}:{mark.line}:<translated>"
        logger.warning(message, location=place, type="colophon", subtype="index")
    for name in app.config.colophon_unindexed:
        if name not in env.found_docs:
            logger.warning(
                "conf.py: colophon_unindexed names no chapter %r; write a file's name without .md",
                name,
                type="colophon",
                subtype="index",
            )
    return []
