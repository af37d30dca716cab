"""What stands in a doctree for a name until the whole chapter is known."""

from __future__ import annotations

from docutils import nodes


class name_mention(nodes.Inline, nodes.TextElement):
    """A name as it is printed; `term`: its row, `glossed`: whether a gloss may follow it.

    Whether it is the first of its chapter is known only when the translations are in place.
    """


class name_list(nodes.General, nodes.Element):
    """A gazetteer; `kinds`: which rows it lists."""
