"""Visible punctuation: straight quotation marks, hyphens for dashes and full stops for ellipses
become the marks of the edition's language.

Most text carries its marks already; those stay as they are and only count towards nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from colophon.characters import EN_DASH
from colophon.languages import Language
from colophon.typography.edits import Edit

_APOSTROPHE = "’"
_ELLIPSIS = "…"
_OPENING = "([{„“«‘‚–—/"
_TOKEN = re.compile(
    r"(?:https?://|www\.)\S+"  # an address keeps what it has
    r"|(?<!\x00)[\"']"  # docutils puts a null before what the author escaped
    r"|(?<!\.)\.\.\.(?!\.)"
    r"|(?<!-) ?(?<!-)-{2,3}(?!-) ?"
    r"|[„“”«»‘’]"
)


def edits(text: str, language: Language) -> list[Edit]:
    """The replacements that the text of one block needs, in order."""
    return list(_edits(text, _Quotations(language), language.dash))


def _edits(text: str, quotations: _Quotations, dash: str) -> Iterator[Edit]:
    for match in _TOKEN.finditer(text):
        token, (start, end) = match[0], match.span()
        if token == "...":
            mark = _ELLIPSIS
        elif "--" in token:
            mark = _dash(token, dash)
        elif len(token) == 1:
            mark = quotations.mark(token, text[start - 1 : start], text[end : end + 1])
        else:
            mark = ""
        if mark:
            yield Edit(start, end, mark)


def _dash(token: str, dash: str) -> str:
    """Between clauses the language's dash; between two words or numbers, unspaced, an en dash."""
    if token.strip() == "---" or (token[0] == token[-1] == " "):
        return dash
    return EN_DASH if token == "--" else ""


class _Quotations:
    """The quotations open at a place of a block, the innermost last."""

    def __init__(self, language: Language) -> None:
        self.outer, self.inner = language.quotes[:2], language.quotes[2:]
        self.open: list[tuple[str, tuple[str, ...]]] = []  # the opening mark as written; the pair
        self.just_opened = ""

    def mark(self, token: str, before: str, after: str) -> str:
        """What to print for a quotation mark or apostrophe; empty where it stays as it is."""
        straight = token in "\"'"
        if straight and self._is_apostrophe(token, before, after):
            return _APOSTROPHE
        just_opened, self.just_opened = self.just_opened, ""
        if self._opens(token, before, after, just_opened):
            pair = self._pair(token)
            self.open.append((token, pair))
            self.just_opened = token
            return pair[0] if straight else ""
        for level in reversed(range(len(self.open))):
            written, pair = self.open[level]
            if token in (written, pair[1]):
                del self.open[level:]
                return pair[1] if straight else ""
        return ""

    def _is_apostrophe(self, token: str, before: str, after: str) -> bool:
        if token != "'":
            return False
        if before.isalnum():
            return after.isalnum() or not self._is_open(token)
        return after.isdigit()  # a year cut short, as in ’39

    def _opens(self, token: str, before: str, after: str, just_opened: str) -> bool:
        if token not in "\"'":
            return token in (self.outer[0], self.inner[0])
        starts = not before or before.isspace() or before in _OPENING or before == just_opened
        return bool(after.strip()) and (starts or not self._is_open(token))

    def _is_open(self, token: str) -> bool:
        return any(written == token for written, _ in self.open)

    def _pair(self, token: str) -> tuple[str, ...]:
        if token in (self.outer[0], self.inner[0]):
            return self.outer if token == self.outer[0] else self.inner
        natural, other = self.outer, self.inner
        if token == "'":
            natural, other = other, natural
        return other if self.open and self.open[-1][1] == natural else natural
