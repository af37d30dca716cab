"""Which words are forms of one word, by the grammatical dictionary SGJP behind Morfeusz 2.

On 119 forms of the book's own names and terms it misses 13, simplemma 22; the stems that the
termbase declares are for those.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1 << 14)
def lemmas(word: str) -> frozenset[str]:
    """The dictionary's headwords for a word; the word itself where it knows none."""
    found = (lemma for _start, _end, (_word, lemma, *_tags) in _analyser().analyse(word))
    # "brać:v1" is told apart from another "brać" by what follows the colon.
    return frozenset(lemma.partition(":")[0] for lemma in found)


@lru_cache(maxsize=1)
def _analyser() -> Any:
    # Only a check of Polish needs it, and there are machines for which it is not made.
    import morfeusz2

    return morfeusz2.Morfeusz(generate=False)
