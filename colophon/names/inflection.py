"""Finding a name in a text that inflects its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib import import_module

from colophon.languages import Language

Lemmas = Callable[[str], frozenset[str]]

_WORD = re.compile(r"\w+")
_ENDING = 5
"""The longest ending after a declared stem: -kiniami, -owie, -ego."""


def occurs(form: str, text: str, language: Language, stems: Iterable[str] = ()) -> bool:
    """Whether a text has a name, in any case where the language inflects."""
    if not language.inflection:
        return form in text
    wanted, found = _WORD.findall(form), _WORD.findall(text)
    stems = tuple(stems)
    return any(
        all(
            is_form(word, of, language, stems)
            for word, of in zip(found[start:], wanted, strict=False)
        )
        for start in range(len(found) - len(wanted) + 1)
    )


def is_form(word: str, of: str, language: Language, stems: Iterable[str] = ()) -> bool:
    """Whether `word` is `of` in some case; a capital stays a capital: Lwowa is not lwa."""
    if word == of:
        return True
    if of[:1].isupper() and not word[:1].isupper():
        return False
    if not (word[:1].isalpha() and of[:1].isalpha()):
        return False
    # The stem Skidl- is of Skidel, whose own last vowel it has lost.
    if any(
        stem[:2] == of[:2] and word.startswith(stem) and len(word) - len(stem) <= _ENDING
        for stem in stems
    ):
        return True
    try:
        lemmas: Lemmas = import_module(f"colophon.names.{language.inflection}").lemmas
        return bool(_of(word, lemmas) & _of(of, lemmas))
    except ImportError:
        # Without its dictionary a language is judged by the beginnings of words, leniently.
        shared = max(2, min(len(word), len(of)) - 3)
        return word[:shared].lower() == of[:shared].lower()


def _of(word: str, lemmas: Lemmas) -> frozenset[str]:
    # A name is listed with a capital, an adjective such as Czerwona without.
    return frozenset(each.lower() for each in (*lemmas(word), *lemmas(word.lower())))
