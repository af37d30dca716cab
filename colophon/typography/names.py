"""The names of an edition: what its index lists, and what the termbase calls persons and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from colophon.names.term import NAMES, Term

IndexEntry = tuple[str, str, str, str, str | None]


def phrases(entries: Iterable[IndexEntry], terms: Iterable[Term], language: str) -> Iterator[str]:
    """Every phrase that holds names; glossary terms are index entries as well."""
    for kind, value, *_ in entries:
        parts = value.split(";")
        # The second part of a single entry says what is told of the first.
        yield from parts[:1] if kind == "single" else parts
    for term in terms:
        if term.kind in NAMES:
            yield from term.accepted(language)
            if today := term.today.get(language):
                yield today
