"""Interface words, which templates and scripts print as they are. No rule here can be muted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from colophon.catalogs.read import Message
from colophon.catalogs.rules.rule import WORDS, Catalog, Fault

_TAG = re.compile(r"(?<!<)<[^<>]*>|<<|>>")
_DATE = re.compile(r"%[bBYm]")
_PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sdr]|\$\{\w+\}|\{\w*\}")


@WORDS.message(safety=True)
def placeholders(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""The same places to fill in: another one would stop the build.

    Bad:
        msgid "Copyright %s."
        msgstr "Prawa %d."
    Good:
        msgid "Copyright %s."
        msgstr "Prawa: %s."
    """
    there, here = (Counter(_PLACEHOLDER.findall(t)) for t in (message.msgid, message.msgstr))
    if _DATE.search(message.msgid) or (message.plural and here <= there):
        return  # a date has an order of its own; "one page" needs no number
    if there != here:
        yield (
            f"placeholders differ: {' '.join(there)} / {' '.join(here)}",
            "copy those of the msgid",
        )


@WORDS.message(safety=True)
def tags(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No markup that the msgid lacks: templates print interface words unescaped.

    Bad:
        msgid "Search"
        msgstr "Szukaj <b>"
    Good:
        msgid "Search"
        msgstr "Szukaj"
    """
    if acts(message.msgid, message.msgstr):
        yield 'tags or one of < > " \\ that the msgid has not', "use typographic quotation marks"


def acts(msgid: str, msgstr: str) -> bool:
    """Would a template that prints these words hand something to a browser or to TeX?"""
    there, here = (Counter(_TAG.findall(text)) for text in (msgid, msgstr))
    added = set(_TAG.sub("", msgstr)) - set(_TAG.sub("", msgid))
    return there != here or bool(added & set('<>"\\')) or ("^^" in msgstr and "^^" not in msgid)
