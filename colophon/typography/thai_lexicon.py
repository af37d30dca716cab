"""What is a Thai word, and how common it is.

PyThaiNLP's dictionary answers the first, its frequencies of the Thai National Corpus the second;
the Royal Society's headwords say which compounds are one word.
"""

from __future__ import annotations

from functools import lru_cache


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_PARTICLES_AFTER = _words("กว่า ว่า กับ จาก จะ สู่ ถึง นี้ นั้น แห่ง มาก")
_PARTICLES_BEFORE = _words("ไม่ ทุก ถูก เป็น เมื่อ ภายใต้ มี ครั้ง")
"""Words of grammar; what the dictionary lists with one of them is a phrase."""

_PHRASES = _words("กันที่ ข้างออก ของกอง งานการ ใช้การ ตัวเลขที่ ทำให้การ บทความใน ว่าการ ว่าความ ว่าที่ ให้การ")
"""Other phrases; most of them hold the beginning of the next word."""

_WHOLE = _words("กระนั้น กระนี้ กำกับ ถูกใจ ถูกต้อง ทุกขัง ทุกขา นอกจาก นิ่งดูดาย ปราศจาก")
"""Words that only look like phrases."""

_ADDED = _words(
    "กรมพระยา บุกครอง ผู้ว่าการ รัฐมนตรีว่าการ ส่วนใหญ่ พระบรมโอรสาธิราช พระบาทสมเด็จ"
    " พระเจ้าอยู่หัว พระจอมเกล้าเจ้าอยู่หัว พระจุลจอมเกล้าเจ้าอยู่หัว พระปกเกล้าเจ้าอยู่หัว"
    " พระมงกุฎเกล้าเจ้าอยู่หัว"
)
"""Titles and compounds that the dictionary lacks."""

_COMMON = 1000
"""What the corpus has as often, in thirty million words, begins phrases."""
_POLYSYLLABIC = 5
"""From so many letters on a word is mostly of two syllables, and no half of a close compound."""


@lru_cache(maxsize=1)
def dictionary() -> frozenset[str]:
    """Every word of the dictionary that a browser is likely to have as well."""
    # PyThaiNLP is slow to load, and only the Thai edition needs it.
    from pythainlp.corpus import thai_words

    found: frozenset[str] = thai_words()
    return found


@lru_cache(maxsize=1)
def frequencies() -> dict[str, int]:
    """How often a word stands in the Thai National Corpus."""
    from pythainlp.corpus import tnc

    return dict(tnc.unigram_word_freqs())


@lru_cache(maxsize=1)
def words() -> frozenset[str]:
    """The dictionary without the phrases that it holds as words."""
    from pythainlp.corpus import thai_orst_words

    headwords, seen = thai_orst_words(), frequencies()
    listed = headwords.union(seen)
    return dictionary().union(_ADDED) - {
        word for word in dictionary() if _is_phrase(word, listed=word in listed)
    }


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    """The titles of the Thai Wikipedia, the most names of the world that one list holds."""
    from pythainlp.corpus import thai_wikipedia_titles

    found: frozenset[str] = thai_wikipedia_titles()
    return found


def _is_phrase(word: str, *, listed: bool) -> bool:
    known, seen = dictionary(), frequencies()
    if word in _WHOLE or word in _PHRASES:
        return word in _PHRASES
    ends = (word[: -len(end)] for end in _PARTICLES_AFTER if word.endswith(end))
    starts = (word[len(start) :] for start in _PARTICLES_BEFORE if word.startswith(start))
    if any(len(rest) > 1 and rest in known for rest in (*ends, *starts)):
        return True
    return not listed and any(
        word[:cut] in known
        and word[cut:] in known
        and seen.get(word[:cut], 0) >= _COMMON
        and word[cut:] in seen
        for cut in range(2, len(word) - _POLYSYLLABIC + 1)
    )
