"""The words themselves: are they a translation of what stands there?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from colophon.catalogs.read import Message
from colophon.catalogs.rules import inline
from colophon.catalogs.rules.rule import TEXT, Catalog, Fault

_LOWER = re.compile(r"(?<!\w)[a-zà-ÿ]{2,}(?!\w)")
_SHORT = 60
"""Texts of fewer letters may grow and shrink as they like."""


@TEXT.message("warning")
def identical(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""The translation is not the source again.

    Names and numbers may be the same; three words in small letters are a sentence.

    Bad:
        msgid "The army withdrew to the river."
        msgstr "The army withdrew to the river."
    Good:
        msgid "Kutuzov, Mikhail"
        msgstr "Kutuzov, Mikhail"
    """
    words = _LOWER.findall(inline.prose(message.msgid))
    if catalog.translates and message.msgid == message.msgstr and len(words) >= 3:
        yield "the same as the msgid", "translate it, or empty the msgstr"


@TEXT.message("warning")
def length(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""The translation is about as long as translations into this language are.

    A half or a double is mostly a sentence lost or a paragraph pasted twice.

    Bad:
        msgid "The army withdrew to the river in the night, and at dawn it stood on the bank."
        msgstr "Armia się wycofała."
    Good:
        msgid "The army withdrew to the river in the night, and at dawn it stood on the bank."
        msgstr "W nocy armia wycofała się nad rzekę i o świcie stała już na jej brzegu."
    """
    there, here = (len(inline.prose(text)) for text in (message.msgid, message.msgstr))
    if there < _SHORT:
        return
    least, most = catalog.language.length
    if not least <= here / there <= most:
        share = f"{here / there:.0%}"
        yield (
            f"{share} of the length of the msgid",
            f"usual are {least:.0%} to {most:.0%}; read it again",
        )
