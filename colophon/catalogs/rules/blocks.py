"""A message is one paragraph: nothing in it may begin a block of another kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from colophon.catalogs.read import Message
from colophon.catalogs.rules.rule import TEXT, Catalog, Fault

_BLOCK = re.compile(
    r" {0,3}(?:[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|>|(?:[-*_][ \t]*){3,}$"
    r"|-{3,}|\+{3}|[(][^()\s]+[)]=[ \t]*$|%|\|.*\|[ \t]*$|\[(?!\^tr-)[^\]\n]+\]:)"
    r"|(?: {4}|\t)[ \t]*\S"
)
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")


def paragraphs(text: str) -> int:
    """How many there are."""
    blank = [not line.strip() for line in text.strip().split("\n")]
    return 1 + sum(here and not after for here, after in pairwise(blank))


@TEXT.message()
def block_start(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No beginning that Markdown takes for a list, heading or quotation.

    The translation would be dropped without a word, and the source language printed in its place.
    A backslash takes the meaning away; a .po file writes it twice.

    Bad:
        msgid "The year 1939."
        msgstr "1939. Rok wojny."
    Good:
        msgid "The year 1939."
        msgstr "1939\\. Rok wojny."
    """
    if _BLOCK.match(message.msgid):
        return
    first, *others = message.msgstr.split("\n")
    found = [_BLOCK.match(first), *(_BLOCK.match(o) or _UNDERLINE.match(o) for o in others)]
    starts = [match[0] for match in found if match][:1]
    for start in (start.strip() for start in starts):
        if starts[0].startswith(("    ", "\t")):
            yield "the text begins with four spaces, which Markdown takes for code", "delete them"
            return
        # Markdown escapes punctuation, not digits; a .po file doubles the backslash.
        mended = re.sub(r"\W", r"\\\\\g<0>", start, count=1)
        yield (
            f"the text begins with {start[:20]!r}, which Markdown takes for a block",
            f"write {mended[:24]} or begin with another word",
        )


@TEXT.message()
def paragraph_count(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""As many paragraphs as the source has.

    What follows an empty line inside a message is lost.

    Bad:
        msgid "One. Two."
        msgstr "Raz.\n\nDwa."
    Good:
        msgid "One. Two."
        msgstr "Raz. Dwa."
    """
    there, here = paragraphs(message.msgid), paragraphs(message.msgstr)
    if here > there:
        yield "an empty line inside the text", "keep the message in one paragraph"
    elif here < there:
        yield f"{here} paragraphs, the msgid has {there}", "part them by an empty line (\\n\\n)"
