"""The order of citations in a chapter: what is cited in full, what is short, what is "ibid.".

citeproc decides this from the citations before; here a chapter is laid out so that it decides as
a historian does.  "Ibid." stands only where the note just before cites the same work and no other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from colophon.characters import WORD_JOINER
from colophon.notes.inlines import Inlines, text_of
from colophon.notes.pandoc import Citation
from colophon.notes.style import Style
from colophon.notes.syntax import Cite

BREAK = "break"
"""Id of a work cited between two notes to prevent an "ibid."."""


@dataclass(frozen=True)
class Cluster:
    """Works cited at one place.

    `opens`: it begins a sentence; `closes`: it is the whole note and ends with a full stop;
    `place`: file and line, for a warning.
    """

    cites: tuple[Cite, ...]
    opens: bool = True
    closes: bool = False
    place: str = ""

    @property
    def keys(self) -> set[str]:
        return {cite.key for cite in self.cites}


@dataclass(frozen=True)
class Chapter:
    """The citations of a document: those of each note, in order, and those in running text."""

    notes: tuple[tuple[Cluster, ...], ...] = ()
    running: tuple[Cluster, ...] = ()
    known: frozenset[str] = frozenset()
    """Works cited in full in a chapter before, where that is done once in the book."""

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """All clusters; the place of a cluster here is its number in the document."""
        return (*(cluster for note in self.notes for cluster in note), *self.running)

    @property
    def keys(self) -> set[str]:
        return {key for cluster in self.clusters for key in cluster.keys}

    @property
    def noted(self) -> set[str]:
        """Works cited in notes, where the first citation is full."""
        return {key for note in self.notes for cluster in note for key in cluster.keys}

    def content(self) -> Any:
        """What the rendering depends on, for a digest."""
        return [
            sorted(self.known),
            *(
                [[cluster.cites, cluster.opens, cluster.closes] for cluster in note]
                for note in (*self.notes, self.running)
            ),
        ]


def in_order(chapters: Mapping[str, Chapter], order: Iterable[str]) -> dict[str, Chapter]:
    """The chapters, of which those in `order` know what is cited in full in one before."""
    found = dict(chapters)
    known: set[str] = set()
    for docname in order:
        if docname in found:
            chapter = found[docname]
            found[docname] = replace(chapter, known=frozenset(known & chapter.keys))
            known |= chapter.noted
    return found


@dataclass(frozen=True)
class Step:
    """One citation for citeproc; `cluster` is empty where the step only prepares the next."""

    citations: tuple[Citation, ...]
    cluster: Cluster | None = None


def steps(chapter: Chapter, style: Style, name: Callable[[str], str]) -> Iterator[Step]:
    """The chapter's citations in order; `name` makes a key the id of an item of this chapter."""
    # A style that tells works apart would tell a work from its other id.
    twin = _same if style.distinguishes else other
    yield from _known(map(name, chapter.known))
    yield _BREAK
    for note in chapter.notes:
        for cluster in note:
            if not style.ibid:
                if not style.distinguishes:
                    yield from _known([other(name(key)) for key in cluster.keys])
                yield _BREAK
            yield _step(cluster, style, name)
        works = {key for cluster in note for key in cluster.keys}
        if len(works) != 1:
            yield _BREAK
    seen: set[str] = set()
    for cluster in chapter.running:
        # Running text has the short form at once: the full one is in the notes.
        for key in sorted(cluster.keys - seen):
            yield from _known({name(key), twin(name(key))})
        seen |= cluster.keys
        yield _BREAK
        yield _step(cluster, style, lambda key: twin(name(key)))
    if style.among:
        # Twice, since works may be alike in their short forms only.
        yield from [Step(tuple(Citation(name(key)) for key in style.among))] * 2


_AGAIN = "again:"


def other(identifier: str) -> str:
    """A work's other id, under which citeproc does not see that it was cited just before."""
    stem = identifier.removeprefix(_AGAIN)
    return stem if stem != identifier else f"{_AGAIN}{identifier}"


def _same(identifier: str) -> str:
    return identifier


def _known(identifiers: Iterable[str]) -> Iterator[Step]:
    """Cites works without printing them, so that their next citation is short."""
    for identifier in sorted(identifiers):
        yield Step((Citation(identifier),))


_BREAK = Step((Citation(BREAK),))
_STAND_IN = "x"
"""Stands before a citation in mid-sentence, so that citeproc capitalises it and not the term."""


def _step(cluster: Cluster, style: Style, name: Callable[[str], str]) -> Step:
    citations: list[Citation] = []
    for position, cite in enumerate(cluster.cites):
        stand_in = f"{_STAND_IN} " if position == 0 and not cluster.opens else ""
        identifier = name(cite.key)
        if not (style.ibid or style.distinguishes) and citations and citations[-1].id == identifier:
            identifier = other(identifier)
        citations.append(
            Citation(
                id=identifier,
                prefix=f"{stand_in}{_prefix(cite.prefix)}".strip(),
                locator=style.locator(cite.locator),
                # A compound place is one label's number to citeproc: right for pages only.
                labelled=len(cite.locator) == 1 or _begins_with_page(cite),
            )
        )
    return Step(tuple(citations), cluster)


def _prefix(words: str) -> str:
    """The words before a work; citeproc takes each full stop after several for a sentence's end."""
    return words if opens_sentence(words) else f"{words}{WORD_JOINER}"


def _begins_with_page(cite: Cite) -> bool:
    return bool(cite.locator) and cite.locator[0].label == "page"


def finished(inlines: Inlines, cluster: Cluster) -> Inlines:
    """The formatted citation without its stand-in and with its full stop."""
    if not cluster.opens:
        # The stand-in and the space after it.
        inlines = inlines[2:]
    if cluster.closes and not stopped(text_of(inlines)):
        inlines = [*inlines, {"t": "Str", "c": "."}]
    return inlines


def stopped(text: str) -> bool:
    """Whether a full stop after this text would be one too many."""
    return text.rstrip("”’»").endswith((".", "?", "!", "…"))


def opens_sentence(before: str) -> bool:
    """Whether what follows this text of a note begins a sentence.

    A word of three letters or less before a full stop is taken for an abbreviation (zob., por.),
    unless it belongs to a number (1939 r.).
    """
    if not before.strip():
        return True
    return _SENTENCE_END.search(before.rstrip(" \n”’»)")) is not None


_SENTENCE_END = re.compile(r"(?:[?!…]|[^\W\d_]{4,}\.|[\W\d_]\.|\d\s+[^\W\d_]+\.)$")
