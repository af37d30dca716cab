"""Thai line breaks against sentences in which a reader has marked them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from colophon.typography.thai_words import LONGEST_NAME, breaks, listed, unbroken
from tests.typography.corpus import lines

NAMES = listed(lines("thai-names.txt"))
SENTENCES = lines("thai.txt")


def parted(marked: str) -> tuple[str, set[int]]:
    """A sentence without its marks, and where they were."""
    words = marked.split("|")
    return "".join(words), {len("".join(words[:i])) for i in range(1, len(words))}


def test_corpus() -> None:
    right = wrong = missed = 0
    for marked in SENTENCES:
        text, allowed = parted(marked)
        found = set(breaks(text, NAMES))
        right += len(found & allowed)
        wrong += len(found - allowed)
        missed += len(allowed - found)
    assert len(SENTENCES) >= 40
    assert right / (right + wrong) > 0.99
    assert right / (right + missed) > 0.8


@pytest.mark.parametrize("marked", SENTENCES)
def test_no_name_is_divided(marked: str) -> None:
    text, _ = parted(marked)
    found = set(breaks(text, NAMES))
    for name in NAMES:
        start = text.find(name)
        if start >= 0:
            assert not found & set(range(start + 1, start + len(name)))


@pytest.mark.parametrize("marked", SENTENCES)
def test_no_piece_is_unfit_to_stand_alone(marked: str) -> None:
    text, _ = parted(marked)
    ends = [0, *breaks(text, NAMES), len(text)]
    for piece in (text[a:b] for a, b in pairwise(ends)):
        first, last = piece.split(" ")[0], piece.split(" ")[-1]
        assert len(first) > 1 and (len(last) > 1 or not last)
        assert first[0] not in "ๆฯะาำ่้๊๋์ัิีึืุู็"
        assert last == "" or last[-1] not in "เแโใไ"


def test_name_unknown_to_the_dictionary_would_be_divided_otherwise() -> None:
    text = "กองทัพแดงเข้าบารานอวิตแชแล้ว"
    without = set(breaks(text, frozenset()))
    inside = set(range(text.index("บา") + 1, text.index("แล้ว")))
    assert without & inside
    assert not set(breaks(text, NAMES)) & inside


def test_names_that_a_browser_does_not_know() -> None:
    text = "เบรสต์กับสหภาพโซเวียต"
    # สหภาพโซเวียต is in every Thai dictionary.
    assert [text[a:b] for a, b in unbroken(text, NAMES)] == ["เบรสต์"]


def test_only_thai_is_broken() -> None:
    assert breaks("The Red Army, 1939", NAMES) == []
    assert breaks("", NAMES) == []


def test_listed() -> None:
    phrase = "ริบเบินทร็อพ, โยอาคิม ฟ็อน; Beck"
    assert listed([phrase]) == {"ริบเบินทร็อพ", "โยอาคิม", "ฟ็อน"}
    assert listed(["ก" * (LONGEST_NAME + 1), "ที"]) == frozenset()
