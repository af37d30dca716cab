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

from colophon.catalogs.files import WORDS
from colophon.catalogs.read import Message, read
from colophon.problems import Problem

Fault = tuple[str, str]
"""What is wrong, and how to mend it."""

Rule = Callable[[Message], Iterator[Fault]]

RULES: dict[str, Rule] = {}
"""The rules over the text of chapters, by name."""

WORD_RULES: dict[str, Rule] = {}
"""The rules over interface words, which templates print as they are."""

_ROLE = re.compile(r"\{([\w:.-]+)\}(`+)(.+?)\2(?!`)", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
_TARGET = re.compile(r"<([^<>]+)>\s*$")
_LINK = re.compile(r"\]\(([^()\s]*(?:\([^()]*\))?[^()\s]*)[^()]*\)|<([a-zA-Z][\w+.-]*:[^>\s]*)>")
_BLOCK = re.compile(r"(?:[-+*] |\d{1,9}[.)] |#{1,6} |> ?|:{3,}|`{3,}|~{3,}|\(\S+\)=|%|\|.*\|\s*$)")
_UNDERLINE = re.compile(r"(?:=+|-+)\s*$")
_TAG = re.compile(r"(?<!<)<[^<>]*>|<<|>>")
_DATE = re.compile(r"%[bBYm]")
_PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sdr]|\$\{\w+\}|\{\w*\}")
_CITATIONS = ("cite", "footcite")
_PREFIX = re.compile(r"(^|,)\s*\{[^{}]*\}")
_HIDDEN = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)}
"""Bidirectional controls, which can make a text read otherwise than it is."""


def rule(rules: dict[str, Rule]) -> Callable[[Rule], Rule]:
    """Register a rule among `rules` under its own name."""

    def register(function: Rule) -> Rule:
        rules[function.__name__.replace("_", "-")] = function
        return function

    return register


def check_catalog(path: Path) -> list[Problem]:
    """Every fault of one catalogue, in the lines of its file."""
    messages, problems = read(path)
    return problems + check_messages(messages, str(path))


def check_messages(messages: Iterable[Message], file: str) -> list[Problem]:
    """What the rules find; fuzzy and untranslated messages do not reach the page."""
    rules = WORD_RULES if Path(file).stem in WORDS else RULES
    return [
        Problem(file, message.line, f"{name}: {fault}", remedy)
        for message in messages
        if message.msgstr.strip() and not message.fuzzy
        for name, check in rules.items()
        for fault, remedy in check(message)
    ]


@rule(RULES)
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


@rule(RULES)
def block_start(message: Message) -> Iterator[Fault]:
    """No beginning that Markdown takes for a list, heading or quotation.

    Bad:  msgstr "1939. Wojna"
    Good: msgstr "Rok 1939. Wojna"
    """
    if _BLOCK.match(message.msgid):
        return
    first, *others = message.msgstr.split("\n")
    found = [_BLOCK.match(first), *(_BLOCK.match(o) or _UNDERLINE.match(o) for o in others)]
    for start in [match[0].strip() for match in found if match][:1]:
        # Markdown escapes punctuation, not digits; a .po file doubles the backslash.
        mended = re.sub(r"\W", r"\\\\\g<0>", start, count=1)
        yield (
            f"the text begins with {start!r}, which Markdown takes for a block",
            f"write {mended} or begin with another word",
        )


@rule(RULES)
def one_paragraph(message: Message) -> Iterator[Fault]:
    """As many paragraphs as the source has: what follows an empty line would be lost.

    Bad:  msgid "One."  msgstr "Raz.\\n\\nDwa."
    Good: msgid "One."  msgstr "Raz. Dwa."
    """
    if "\n\n" in message.msgstr.strip() and "\n\n" not in message.msgid.strip():
        yield "an empty line inside the text", "keep the message in one paragraph"


@rule(RULES)
def controls(message: Message) -> Iterator[Fault]:
    """No control or direction characters.

    Bad:  msgstr "a\\u202eb"
    Good: msgstr "ab"
    """
    if bad := sorted({c for c in message.msgstr if c in _HIDDEN or (c < " " and c not in "\n\t")}):
        names = " ".join(f"U+{ord(c):04X}" for c in bad)
        yield f"hidden characters: {names}", "delete them"


@rule(WORD_RULES)
def placeholders(message: Message) -> Iterator[Fault]:
    """The same places to fill in: another one would stop the build.

    Bad:  msgid "Copyright %s."  msgstr "Prawa %d."
    Good: msgid "Copyright %s."  msgstr "Prawa: %s."
    """
    there, here = (Counter(_PLACEHOLDER.findall(t)) for t in (message.msgid, message.msgstr))
    if _DATE.search(message.msgid) or (message.plural and here <= there):
        return  # a date has an order of its own; "one page" needs no number
    if there != here:
        yield (
            f"placeholders differ: {' '.join(there)} / {' '.join(here)}",
            "copy those of the msgid",
        )


@rule(WORD_RULES)
def markup(message: Message) -> Iterator[Fault]:
    """No markup that the msgid lacks: templates print interface words unescaped.

    Bad:  msgid "Search"  msgstr "Szukaj <b>"
    Good: msgid "Search"  msgstr "Szukaj"
    """
    there, here = (Counter(_TAG.findall(t)) for t in (message.msgid, message.msgstr))
    bare = set(_TAG.sub("", message.msgstr)) - set(_TAG.sub("", message.msgid))
    if there != here or bare & set('<>"'):
        yield 'tags or one of < > " that the msgid has not', "use typographic quotation marks"


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
