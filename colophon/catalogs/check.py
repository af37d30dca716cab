"""The checks of a translation, each a small rule over one message.

A rule is a function from a message to what is wrong with it, registered by `@rule`.
It replaces what Sphinx's own "inconsistent references" warns of: that warning names the chapter
instead of the catalogue, and is raised by every harmless change of order (Sphinx #3985).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from colophon.catalogs.read import Message, read
from colophon.problems import Problem

Fault = tuple[str, str]
"""What is wrong, and how to mend it."""

Rule = Callable[[Message], Iterator[Fault]]

RULES: dict[str, Rule] = {}

_ROLE = re.compile(r"\{([\w:.-]+)\}(`+)(.+?)\2(?!`)", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
_TARGET = re.compile(r"<([^<>]+)>\s*$")
_LINK = re.compile(r"\]\(([^()\s]*(?:\([^()]*\))?[^()\s]*)[^()]*\)|<([a-zA-Z][\w+.-]*:[^>\s]*)>")
_BLOCK = re.compile(r"(?:[-+*] |\d{1,9}[.)] |#{1,6} |> ?|:{3,}|`{3,}|~{3,}|\(\S+\)=|%|\|.*\|\s*$)")
_CITATIONS = ("cite", "footcite")
_PREFIX = re.compile(r"(^|,)\s*\{[^{}]*\}")
_HIDDEN = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)}
"""Bidirectional controls, which can make a text read otherwise than it is."""


def rule(function: Rule) -> Rule:
    """Register a rule under its own name."""
    RULES[function.__name__.replace("_", "-")] = function
    return function


def check_catalog(path: Path) -> list[Problem]:
    """Every fault of one catalogue, in the lines of its file."""
    messages, problems = read(path)
    return problems + check_messages(messages, str(path))


def check_messages(messages: Iterable[Message], file: str) -> list[Problem]:
    """What the rules find; fuzzy and untranslated messages do not reach the page."""
    return [
        Problem(file, message.line, f"{name}: {fault}", remedy)
        for message in messages
        if message.msgstr.strip() and not message.fuzzy
        for name, check in RULES.items()
        for fault, remedy in check(message)
    ]


@rule
def references(message: Message) -> Iterator[Fault]:
    """The same citations, references and notes in any order.

    Bad:  msgid "Fell.{footcite:p}`gross2002`"  msgstr "Padło."
    Good: msgid "Fell.{footcite:p}`gross2002`"  msgstr "Padło.{footcite:p}`gross2002`"
    """
    there, here = Counter(_references(message.msgid)), Counter(_references(message.msgstr))
    if lost := list((there - here).elements()):
        yield f"missing in the translation: {' '.join(lost)}", "copy it from the msgid"
    if added := list((here - there).elements()):
        yield f"not in the msgid: {' '.join(added)}", "use only what the msgid has"


@rule
def block_start(message: Message) -> Iterator[Fault]:
    """No beginning that Markdown takes for a list, heading or quotation.

    Bad:  msgstr "1939. Wojna"
    Good: msgstr "Rok 1939. Wojna"
    """
    if (found := _BLOCK.match(message.msgstr)) and not _BLOCK.match(message.msgid):
        start = found[0].strip()
        # Markdown escapes punctuation, not digits; a .po file doubles the backslash.
        mended = re.sub(r"\W", r"\\\\\g<0>", start, count=1)
        yield (
            f"the text begins with {start!r}, which Markdown takes for a block",
            f"write {mended} or begin with another word",
        )


@rule
def one_paragraph(message: Message) -> Iterator[Fault]:
    """As many paragraphs as the source has: what follows an empty line would be lost.

    Bad:  msgid "One."  msgstr "Raz.\\n\\nDwa."
    Good: msgid "One."  msgstr "Raz. Dwa."
    """
    if "\n\n" in message.msgstr.strip() and "\n\n" not in message.msgid.strip():
        yield "an empty line inside the text", "keep the message in one paragraph"


@rule
def controls(message: Message) -> Iterator[Fault]:
    """No control or direction characters.

    Bad:  msgstr "a\\u202eb"
    Good: msgstr "ab"
    """
    if bad := sorted({c for c in message.msgstr if c in _HIDDEN or (c < " " and c not in "\n\t")}):
        names = " ".join(f"U+{ord(c):04X}" for c in bad)
        yield f"hidden characters: {names}", "delete them"


def _references(text: str) -> Iterator[str]:
    """Everything in a text that points elsewhere, written without its translatable part."""
    for name, _, content in _ROLE.findall(text):
        if name.startswith(_CITATIONS):
            # What stands before a key, such as "See", is translated; key and locator are not.
            content = _PREFIX.sub(r"\1", content)
        elif target := _TARGET.search(content):
            # {term}`Polish form <English term>` and {term}`English term` point to the same.
            content = target[1]
        yield f"{{{name}}}`{content}`"
    bare = _ROLE.sub("", text)
    for name in _FOOTNOTE.findall(bare):
        yield f"[^{name}]"
    for url, plain in _LINK.findall(bare):
        yield f"({url or plain})"
