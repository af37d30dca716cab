"""Order and heads against lists that were put in order by hand, by each language's own rules.

The lists in `order/` name their sources and owe nothing to ICU; the test shuffles them.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from colophon.collation import head, sort_key
from colophon.index.entries import Mark, index
from colophon.languages import language
from tests.conftest import LANGUAGES

pytestmark = pytest.mark.usefixtures("english_words")

ORDER = Path(__file__).parent / "order"


def fixture(code: str) -> list[tuple[str, list[str]]]:
    """The heads of a list with the entries below each."""
    groups: list[tuple[str, list[str]]] = []
    for line in (ORDER / f"{code}.txt").read_text(encoding="utf-8").splitlines():
        if line.endswith(":"):
            groups.append((line[:-1], []))
        elif not line.startswith("#"):
            groups[-1][1].append(line)
    return groups


def shuffled(code: str, seed: int = 1939) -> list[str]:
    entries = [entry for _head, entries in fixture(code) for entry in entries]
    random.Random(seed).shuffle(entries)
    return entries


@pytest.mark.parametrize("code", LANGUAGES)
def test_order(code: str) -> None:
    collation = language(code).collation
    expected = [entry for _head, entries in fixture(code) for entry in entries]
    assert len(expected) == len(set(expected)) >= 60
    for seed in range(5):
        found = sorted(shuffled(code, seed), key=lambda text: sort_key(text, collation))
        assert found == expected


@pytest.mark.parametrize("code", LANGUAGES)
def test_heads(code: str) -> None:
    collation = language(code).collation
    (_, symbols), (_, figures), *letters = fixture(code)
    for expected, entries in [("Symbols", symbols), ("Numbers", figures), *letters]:
        assert {head(entry, collation) for entry in entries} == {expected}


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_index_has_that_order(code: str) -> None:
    marks = [Mark("single", (text,), "a", str(n)) for n, text in enumerate(shuffled(code))]
    groups = index(marks, language(code))
    assert [[entry.text for entry in group.entries] for group in groups] == [
        entries for _, entries in fixture(code)
    ]
    assert [group.head for group in groups][:2] == ["Symbols", "Numbers"]
    assert [group.head for group in groups][2:] == [head for head, _ in fixture(code)][2:]


@pytest.mark.parametrize("code", LANGUAGES)
def test_bucket_heads_come_once_and_in_order(code: str) -> None:
    """A script that is none of ours stands at the end under letters of its own."""
    words = [*shuffled(code), "漢字", "שלום", "ქართული", "§ 5", "½"]
    marks = [Mark("single", (text,), "a", text) for text in words]
    heads = [group.head for group in index(marks, language(code))]
    assert len(heads) == len(set(heads))
    assert heads[:2] == ["Symbols", "Numbers"]
    assert [head for head in heads if head in "ქש漢"] == ["ქ", "ש", "漢"]
    assert heads[-1] == "漢"


def test_invisible_characters_count_for_nothing() -> None:
    assert sorted(["กอง\u200bทัพ", "กองทัพ", "กอง"], key=lambda t: sort_key(t, "th"))[0] == "กอง"
    assert (
        sort_key("w\u00a0Wilnie", "pl").split(b"\0")[0]
        == sort_key("w Wilnie", "pl").split(b"\0")[0]
    )
    assert head("\u200bเบรสต์", "th") == "บ"


def test_equal_texts_have_one_order() -> None:
    assert sort_key("„Sarny”", "pl") != sort_key("Sarny", "pl")
