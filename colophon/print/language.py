"""A part in another language as TeX: its patterns, its words and the room that its script needs."""

from __future__ import annotations

from docutils import nodes

from colophon.languages import language, of_tag
from colophon.print.hyphenation import patterns

BLOCKS = (
    nodes.block_quote,
    nodes.bullet_list,
    nodes.container,
    nodes.definition_list,
    nodes.enumerated_list,
    nodes.line_block,
    nodes.table,
)
"""What may be in another language as a whole, beside a paragraph."""

CLOSING = "\\par\\endgroup\n"


def arguments(tag: str) -> str:
    """The patterns, and whether a compound repeats its hyphen and is divided elsewhere too."""
    spoken = of_tag(tag)
    facts = (spoken.repeat_hyphen, spoken.divide_parts)
    return f"{{{patterns(tag)}}}" + "".join(f"{{{str(fact).lower()}}}" for fact in facts)


def opening(tag: str, edition: str) -> str:
    """What opens a block; a script taller than the edition's gets the leading it needs."""
    own = of_tag(tag).tex_strut
    leading = rf"\colophonleading{{{own}}}" if own > language(edition).tex_strut else ""
    return f"\n\\begingroup\\colophonlanguage{arguments(tag)}{leading}\n"
