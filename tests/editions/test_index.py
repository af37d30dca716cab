"""The index of the real book by an indexer's standard, in every language.

ISO 999 and The Chicago Manual of Style (17th ed., ch. 16) where a rule has a number; each test
lists every entry that is at fault.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterator

import pytest

from colophon.index.collect import index_of
from colophon.index.entries import Entry, walk
from colophon.languages import language as language_of
from colophon.names.forms import index_entry
from colophon.names.table import terms_of
from colophon.names.term import PERSON, Term
from tests.conftest import LANGUAGES, ROOT, Editions

ENTRIES = 300
"""Headings at least; a short book has about three on each page."""
BARE = 6
"""Places at most that a heading lists without telling them apart (Chicago, 16.10)."""


@pytest.fixture(scope="module")
def trees(editions: Editions) -> dict[str, list[Entry]]:
    """The headings of each edition."""
    found = {}
    for code in LANGUAGES:
        kept = editions.project.output / "doctrees" / code / "environment.pickle"
        groups = index_of(pickle.loads(kept.read_bytes()))
        found[code] = [entry for group in groups for entry in group.entries]
    return found


@pytest.fixture
def headings(trees: dict[str, list[Entry]], language: str) -> list[Entry]:
    """The headings of one edition."""
    return trees[language]


def names() -> dict[str, Term]:
    return terms_of([ROOT / "locales" / "terms.csv"])


def count(headings: list[Entry]) -> dict[str, int]:
    """How many entries of each kind: what an indexer is paid for."""
    every = list(walk(headings))
    return {
        "headings": len(headings),
        "subheadings": len(every) - len(headings),
        "places": sum(len(entry.places) for entry in every),
        "see": sum(len(entry.see) for entry in every),
        "see also": sum(len(entry.also) for entry in every),
    }


def test_it_is_as_full_as_the_book_needs(headings: list[Entry]) -> None:
    told = count(headings)
    with_places = [entry for entry in headings if entry.leads]
    assert len(with_places) >= ENTRIES * 0.8 and len(headings) >= ENTRIES, told
    assert told["subheadings"] >= ENTRIES and told["see"] >= 50 and told["see also"] >= 30, told


def test_the_editions_have_the_same_entries(trees: dict[str, list[Entry]]) -> None:
    """A heading translated in two ways would be two, and two translated alike would be one."""
    shapes = {
        code: Counter((len(entry.places), len(entry.under)) for entry in tree if entry.leads)
        for code, tree in trees.items()
    }
    for code, shape in shapes.items():
        apart = (shape - shapes["en"]) + (shapes["en"] - shape)
        assert not apart, f"{code}: entries (places, subheadings) that English has not: {apart}"


def test_no_heading_lists_many_places_without_a_subheading(headings: list[Entry]) -> None:
    bare = [f"{it.name}: {len(it.places)} places" for it in walk(headings) if len(it.places) > BARE]
    assert bare == []


def test_no_subheading_stands_alone(headings: list[Entry]) -> None:
    """One subheading divides nothing; what it says belongs into the heading."""
    assert [it.under[0].name for it in headings if len(it.under) == 1 and not it.places] == []


def test_a_subheading_says_more_than_its_heading(headings: list[Entry]) -> None:
    same = [
        below.name
        for entry in headings
        for below in entry.under
        if below.text.casefold() == entry.text.casefold()
        or set(_places(below)) == set(_places(entry)) != set()
    ]
    assert same == []


def _places(entry: Entry) -> Iterator[tuple[str, int, bool]]:
    return ((it.start.docname, it.start.block, it.end is not None) for it in entry.locators)


def test_every_reference_leads_to_places_and_not_to_itself(headings: list[Entry]) -> None:
    every = list(walk(headings))
    lost = [
        f"{entry.name} -> {to.name}"
        for entry in every
        for to in (*entry.see, *entry.also)
        if not to.leads or to not in every or to in (entry, entry.parent)
    ]
    assert lost == []


def test_who_is_sent_away_finds_nothing_here(headings: list[Entry]) -> None:
    assert [it.name for it in walk(headings) if it.see and (it.leads or it.also)] == []


def test_no_heading_stands_twice(headings: list[Entry]) -> None:
    found = Counter(map(_letters, headings))
    assert [entry.text for entry in headings if found[_letters(entry)] > 1] == []


def _letters(entry: Entry) -> str:
    return "".join(filter(str.isalnum, entry.text.casefold()))


def test_persons_stand_under_their_surnames(headings: list[Entry], language: str) -> None:
    texts, edition = {entry.text for entry in headings}, language_of(language)
    persons = [term for term in names().values() if term.kind == PERSON]
    plain = [term.forms[language] for term in persons]
    listed = [index_entry(term, edition) for term in persons]
    assert [form for form in plain if form in texts and form not in listed] == []
    assert sum(entry in texts for entry in listed) >= 35


def test_names_are_those_of_the_termbase(trees: dict[str, list[Entry]], language: str) -> None:
    """What the English index lists in the form of the table is listed so in every edition."""
    texts = {code: {entry.text for entry in tree} for code, tree in trees.items()}
    wrong = [
        f"{term.id}: {index_entry(term, language_of(language))}"
        for term in names().values()
        if index_entry(term, language_of("en")) in texts["en"]
        and index_entry(term, language_of(language)) not in texts[language]
    ]
    assert wrong == []


def test_subheadings_begin_small_in_polish(trees: dict[str, list[Entry]]) -> None:
    """Only names have a capital, and a name in a subheading is one that has a heading."""
    capitals = {word for entry in trees["pl"] for word in entry.text.replace(",", "").split()}
    large = [
        below.name
        for entry in trees["pl"]
        for below in entry.under
        if below.text[:1].isupper() and below.text.split()[0] not in capitals
    ]
    assert large == []
    terms = {entry.text for entry in trees["en"] if entry.text[:1].islower()}
    assert len(terms) > 50  # subjects are small in English too


def test_lists_are_not_indexed(headings: list[Entry]) -> None:
    documents = {it.start.docname for entry in walk(headings) for it in entry.locators}
    assert documents.isdisjoint({"glossary", "chronology", "gazetteer", "bibliography"})
