"""Which quotation mark a mark means: how quotations nest, and what is an apostrophe.

An author types straight marks or those of any language; the edition prints its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from colophon.languages import Language

MARKS = "\"'„“”‟‚‘’«»‹›"
APOSTROPHE = "’"

_SINGLE = frozenset("'‚‘’‹›")
_CLOSING = frozenset("”’»›")
_BEFORE_OPENING = "([{„“«‘‚‹–—-/"
_AFTER_CLOSING = ".,;:!?…)]}–—-"
_YEAR = re.compile(r"\d\d(?!\d)")
_CLOSES_LATER = re.compile(r"(?:[^']|(?<=\w)'(?=\w))*?[^\s']'(?!\w)")


class Opened(NamedTuple):
    """A quotation that is not closed yet: the opening mark as typed, and the pair to print."""

    typed: str
    pair: tuple[str, str]


class Quotations:
    """The quotations open at a place, the innermost last."""

    def __init__(self, language: Language, opened: tuple[Opened, ...] = ()) -> None:
        outer, closes, inner, closes_inner = language.quotes
        self.outer, self.inner = (outer, closes), (inner, closes_inner)
        self.open = list(opened)
        self.unmatched = 0
        """Closing marks of what was opened in an earlier paragraph."""
        self._just_opened = ""

    def printed(self, text: str, place: int) -> str:
        """What to print for the mark at a place of a text."""
        token, after = text[place], text[place + 1 : place + 2]
        before = text[place - 1] if place else ""
        if token in "'’" and self._is_apostrophe(text, place, before, after):
            return APOSTROPHE
        just_opened, self._just_opened = self._just_opened, ""
        if self._opens(token, before, after, just_opened):
            self.open.append(Opened(token, self._pair(token)))
            self._just_opened = token
            return self.open[-1].pair[0]
        for level in reversed(range(len(self.open))):
            typed, pair = self.open[level]
            if token == pair[1] or (typed in _SINGLE) == (token in _SINGLE):
                del self.open[level:]
                return pair[1]
        self.unmatched += 1
        if token not in "\"'" or before.isdigit() or not before.strip():  # inches, or a slip
            return token
        return self.inner[1] if token == "'" else self.outer[1]

    def _is_apostrophe(self, text: str, place: int, before: str, after: str) -> bool:
        if before.isalnum():
            if after.isalnum() or not self._is_open("'"):
                return True
            # The soldiers’ boots within a quotation, which closes only after them.
            return before == "s" and bool(_CLOSES_LATER.match(text, place + 1))
        return text[place] == "'" and bool(
            _YEAR.match(text, place + 1)
        )  # a year cut short, as in ’39

    def _opens(self, token: str, before: str, after: str, just_opened: str) -> bool:
        german = token == "“" and before.strip() and self.open and self.open[-1].typed == "„"
        if token in (self.outer[0], self.inner[0]) and not german:
            return True
        if token in (self.outer[1], self.inner[1]) or token in _CLOSING:
            return False
        starts = not before or before.isspace() or before in _BEFORE_OPENING
        starts = starts or before == just_opened
        leads = bool(after.strip()) and after not in _AFTER_CLOSING
        if token not in "\"'“":
            return True
        return leads and (starts or not self._is_open(token))

    def _is_open(self, token: str) -> bool:
        return any((typed in _SINGLE) == (token in _SINGLE) for typed, _ in self.open)

    def _pair(self, token: str) -> tuple[str, str]:
        """The language's own mark stays; another takes the pair that its depth asks for."""
        if token in (self.outer[0], self.inner[0]):
            return self.outer if token == self.outer[0] else self.inner
        natural, other = self.outer, self.inner
        if token in _SINGLE:
            natural, other = other, natural
        return other if self.open and self.open[-1].pair == natural else natural
