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
from typing import TypeVar

from colophon.catalogs.agreed import Agreement, agreed, beside
from colophon.catalogs.files import WORDS
from colophon.catalogs.index_entries import differences
from colophon.catalogs.pointers import pointers
from colophon.catalogs.read import Message, read
from colophon.parts import faults
from colophon.problems import Problem

Fault = tuple[str, str]
"""What is wrong, and how to mend it."""

Rule = Callable[[Message], Iterator[Fault]]

NameRule = Callable[[Message, Agreement], Iterator[Fault]]

RULES: dict[str, Rule] = {}
"""The rules over the text of chapters, by name."""

WORD_RULES: dict[str, Rule] = {}
"""The rules over interface words, which templates print as they are."""

NAME_RULES: dict[str, NameRule] = {}
"""The rules over the text of chapters that need the termbase beside the catalogue."""

_BLOCK = re.compile(r"(?:[-+*] |\d{1,9}[.)] |#{1,6} |> ?|:{3,}|`{3,}|~{3,}|\(\S+\)=|%|\|.*\|\s*$)")
_UNDERLINE = re.compile(r"(?:=+|-+)\s*$")
_TAG = re.compile(r"(?<!<)<[^<>]*>|<<|>>")
_DATE = re.compile(r"%[bBYm]")
_PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sdr]|\$\{\w+\}|\{\w*\}")
_HIDDEN = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)}
"""Bidirectional controls, which can make a text read otherwise than it is."""


AnyRule = TypeVar("AnyRule", Rule, NameRule)


def rule(rules: dict[str, AnyRule]) -> Callable[[AnyRule], AnyRule]:
    """Register a rule among `rules` under its own name."""

    def register(function: AnyRule) -> AnyRule:
        rules[function.__name__.replace("_", "-")] = function
        return function

    return register


def check_catalog(path: Path) -> list[Problem]:
    """Every fault of one catalogue, in the lines of its file."""
    messages, problems = read(path)
    return problems + check_messages(messages, str(path))


def check_messages(messages: Iterable[Message], file: str) -> list[Problem]:
    """What the rules find; fuzzy and untranslated messages do not reach the page."""
    words = Path(file).stem in WORDS
    agreement = None if words else beside(Path(file))
    problems = []
    for message in messages:
        if message.msgstr.strip() and not message.fuzzy:
            found = [
                (name, fault)
                for name, check in (WORD_RULES if words else RULES).items()
                for fault in check(message)
            ]
            if agreement:
                for name, names_check in NAME_RULES.items():
                    found += [(name, fault) for fault in names_check(message, agreement)]
            problems += [
                Problem(file, message.line, f"{name}: {fault}", remedy)
                for name, (fault, remedy) in found
            ]
    return problems


@rule(RULES)
def references(message: Message) -> Iterator[Fault]:
    """The same citations, references and notes in any order.

    Bad:  msgid "Fell.{footcite:p}`gross2002`"  msgstr "Padło."
    Good: msgid "Fell.{footcite:p}`gross2002`"  msgstr "Padło.{footcite:p}`gross2002`"
    """
    there, here = Counter(pointers(message.msgid)), Counter(pointers(message.msgstr))
    if lost := list((there - here).elements()):
        yield f"missing in the translation: {' '.join(lost)}", "copy it from the msgid"
    if added := list((here - there).elements()):
        yield f"not in the msgid: {' '.join(added)}", "use only what the msgid has"


@rule(RULES)
def index_entries(message: Message) -> Iterator[Fault]:
    """Entries of the index within the text: as many, with as many parts, of the same kind.

    Bad:  msgid "{index}`Lwów <single: Lwów; fall of>`"  msgstr "{index}`Lwów`"
    Good: msgid "{index}`Lwów <single: Lwów; fall of>`"
          msgstr "{index}`Lwowa <single: Lwów; upadek>`"
    """
    if found := differences(message.msgid, message.msgstr):
        yield f"index entries differ: {found}", "keep the kind and the semicolons of the msgid"


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
def languages(message: Message) -> Iterator[Fault]:
    """A part in another language names one, in braces behind its words.

    Bad:  msgstr "[Polizei]{lang=german}"
    Good: msgstr "[Polizei]{lang=de}"
    """
    for _, fault in faults(message.msgstr, blocks=False):
        yield fault


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


@rule(NAME_RULES)
def names(message: Message, agreement: Agreement) -> Iterator[Fault]:
    """The names on which the book has agreed, so that one town is not two in one edition.

    Where the msgid names what the termbase lists, the translation has the edition's form, in any
    case where the language inflects, or a variant that the termbase allows it.
    The authority is `terms.csv`: whoever finds a better form changes it there, for every chapter.

    Bad:  msgid "Lwów fell."  msgstr "Padł Lwiw."
    Good: msgid "Lwów fell."  msgstr "Upadek Lwowa."
    """
    text = agreement.printed(message.msgstr)
    found = [
        (f"no agreed form of {form!r} in the translation", candidates)
        for form, candidates in agreement.expected(message.msgid)
        if not agreement.has(text, candidates)
    ]
    found += [
        (f"{form!r} is no agreed form of {candidates[0][0].id}", candidates)
        for form, candidates in agreement.roles(message.msgstr)
        if not agreement.has(form, candidates)
    ]
    for fault, [(term, short), *_] in found:
        ours = " or ".join(agreed(term, agreement.language.code, short=short))
        yield fault, f"write {ours}, or change the row {term.id} of terms.csv (line {term.line})"
