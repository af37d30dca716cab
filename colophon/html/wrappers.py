"""Each id once on a page: furo wraps wide tables and formulas in a box and gives it their ids."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from colophon.html.settings import BUILDERS


class WrapperIds(SphinxPostTransform):
    """Take the ids away from the box and leave them with what is in it."""

    default_priority = 501  # after furo's transform (500)
    builders = BUILDERS

    def run(self, **kwargs: Any) -> None:
        for box in self.document.findall(nodes.container):
            match box.children:
                case [nodes.Element() as content] if box["ids"] == content["ids"]:
                    box["ids"] = []


def setup(app: Sphinx) -> None:
    app.add_post_transform(WrapperIds)
