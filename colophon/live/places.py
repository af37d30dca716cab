"""From each paragraph of the preview to its message in the catalogue.

The page holds a digest of the msgid only; where the message stands in its catalogue is looked up
when somebody asks, since every save moves it.
"""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlencode

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import extract_messages
from sphinx.util.typing import ExtensionMetadata

PATH = "/-/message"
"""Address of the page that shows a message; no chapter begins with a hyphen."""

_PLACE = "message"


def digest(msgid: str) -> str:
    """A short name of a message within its chapter."""
    return hashlib.sha256(msgid.encode()).hexdigest()[:16]


class Places(SphinxTransform):
    """Note of which message each paragraph, title and term is."""

    # Before Locale (20), which puts other text, of no place, into the same nodes.
    default_priority = 19

    def apply(self, **kwargs: Any) -> None:
        for node, msgid in extract_messages(self.document):
            if isinstance(node, nodes.paragraph | nodes.title | nodes.term):
                node[_PLACE] = {"chapter": self.env.docname, "message": digest(msgid)}


class Links(SphinxPostTransform):
    """Add a link to each message at its end."""

    formats = ("html",)
    # After the invisible typography (900): the sign is no part of the text.
    default_priority = 950

    def run(self, **kwargs: Any) -> None:
        for node in [node for node in self.document.findall(nodes.Element) if _PLACE in node]:
            address = f"{PATH}?{urlencode(node[_PLACE])}"
            sign = nodes.reference("", "✎", refuri=address, classes=["colophon-message"])
            node += nodes.inline("", "", sign)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_transform(Places)
    app.add_post_transform(Links)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
