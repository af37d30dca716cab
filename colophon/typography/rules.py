"""What a language's module consists of: named rules, visible and invisible, and word breaks where
it needs them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module

from colophon.characters import NO_BREAK_SPACE
from colophon.languages import Language
from colophon.typography.edits import Edit, apply
from colophon.typography.marks import Mark
from colophon.typography.punctuation import NEUTRAL_MARKS

START = r"\b(?<![^\s(\[{\"'„“«‘‚–—])"
"""The beginning of a word: at the start, after a space, an opening mark or a dash."""


CAPITAL = f"[A-Z{''.join(c for c in map(chr, range(0xC0, 0x250)) if c.isupper())}]"
"""A Latin capital letter of any European language."""


@dataclass(frozen=True)
class Rule:
    """One reason to hold two words together on a line.

    `pattern` is a regular expression whose match ends in the space to be held.
    `bad` and `good` are the same text, the no-break space written as a tilde.
    """

    name: str
    pattern: str
    bad: str
    good: str
    source: str


@dataclass(frozen=True)
class Breaker:
    """Where lines may break in a script that has no spaces between words."""

    listed: Callable[[Iterable[str]], frozenset[str]]
    """The names that may never be divided, out of phrases that hold them."""
    breaks: Callable[[str, frozenset[str]], list[int]]
    """The offsets at which a line may break, given such names."""
    unbroken: Callable[[str, frozenset[str]], list[tuple[int, int]]]
    """The names in a text that a reading system would divide if it was not told."""
    words: Callable[[str, frozenset[str]], list[tuple[int, int]]]
    """The same with every word, for texts as short as headings."""


@dataclass(frozen=True)
class Typography:
    """The rules of one language."""

    rules: tuple[Rule, ...] = ()
    """What a line must not divide."""
    marks: tuple[Mark, ...] = NEUTRAL_MARKS
    """Visible punctuation."""
    breaker: Breaker | None = None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # One pass for all rules: a book is long and the rules are many.
        return re.compile("|".join(f"(?:{rule.pattern})" for rule in self.rules) or r"(?!)")

    def ties(self, text: str) -> list[int]:
        """The offsets of the spaces that must not end a line."""
        # A line's end in the source is a space to the reader.
        return [match.end() - 1 for match in self._pattern.finditer(text.replace("\n", " "))]

    def edits(self, text: str) -> list[Edit]:
        """The no-break spaces that a text needs."""
        return [Edit(tie, tie + 1, NO_BREAK_SPACE) for tie in self.ties(text)]

    def bind(self, text: str) -> str:
        """The text with its no-break spaces."""
        return apply(text, self.edits(text))


NEUTRAL = Typography()


def typography(language: Language) -> Typography:
    """The rules of a language; those of `NEUTRAL` where it names no module."""
    if not language.typography:
        return NEUTRAL
    found: Typography = import_module(f"colophon.typography.{language.typography}").TYPOGRAPHY
    return found


def words(listed: str) -> str:
    """A regular expression for any of the words of a line, as they stand."""
    return "|".join(re.escape(word) for word in listed.split())


def abbreviations(listed: str) -> str:
    """The same for words that may begin a sentence; faster than to ignore case throughout."""
    return "|".join(f"[{word[0]}{word[0].upper()}]{re.escape(word[1:])}" for word in listed.split())
