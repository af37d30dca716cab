"""Order and heads against lists that were written by the rules of each language's dictionaries."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import sphinx.locale

from colophon.collation import arrange, head, sort_key
from colophon.languages import language
from tests.conftest import LANGUAGES

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


def shuffled(code: str) -> list[str]:
    entries = [entry for _head, entries in fixture(code) for entry in entries]
    random.Random(1939).shuffle(entries)
    return entries


@pytest.mark.parametrize("code", LANGUAGES)
def test_order(code: str) -> None:
    collation = language(code).collation
    expected = [entry for _head, entries in fixture(code) for entry in entries]
    assert sorted(shuffled(code), key=lambda text: sort_key(text, collation)) == expected


@pytest.mark.parametrize("code", LANGUAGES)
def test_heads(code: str) -> None:
    collation = language(code).collation
    sphinx.locale.translators.clear()
    sphinx.locale.init([], "en")
    _symbols, *letters = fixture(code)
    assert head("17 września", collation) == "Symbols"
    for expected, entries in letters:
        assert {head(entry, collation) for entry in entries} == {expected}


@pytest.mark.parametrize("code", LANGUAGES)
def test_arrange(code: str) -> None:
    """Whatever Sphinx's own groups were, its entries stand under the language's heads."""
    sphinx.locale.translators.clear()
    sphinx.locale.init([], "en")
    index = [("?", [(entry, ([("", "#x")], [], None)) for entry in shuffled(code)])]
    arranged = arrange(index, language(code).collation)
    assert [[text for text, _ in entries] for _, entries in arranged] == [
        entries for _, entries in fixture(code)
    ]
    assert [head for head, _ in arranged][1:] == [head for head, _ in fixture(code)][1:]


def test_subentries() -> None:
    link = [("", "#x")]
    subentries = [("see also Łódź", []), ("Źródła", link), ("Łuck", link), ("Lwów", link)]
    ((_, [(_, (_, arranged, _))]),) = arrange([("A", [("Armia", (link, subentries, None))])], "pl")
    assert [text for text, _ in arranged] == ["Lwów", "Łuck", "Źródła", "see also Łódź"]


def test_key_of_an_entry_stands_for_its_text() -> None:
    entries = [("Łuck", ([], [], None)), ("de Gaulle", ([], [], "G")), ("Grodno", ([], [], None))]
    arranged = arrange([("?", entries)], "pl")
    assert [(head, [text for text, _ in group]) for head, group in arranged] == [
        ("G", ["de Gaulle", "Grodno"]),
        ("Ł", ["Łuck"]),
    ]


def test_invisible_characters_count_for_nothing() -> None:
    assert sorted(["กอง\u200bทัพ", "กองทัพ", "กอง"], key=lambda t: sort_key(t, "th"))[0] == "กอง"
    assert (
        sort_key("w\u00a0Wilnie", "pl").split(b"\0")[0]
        == sort_key("w Wilnie", "pl").split(b"\0")[0]
    )
    assert head("\u200bเบรสต์", "th") == "บ"


def test_equal_texts_have_one_order() -> None:
    assert sort_key("„Sarny”", "pl") != sort_key("Sarny", "pl")
