"""Chapters and translations are strangers' text: nothing of them runs in a reader's browser.

The first line are MyST's and docutils' settings (`colophon.defaults`); this is the second.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from myst_parser.config.main import TopmatterReadError, read_topmatter
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
    app.add_transform(NoRaw)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
