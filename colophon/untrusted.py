"""Chapters and translations are strangers' text: nothing of them runs in a reader's browser.

The first line are MyST's and docutils' settings (`colophon.defaults`); this is the second.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from myst_parser.config.main import TopmatterReadError, read_topmatter
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

_SETTINGS = ("myst", "html_meta", "substitutions")
"""Keys of front matter by which MyST lets a file change conf.py's settings."""

_MYST = re.compile(
    r"<br />\n|</?s>"
    r'|<input class="task-list-item-checkbox" (?:checked="checked" )?(?:disabled="disabled" )?'
    r'type="checkbox">'
    r"|\\\\\n"
)
"""What MyST itself writes raw: line breaks (HTML and TeX), struck text, boxes of task lists."""


def settings_in(chapter: str) -> tuple[str, int] | None:
    """The first setting in the chapter's front matter, and its line."""
    try:
        front = read_topmatter(chapter) or {}
    except TopmatterReadError:
        return None  # MyST tells of it
    for key in _SETTINGS:
        if key in front:
            lines = chapter.splitlines()
            found = (n for n, line in enumerate(lines, 1) if line.strip("\"' ").startswith(key))
            return key, next(found, 1)
    return None


_PAGE = re.compile(r"https?://|mailto:|#", re.IGNORECASE)
"""Addresses that lead a reader to a page, and that a translation may choose."""

_SOURCE = "colophon_source"
"""Where a document keeps what its source brings along, before it is translated."""


def _brought(node: nodes.Node) -> tuple[str, str] | None:
    """What in a document reads a file, calls a program or leads anywhere: (kind, what)."""
    match node:
        case nodes.image():
            return "picture", node.get("uri", "")
        case addnodes.download_reference():
            return "file", node.get("reftarget", "")
        case nodes.math() | nodes.math_block():
            return "formula", node.astext()
        case nodes.reference() if (uri := node.get("refuri", "")) and not _PAGE.match(uri):
            return "link", uri
        case addnodes.pending_xref() if node.get("reftype") == "myst":
            return "link", node.get("reftarget", "")
        case nodes.raw():
            return "raw text", node.astext()
    return None


class SourceBrings(SphinxTransform):
    """Notes what the source of a chapter brings along."""

    # Before Locale (20).
    default_priority = 15

    def apply(self, **kwargs: Any) -> None:
        found = filter(None, map(_brought, self.document.findall()))
        self.document[_SOURCE] = frozenset(found)


class TranslationBrings(SphinxTransform):
    """Leaves out of a translation every picture, file, formula and strange link of its own.

    It holds whether or not the rules over the catalogues have been run.
    """

    # After everything that parses or makes nodes; before Sphinx collects titles (880), and before
    # it reads pictures and files (doctree-read).
    default_priority = 845

    def apply(self, **kwargs: Any) -> None:
        source = self.document.attributes.pop(_SOURCE, frozenset())
        # By the lists of children: Sphinx's Locale does not set every parent.
        waiting: list[nodes.Element] = [self.document]
        while waiting:
            parent = waiting.pop()
            for index, node in enumerate(parent.children):
                brought = _brought(node)
                if brought and brought not in source and not _MYST.fullmatch(brought[1]):
                    _warn_of(*brought, node, parent)
                    parent.children[index] = nodes.Text(_words(node))
                elif isinstance(node, nodes.problematic) and not self._reported(node):
                    parent.children[index] = nodes.Text(node.astext())
                elif isinstance(node, nodes.Element):
                    waiting.append(node)

    def _reported(self, node: nodes.problematic) -> bool:
        """Whether the report that it leads to is in this document, and not in a message's own."""
        report = self.document.ids.get(node.get("refid", ""))
        return isinstance(report, nodes.system_message)


class OwnIds(SphinxTransform):
    """Takes an id of a translation away where the chapter has it already.

    A message is parsed as a document of its own, which knows nothing of the chapter's ids.
    """

    # After the one above has taken out what it does.
    default_priority = 846

    def apply(self, **kwargs: Any) -> None:
        holders: dict[str, list[nodes.Element]] = {}
        for node in self.document.findall(nodes.Element):
            for name in node["ids"]:
                holders.setdefault(name, []).append(node)
        for name, found in holders.items():
            first = self.document.ids.get(name)
            for node in found if len(found) > 1 else ():
                if node is not (first if first in found else found[0]):
                    node["ids"].remove(name)


def _warn_of(kind: str, what: str, node: nodes.Node, parent: nodes.Element) -> None:
    logger.warning(
        "the translation brings a %s that the source has not: %s; it is left out",
        kind,
        what[:60],
        location=node if getattr(node, "source", None) else parent,
        type="colophon",
        subtype="translation",
    )


def _words(node: nodes.Node) -> str:
    return node.get("alt", "") if isinstance(node, nodes.image) else node.astext()


class NoRaw(SphinxTransform):
    """Leaves out raw HTML and TeX that is not MyST's own, by whatever way it came."""

    # After everything that parses (Locale is 20), before Sphinx collects titles (880).
    default_priority = 850

    def apply(self, **kwargs: Any) -> None:
        for node in list(self.document.findall(nodes.raw)):
            if not _MYST.fullmatch(node.astext()):
                logger.warning(
                    "raw %s is left out; write it in Markdown",
                    node.get("format", "text").upper(),
                    location=node,
                    type="colophon",
                    subtype="raw",
                )
                node.parent.remove(node)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_transform(SourceBrings)
    app.add_transform(TranslationBrings)
    app.add_transform(OwnIds)
    app.add_transform(NoRaw)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
