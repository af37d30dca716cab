"""Marks of notes that a translation adds to those of its message.

Sphinx's Locale keeps a mark of a translation only where the message has one of the same name to
give it an id, and drops every other without a word.  So the message gets a spare one for each
before Locale, and what Locale has not used goes after it.
"""

from __future__ import annotations

import gettext
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.i18n import docname_to_domain
from sphinx.util.nodes import LITERAL_TYPE_NODES, extract_messages

_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_SPARE = "spare"


def added(message: str, translation: str) -> Iterator[str]:
    """The names of the marks that a translation has beyond those of its message."""
    if "[^" in translation:
        there, here = Counter(_MARK.findall(message)), Counter(_MARK.findall(translation))
        yield from (here - there).elements()


class SpareMarks(SphinxTransform):
    """Gives each message a mark for every one that its translation adds."""

    # Just before Locale (20).
    default_priority = 19

    def apply(self, **kwargs: Any) -> None:
        docname = self.env.current_document.docname
        domain = docname_to_domain(docname, self.config.gettext_compact)
        folders = [Path(self.env.srcdir, folder) for folder in self.config.locale_dirs]
        catalogs = list(_catalogs(domain, folders, self.config.language))
        if not catalogs:
            return
        for node, message in list(extract_messages(self.document)):
            if isinstance(node, nodes.TextElement) and not isinstance(node, LITERAL_TYPE_NODES):
                found = (catalog.gettext(message) for catalog in catalogs)
                translation = next((text for text in found if text != message), "")
                for name in added(message, translation):
                    mark = nodes.footnote_reference(f"[^{name}]", auto=1, refname=name)
                    mark[_SPARE] = True
                    node += mark


class NoSpareMarks(SphinxTransform):
    """Removes the spare marks of messages that Locale has left as they were."""

    # Just after Locale (20).
    default_priority = 21

    def apply(self, **kwargs: Any) -> None:
        for mark in list(self.document.findall(nodes.footnote_reference)):
            if _SPARE in mark:
                mark.parent.remove(mark)


def _catalogs(
    domain: str, folders: Iterable[Path], language: str
) -> Iterator[gettext.NullTranslations]:
    for folder in folders:
        try:
            yield gettext.translation(domain, folder, [language])
        except OSError:
            continue
