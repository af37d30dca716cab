"""Visible punctuation: what an author typed becomes the marks of the edition's language.

Here a rule is defined and the rules of a language are carried out over a text; `punctuation` has
the rules themselves. Text that is already right stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from colophon.languages import Language
from colophon.typography.edits import Edit
from colophon.typography.quotations import MARKS, Opened, Quotations

Printed = Callable[[re.Match[str], Language], str]
"""What to print for a match; the match itself where it stays."""

HOUSE = "house style"

KEPT = re.compile(
    r"(?:https?://|www\.)\S+"  # addresses
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+\.\w+"
    r"|(?<!\S)--?[A-Za-z]\S*"  # options of a program
    # What has such a number is named before it; its hyphens and digits are no punctuation.
    r"|\b(?:ISBN(?:-1[03])?|ISSN|DOI|PESEL|NIP|REGON|KRS)\b:?\s*\S+(?:[ -][\dX]+)*"
    r"|(?i:\b(?:tel|fax|phone|faks|telefon)\b|โทร\.?|โทรศัพท์)[.:]?\s*[+(]?\d[-\d() ]*"
    r"|(?i:\bsygn\.|\bref\.|\bfile no\.)\s+\S+(?:[ ]?[/-][ ]?[\w/-]+)*"
)
"""What is copied as it stands, in every language."""


@dataclass(frozen=True)
class Mark:
    """One rule of visible punctuation.

    `pattern` finds what may be wrong, without groups of its own and not beginning with a letter,
    and `printed` says what is right;
    quotation marks, which depend on those before them, have no `printed`.
    """

    name: str
    pattern: str
    bad: str
    good: str
    source: str = HOUSE
    printed: Printed | None = None

    def like(self, bad: str, good: str, source: str, pattern: str = "") -> Mark:
        """The same rule with a language's own example and source."""
        return replace(self, bad=bad, good=good, source=source, pattern=pattern or self.pattern)


class Reading(Quotations):
    """A block as far as it has been read; afterwards, what it left open."""

    def edits(self, text: str, language: Language, marks: tuple[Mark, ...]) -> list[Edit]:
        """The replacements that a text needs, in order."""
        # A line's end in the source is a space to the reader.
        return list(self._edits(text.replace("\n", " "), language, marks))

    def _edits(self, text: str, language: Language, marks: tuple[Mark, ...]) -> Iterator[Edit]:
        matches = list(_pattern(marks).finditer(text))
        kept = [match.span() for match in KEPT.finditer(text)] if matches else []
        for match in matches:
            start, end = match.span()
            if any(first < end and start < last for first, last in kept):
                continue
            if text[start - 1 : start] == "\x00":  # docutils' sign of what the author escaped
                continue
            printed = marks[(match.lastindex or 1) - 1].printed
            mark = printed(match, language) if printed else self.printed(text, start)
            if mark != match[0]:
                yield Edit(start, end, mark)


@cache
def _pattern(marks: tuple[Mark, ...]) -> re.Pattern[str]:
    # Every rule begins at a sign, a space or a digit, so that letters are passed over at once.
    return re.compile(rf"(?=[\W1-9ๆฯ])(?:{'|'.join(f'({mark.pattern})' for mark in marks)})")


def edits(text: str, language: Language, marks: tuple[Mark, ...]) -> list[Edit]:
    """The replacements that the text of one block needs, in order."""
    return Reading(language).edits(text, language, marks)


def passages(texts: Sequence[str], language: Language, marks: tuple[Mark, ...]) -> list[list[Edit]]:
    """The same for paragraphs that follow one another, so that a quotation may go on over several.

    Either each begins with its opening mark once more, as in English, or only the last has a
    closing mark, as in Polish.
    """
    found: list[list[Edit]] = []
    readings: list[Reading] = []

    def read(text: str, opened: tuple[Opened, ...] = ()) -> tuple[list[Edit], Reading]:
        reading = Reading(language, opened)
        return reading.edits(text, language, marks), reading

    for text in texts:
        edited, reading = read(text)
        found.append(edited)
        readings.append(reading)
    for first, reading in enumerate(readings):
        last = _end(texts, readings, first) if reading.open else first
        for index in range(first + 1, last + 1):
            found[index], readings[index] = read(texts[index], tuple(readings[index - 1].open))
    return found


def _end(texts: Sequence[str], readings: Sequence[Reading], first: int) -> int:
    """The paragraph in which a quotation left open by the first is closed; the first if none."""
    for index in range(first + 1, len(texts)):
        if readings[index].unmatched:
            return index
        if readings[index].open or texts[index].lstrip()[:1] in MARKS:
            break
    return first
