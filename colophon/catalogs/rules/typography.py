"""Marks and spaces: those of the language, which are data on `Language`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from colophon import characters
from colophon.catalogs.read import Message
from colophon.catalogs.rules import inline
from colophon.catalogs.rules.rule import TEXT, Catalog, Fault

_SPAN = re.compile(r"\[[^\[\]]*\]\{\s*\.language-[^{}]*\}")
_INVISIBLE = {
    characters.NO_BREAK_SPACE: "no-break space",
    characters.NARROW_NO_BREAK_SPACE: "narrow no-break space",
    characters.ZERO_WIDTH_SPACE: "zero width space",
    characters.WORD_JOINER: "word joiner",
    characters.SOFT_HYPHEN: "soft hyphen",
    "\ufeff": "byte order mark",
}
_CLOSING = "”’»“\"')]*_ "
_ENDS = {
    ".": "full stop", "。": "full stop", "।": "full stop", "?": "question mark",
    "？": "question mark", "؟": "question mark", "!": "exclamation mark", "！": "exclamation mark",
    ":": "colon", "：": "colon", ";": "semicolon", "；": "semicolon", ",": "comma", "，": "comma",
    "…": "ellipsis",
}  # fmt: skip
_STOP = "full stop"
_SENTENCE = {_STOP, "question mark", "exclamation mark", "ellipsis", ""}


@TEXT.message("warning")
def quotes(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""Quotation marks are those of the language, and come in pairs.

    Straight ones are no fault: each edition sets its own. Words marked as another language keep
    theirs.

    Bad:
        msgid "The “liberation campaign”."
        msgstr "“Wyzwoleńczy pochód”."
    Good:
        msgid "The “liberation campaign”."
        msgstr "„Wyzwoleńczy pochód”."
    """
    text = inline.prose(_SPAN.sub("", message.msgstr))
    if foreign := sorted(set(text) & set(catalog.language.foreign_quotes)):
        usual = " ".join(catalog.language.quotes)
        yield f"quotation marks of another language: {' '.join(foreign)}", f"use {usual}"
        return
    opening, closing = catalog.language.quotes[:2]
    if opening != closing and catalog.language.foreign_quotes:
        here = text.count(opening) - text.count(closing)
        source = inline.prose(message.msgid)
        if here and not source.count("“") - source.count("”"):
            yield f"{opening} and {closing} are not in pairs", "add the one that is missing"


@TEXT.message("warning")
def spaces(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""One space between words, none before a comma or full stop.

    Bad:
        msgid "The army withdrew, and stood."
        msgstr "Armia cofnęła się , i  stała."
    Good:
        msgid "The army withdrew, and stood."
        msgstr "Armia cofnęła się i stała."
    """
    # With its notes, since two spaces with a note between them are none too many.
    if re.search(r"\S  +\S", inline.without_roles(message.msgstr)):
        yield "more than one space between words", "write one"
    text = inline.prose(message.msgstr).strip()
    marks = re.escape(catalog.language.no_space_before)
    if marks and (match := re.search(rf"\w [{marks}](?![.\w])", text)):
        yield f"space before {match[0][-1]}", "take it out"


@TEXT.message("warning")
def invisible_characters(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No no-break spaces, soft hyphens or breaks between words typed by hand.

    Each edition puts in its own; typed ones are missing in the next sentence and cannot be seen.

    Bad:
        msgid "In Vilnius."
        msgstr "W\u00a0Wilnie."
    Good:
        msgid "In Vilnius."
        msgstr "W Wilnie."
    """
    if found := [name for c, name in _INVISIBLE.items() if c in message.msgstr]:
        yield f"typed by hand: {', '.join(found)}", "delete it, or write a plain space"


@TEXT.message("warning")
def edge_spaces(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No space or line end before or after the text, unless the source has it.

    Bad:
        msgid "One."
        msgstr "Jeden. "
    Good:
        msgid "One."
        msgstr "Jeden."
    """
    for place, of in (("before", _before), ("after", _after)):
        there, here = of(message.msgid), of(message.msgstr)
        if there != here:
            yield f"space {place} the text", "take it out" if here else "copy that of the msgid"


def _before(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _after(text: str) -> str:
    return text[len(text.rstrip()) :]


@TEXT.message("warning")
def final_punctuation(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""The text ends as the source does: a sentence as a sentence, a heading without a mark.

    Thai ends no sentence with a mark, so there only a full stop is told of where none belongs.

    Bad:
        msgid "The campaign"
        msgstr "Kampania."
    Good:
        msgid "The army withdrew."
        msgstr "Armia się wycofała."
    """
    there, here = _end(message.msgid), _end(message.msgstr)
    if not catalog.language.full_stop:
        if here == _STOP and not _abbreviation(message.msgstr):
            yield "ends with a full stop, which the language has not", "take it out"
        if there in _SENTENCE and here in _SENTENCE:
            return
    # The stop of an abbreviation is none of the sentence's.
    if {there, here} == {_STOP, ""} and _abbreviation(
        message.msgid if there == _STOP else message.msgstr
    ):
        return
    if there != here:
        fault = f"ends with {here or 'nothing'}, the msgid with {there or 'nothing'}"
        yield fault, "end it in the same way"


def _end(text: str) -> str:
    """The name of the mark at the end, behind notes and closing quotation marks."""
    end = inline.prose(text).strip().rstrip(_CLOSING)
    return "ellipsis" if end.endswith("...") else _ENDS.get(end[-1:], "")


def _abbreviation(text: str) -> bool:
    """Does it end with a short word, an initial or a number with its stop: `r.`, `น.`, `J.`?"""
    return bool(re.search(r"[\s.(][^\s.]{1,4}\.[^\w]*$", inline.prose(text).strip()))
