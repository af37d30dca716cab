"""The rules of visible punctuation that hold in any language.

A language's module gives them its own examples and sources (`Mark.like`) and adds its own rules;
which marks are printed is data of the `Language`.
"""

from __future__ import annotations

import re

from roman_numerals import InvalidRomanNumeralError, RomanNumeral

from colophon.characters import EN_DASH
from colophon.languages import Language
from colophon.typography.marks import Mark
from colophon.typography.quotations import APOSTROPHE, MARKS

_NUMBER = r"(?:\d{1,3}(?: \d{3})+|\d{1,4})"
_BEFORE_HYPHEN = re.compile(rf"(?<![\w./,:+#№-])(?<!\d ){_NUMBER}\Z")
_AFTER_HYPHEN = re.compile(rf"{_NUMBER}(?![\w/-]|[.,:]\d)")
_SPAN = re.compile(r"(?:\d|\b[A-Z][a-z]+)\0(?:\d{1,2} [A-Z]|[A-Z][a-z]+ \d)")
"""A dash between two dates of several words, which is no pause."""
_POSTCODE = re.compile(r"\d\d-\d{3} [^\W\d_]")
_BEFORE_ROMAN = re.compile(r"(?<![\w-])(?:[IVX]+|[ivx]+)\Z")
_AFTER_ROMAN = re.compile(r"(?:[IVX]+|[ivx]+)(?![\w-])")


def _range(found: re.Match[str], language: Language) -> str:
    """An en dash where the hyphen stands between a number and a greater one."""
    text, place = found.string, found.start()
    start = _BEFORE_HYPHEN.search(text, max(0, place - 16), place)
    end = _AFTER_HYPHEN.match(text, place + 1)
    if not start or not end or _POSTCODE.match(text, start.start()):
        return found[0]
    first, last = start[0].replace(" ", ""), end[0].replace(" ", "")
    if (first[0] == "0" and len(first) > 1) or (last[0] == "0" and len(last) > 1):
        return found[0]  # 1939-09 and 07-18 are codes
    if len(first) == 4 and len(last) < 3 and int(last) <= 12:
        return found[0]  # 1909-12 may be December
    whole = first[: len(first) - len(last)] + last  # 1939-41 is until 1941
    return EN_DASH if int(whole) > int(first) else found[0]


def _roman(found: re.Match[str], language: Language) -> str:
    text, place = found.string, found.start()
    start = _BEFORE_ROMAN.search(text, max(0, place - 10), place)
    end = _AFTER_ROMAN.match(text, place + 1)
    if not start or not end or start[0].isupper() != end[0].isupper():
        return found[0]
    rises = 0 < _value(start[0]) < _value(end[0])
    return EN_DASH if rises else found[0]


def _value(numeral: str) -> int:
    """What a Roman numeral counts; 0 for what is none, such as IIX."""
    try:
        return int(RomanNumeral.from_string(numeral))
    except InvalidRomanNumeralError:
        return 0


def _dash(found: re.Match[str], language: Language) -> str:
    before, after = found.string[: found.start()], found.string[found.end() :]
    if not before:  # what is said, or who wrote a motto
        return language.dash.strip() + found[0].lstrip("-—")
    if "---" not in found[0] and _SPAN.search(f"{before[-20:]}\0{after[:20]}"):
        return f" {EN_DASH} "
    closed = not after or (after[0] in "”’»\"')]" and found[0][-1] != " ")
    return language.dash.rstrip() if closed else language.dash


QUOTATION = Mark(
    "quotation marks",
    f"[{MARKS}]",
    '"A \'note\' of "Molotov"," he said.',
    "“A ‘note’ of ‘Molotov’,” he said.",
)
PAUSE = Mark(
    "dash between clauses",
    # In words, typed as one, two or three hyphens or as a dash with or without spaces; where a
    # number stands beside it, an en dash or a hyphen is something else.
    r"^(?:---?|—) ?(?=[^\s-])"
    r"|(?<=\S) ?(?<!-)---(?!-) ?"
    r"|(?<=\S) --(?: |$|(?=[\"'”’»]))"
    r"|(?<=[^\W\d]) - (?=[^\W\d])|(?<=[,;:.!?)”’»\"']) - (?=[^\W\d])"
    r"|(?<=[^\s—–]) — ?(?=\S)(?!—)|(?<=[^\s—–])—(?=[^\s—])"
    r"|(?<=[^\W\d]) – (?=[^\W\d])|(?<=[,;:.!?)”’»\"']) – (?=[^\W\d])",
    "war -- and peace, war---and peace, war - and peace",
    "war—and peace, war—and peace, war—and peace",
    printed=_dash,
)
RANGE = Mark(
    "range",
    r"(?<=\d)[-—](?=\d)",
    "1939-1941, pp. 12-14, but 978-83-01-15261-9 and 1939-09-17",
    "1939–1941, pp. 12–14, but 978-83-01-15261-9 and 1939-09-17",
    printed=_range,
)
ROMAN_RANGE = Mark(
    "range of Roman numerals",
    r"(?<=[IVXivx])-(?=[IVXivx])",
    "chapters II-IV, pp. ix-xii",
    "chapters II–IV, pp. ix–xii",
    printed=_roman,
)
TYPED_RANGE = Mark(
    "two hyphens between words",
    r"(?<=[^\s-])--(?=[^\s-])",
    "1939--1941, the Molotov--Ribbentrop Pact",
    "1939–1941, the Molotov–Ribbentrop Pact",
    printed=lambda found, language: EN_DASH,
)
ELLIPSIS = Mark(
    "ellipsis",
    r"(?<![.])\.\.\.(?!\.)|(?<![.] )(?<![.])\. \. \.(?! ?\.)",
    "He left...",
    "He left…",
    printed=lambda found, language: "…",
)
APOSTROPHES = Mark(
    "apostrophe",
    r"(?<=[^\W_])'(?=[^\W_])",
    "Poland's army",
    "Poland’s army",
    printed=lambda found, language: APOSTROPHE,
)


def months_range(months: str, bad: str, good: str, source: str, edge: str = r"\b") -> Mark:
    """An en dash between two months, given a regular expression for any of them.

    `edge` is what parts words, where anything does.
    """
    before = re.compile(rf"{edge}(?:{months})\Z")

    def printed(found: re.Match[str], language: Language) -> str:
        text, place = found.string, found.start()
        return EN_DASH if before.search(text, max(0, place - 20), place) else found[0]

    pattern = rf"(?<=[^\s\d])-(?=(?:{months}){edge})"
    return Mark("range of months", pattern, bad, good, source, printed)


NEUTRAL_MARKS = (
    APOSTROPHES,
    QUOTATION,
    ELLIPSIS,
    RANGE,
    ROMAN_RANGE,
    PAUSE,
    TYPED_RANGE,
)
"""The rules of a language that has none of its own; the marks themselves are data of it."""
