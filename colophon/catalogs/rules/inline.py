"""The inline markup of a message, told apart from its words.

Regular expressions, not a parser: a check has to be quick and to see broken markup as it stands.
None of them nests a repetition in another, so that no text makes them slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

ROLE = re.compile(r"\{([a-zA-Z][\w:.+-]*)\}(`+)(?!`)([^`]+|[^`]+(?:`[^`]+){1,4}?)(?<!`)\2(?!`)")
CODE = re.compile(r"(?<!`)(`+)(?!`)([^`]+)(?<!`)\1(?!`)")
FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
IMAGE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\))?[^()\s<>]*)>?[^()]*\)")
LINK = re.compile(r"\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\))?[^()\s<>]*)>?[^()]*\)")
AUTOLINK = re.compile(r"<([a-zA-Z][\w+.-]{1,31}:[^<>\s]*|[\w.+-]+@[\w.-]+)>")
ATTRIBUTES = re.compile(r"(?<=[\])`*_])\{([.#\w%][^{}`]*)\}(?!`)")
TARGET = re.compile(r"^(.*)<([^<>]+)>\s*$", re.DOTALL)
EMPHASIS = re.compile(r"(?<![\\*])(\*{1,3})(?![\s*])([^*]+)(?<![\s*])\1(?!\*)")
UNDERSCORES = re.compile(r"(?<![\w\\])(_{1,2})(?![\s_])([^_]+)(?<![\s_])\1(?!\w)")
SPAN = re.compile(r"!?\[([^\[\]]*)\]")
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")

VALUES = frozenset({"name", "date", "day", "num"})
"""Roles that print a name, date or number of the book as the edition writes it."""

_STEPS = 4
"""How deep spans and emphasis may lie in each other before they count as broken."""

_ESCAPED = {ord(character): chr(0xE000 + ord(character)) for character in "*_`[]{}<>\\"}
_UNESCAPED = {ord(after): chr(before) for before, after in _ESCAPED.items()}


def hide_escapes(text: str) -> str:
    r"""`\*` and the like as letters of the private range, so that no expression takes them."""
    return ESCAPE.sub(lambda match: match[1].translate(_ESCAPED), text)


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The text with code, roles, notes and addresses taken out and words of spans left in.

    What remains of `*`, backticks, brackets and braces is markup that does not close.
    """
    text = hide_escapes(text)
    text = ROLE.sub(_words_of_role, text)
    text = CODE.sub("\ufffc", text)
    text = FOOTNOTE.sub("", text)
    text = IMAGE.sub(r"\1", text)
    text = AUTOLINK.sub("\ufffc", text)
    text = LINK.sub("]", text)
    text = ATTRIBUTES.sub("", text)
    for _ in range(_STEPS):
        before = text
        text = SPAN.sub(r"\1", EMPHASIS.sub(r"\2", UNDERSCORES.sub(r"\2", text)))
        if text == before:
            break
    return text


@lru_cache(maxsize=4096)
def prose(text: str) -> str:
    """The words and punctuation that a reader sees, without any markup."""
    return bare(text).translate(_UNESCAPED)


@lru_cache(maxsize=4096)
def roles(text: str) -> tuple[tuple[str, str], ...]:
    """(name, content) of every role."""
    found = ROLE.findall(hide_escapes(text))
    return tuple((name, content.translate(_UNESCAPED)) for name, _, content in found)


def values(text: str) -> Iterator[tuple[str, str]]:
    """(role, value) of every name, date and number by role; a day of the year is a date too."""
    for name, content in roles(text):
        if name in VALUES:
            target = TARGET.match(content)
            value = (target[2] if target else content).strip().removeprefix("!")
            yield "date" if name == "day" else name, value


@lru_cache(maxsize=4096)
def without_roles(text: str) -> str:
    """The text without roles and code, in which links and notes are looked for."""
    return CODE.sub("\ufffc", ROLE.sub("\ufffc", hide_escapes(text)))


def _words_of_role(match: re.Match[str]) -> str:
    name, content = match[1], match[3]
    if name.startswith("footcite"):
        return ""
    target = TARGET.match(content)
    if name in {"ref", "term", "numref", "doc", "abbr", "any", "index"}:
        return (target[1] if target else content).strip().removeprefix("!")
    if name in VALUES:
        return target[1].strip().removeprefix("!") if target else "\ufffc" * len(content)
    return "\ufffc"
