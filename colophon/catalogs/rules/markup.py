"""Emphasis, spans and code: closed, and no more of them than the source has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from colophon.catalogs.read import Message
from colophon.catalogs.rules import inline
from colophon.catalogs.rules.rule import TEXT, Catalog, Fault
from colophon.parts import faults

_LEFT = re.compile(r"\*+|`+|[\[\]{}]|(?<!\w)__?(?=\w)|(?<=\w)__?(?!\w)")
_STRUCK = re.compile(r"(?<!~)~~(?![\s~])[^~]+~~")
_WORDS_SET_APART = 3
"""So many words in italics are a word of another language, not stress."""


@TEXT.message()
def unclosed_markup(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""Asterisks, backticks, brackets and braces come in pairs.

    A mark that finds no partner is printed as it stands, or takes the rest of the paragraph with
    it. One that is meant as a letter gets a backslash, which a .po file writes twice: `\\*`.

    Bad:
        msgid "The *Dar Pomorza* sailed."
        msgstr "*Dar Pomorza odpłynął."
    Good:
        msgid "The *Dar Pomorza* sailed."
        msgstr "*Dar Pomorza* odpłynął."
    """
    there, here = (Counter(_LEFT.findall(inline.bare(t))) for t in (message.msgid, message.msgstr))
    if left := list((here - there).elements()):
        yield (
            f"markup that does not close: {' '.join(left[:6])}",
            "close it, or write a backslash before",
        )


@TEXT.message("warning")
def markup(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No stress, code or struck text that the msgid has not.

    A warning, since languages stress in ways of their own. Up to three words in italics are a word
    set apart and no fault, nor are marks of language (`[…]{lang=ru}`), nor is less markup than
    the msgid has.

    Bad:
        msgid "The army withdrew."
        msgstr "Armia **wycofała się**."
    Good:
        msgid "The *Dar Pomorza* sailed."
        msgstr "Odpłynął *Dar Pomorza*."
    """
    there, here = (_kinds(text) for text in (message.msgid, message.msgstr))
    if added := list((here - there).elements()):
        yield f"markup that the msgid has not: {' '.join(added)}", "take it out"


@TEXT.message()
def languages(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""Words in another language name it, in braces behind their brackets.

    Readers hear them pronounced rightly; breaks, marks and face are that language's. An unknown
    name stops a build.

    Bad:
        msgid "The Police."
        msgstr "[Polizei]{lang=german}."
    Good:
        msgid "The Police."
        msgstr "[Polizei]{lang=de}."
    """
    for _, fault in faults(message.msgstr, blocks=False):
        yield fault


def _kinds(text: str) -> Counter[str]:
    plain = inline.without_roles(text)
    stressed = [*inline.EMPHASIS.findall(plain), *inline.UNDERSCORES.findall(plain)]
    return Counter(
        {
            "*…*": sum(len(m) == 1 and len(t.split()) > _WORDS_SET_APART for m, t in stressed),
            "**…**": sum(len(mark) > 1 for mark, _ in stressed),
            "~~…~~": len(_STRUCK.findall(plain)),
            "`…`": len(inline.CODE.findall(inline.ROLE.sub("", inline.hide_escapes(text)))),
        }
    )
