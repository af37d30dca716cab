"""Where Thai, written without spaces, may be broken: between words, never within a name.

Words are found by PyThaiNLP's newmm with the book's own names added to its dictionary.
Its answer is for analysis, not for setting, so a break that another reading makes doubtful is moved
or left out, and pieces that no compositor would leave alone are joined to their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from colophon.typography import thai_lexicon
from colophon.typography.thai_pieces import ALONE, certain, is_phrase

LETTERS = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]+")
"""A run of Thai letters, vowels and marks, without digits and punctuation."""

_NAME = re.compile(f"{LETTERS.pattern}(?:-{LETTERS.pattern})*")

LONGEST_NAME = 16
"""What is longer is a phrase, such as the title of a treaty, and may be broken between words; so is
what consists of common words, as headings of an index do."""

_LAND = re.compile(rf"{LETTERS.pattern}(?=(?:ตะวันตก|ตะวันออก|เหนือ|ใต้)$)")
"""The name of a land, before what tells a part of it from another."""

_ORDINAL = re.compile(r"ที่(?=\s[\d๐-๙])")
"""What makes a number one of an order: a line may break before what is counted, not before it."""

_NEVER_FIRST = frozenset("ะาำๅๆฯ็ัิีึืฺุู่้๊๋์ํ๎")
_NEVER_LAST = frozenset("เแโใไ")


def listed(phrases: Iterable[str]) -> frozenset[str]:
    """The Thai names in phrases such as index entries; a name of three words gives three.

    Of a double name the halves are names too, and so is the land of which a name is a part.
    """
    return frozenset(_listed(phrases))


def _listed(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        for name in _NAME.findall(phrase):
            parts = name.split("-")
            fit = [part for part in parts if 3 <= len(part) <= LONGEST_NAME and not _divided(part)]
            yield from fit
            if len(fit) == len(parts):
                yield name
            if (land := _LAND.match(name)) and len(land[0]) <= LONGEST_NAME:
                yield land[0]


def _divided(name: str) -> bool:
    return is_phrase(_segmenter(frozenset())(name))


def breaks(text: str, names: frozenset[str]) -> list[int]:
    """The offsets at which a line may break, none of them inside a name."""
    held = {ordinal.start() for ordinal in _ORDINAL.finditer(text)}
    return [
        place
        for run in LETTERS.finditer(text)
        for offset in _of_run(run[0], names)
        if (place := run.start() + offset) not in held
    ]


def unbroken(text: str, names: frozenset[str]) -> list[tuple[int, int]]:
    """Where the names are, which a browser would divide after its own dictionary."""
    return list(_occurrences(text, names))


def words(text: str, names: frozenset[str]) -> list[tuple[int, int]]:
    """Where the words and the names are, for a short text whose every word is to be held."""
    runs = (place for run in LETTERS.finditer(text) for place in run.span())
    ends = sorted({*runs, *breaks(text, names)})
    found = [(a, b) for a, b in pairwise(ends) if LETTERS.match(text, a)]
    return list(_joined(sorted([*found, *_occurrences(text, names)])))


@lru_cache(maxsize=1 << 16)
def _of_run(run: str, names: frozenset[str]) -> tuple[int, ...]:
    inside = {i for start, end in _occurrences(run, names) for i in range(start + 1, end)}
    last, found = 0, []
    for offset in certain(_segmenter(names)(run), names):
        fits = (
            run[offset] not in _NEVER_FIRST
            and run[offset - 1] not in _NEVER_LAST
            and offset - last > 1
            and (len(run) - offset > 1 or run[offset] in ALONE)
        )
        if fits and offset not in inside:
            found.append(offset)
            last = offset
    return tuple(found)


def _occurrences(text: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where the names are; those that overlap, as two of one river may, are one stretch."""
    return _joined(match.span(1) for match in _pattern(names).finditer(text))


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, given in order, those that overlap as one."""
    start = end = 0
    for first, last in spans:
        if first >= end:
            if end:
                yield start, end
            start = first
        end = max(end, last)
    if end:
        yield start, end


@lru_cache(maxsize=4)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    """Where one of the names begins, the longest first; by first letter, so that most places fail
    at once."""
    by_letter: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by_letter.setdefault(name[0], []).append(name[1:])
    any_name = "|".join(f"{letter}(?:{'|'.join(tails)})" for letter, tails in by_letter.items())
    return re.compile(f"(?=({any_name or '(?!)'}))")


@lru_cache(maxsize=4)
def _segmenter(names: frozenset[str]) -> Callable[[str], list[str]]:
    """How to find the words of a run."""
    # PyThaiNLP is slow to load, and only the Thai edition needs it.
    from pythainlp.tokenize.newmm import segment
    from pythainlp.util import Trie

    # Built anew in each process: unpickling a trie takes four times as long as making it.
    trie = Trie(thai_lexicon.words() | names)
    return lambda run: segment(run, trie)
