"""What is wrong with the entries of an index: references and spans that lead nowhere. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from colophon.index.entries import Mark, Tree

Fault = tuple[Mark, str, bool]
"""An entry, what is wrong with it, and whether its translation is to blame."""


def faults(marks: Sequence[Mark]) -> Iterator[Fault]:
    """Every fault of an edition's index; marks come in the order of the book."""
    yield from _parts(marks)
    yield from _references(marks)
    yield from _spans(marks)


def _parts(marks: Iterable[Mark]) -> Iterator[Fault]:
    for mark in marks:
        if len(mark.parts) != len(mark.source):
            message = f"the translation of the index entry {_shown(mark)} has another number of "
            yield mark, message + "parts; take the semicolon out of each part", True


def _references(marks: Sequence[Mark]) -> Iterator[Fault]:
    original = Tree(dataclasses.replace(mark, parts=mark.source) for mark in marks)
    broken = {(mark.docname, mark.target, mark.source) for mark in original.lost}
    for mark in Tree(marks).lost:
        message = (
            f"the index entry {_shown(mark)} leads nowhere: no place in the text is listed under "
            f"“{mark.parts[1]}”; "
        )
        if (mark.docname, mark.target, mark.source) in broken:
            yield mark, message + "write an entry for it or mend the name", False
        else:
            yield mark, f"{message}translate “{mark.source[1]}” as the other chapters do", True


def _spans(marks: Iterable[Mark]) -> Iterator[Fault]:
    started: dict[tuple[str, ...], Mark] = {}
    for mark in marks:
        if mark.source[0].startswith(("start:", "end:")):
            message = f"“{mark.source[0]}” stands within a paragraph; "
            yield mark, message + "write it in a block of its own, above or below", False
        if mark.span == "start":
            if mark.source in started:
                yield mark, f"the index entry {_shown(mark)} has begun already; end it first", False
            started[mark.source] = mark
        elif mark.span == "end" and not started.pop(mark.source, None):
            message = f"the index entry {_shown(mark)} ends but never began; write its start:"
            yield mark, message, False
    for mark in started.values():
        message = f"the index entry {_shown(mark)} never ends; write its end:"
        yield mark, message + " below the last paragraph", False


def _shown(mark: Mark) -> str:
    kind = mark.span or mark.kind
    return f"“{kind}: {'; '.join(mark.source)}”"
