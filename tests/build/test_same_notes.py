"""The editions of the book hold the same number of notes, message by message.

The rules over catalogues compare which works are cited; they let a translation put two works of
the msgid into one note. The book is stricter: a note in one edition has its like in the others.
"""

from __future__ import annotations

import re

import pytest

from colophon.catalogs.files import catalogs
from colophon.catalogs.read import read
from colophon.project import Project
from tests.conftest import ROOT

MARK = re.compile(r"\{footcite(?::\w+)?\}`|\[\^[^\]\s]+\](?!:)")


def marks(text: str) -> list[str]:
    """What stands in a text for the mark of a note."""
    return [found.rstrip("`") for found in MARK.findall(text)]


def test_each_message_has_as_many_notes_as_its_source(language: str) -> None:
    book = Project.at(ROOT)
    compared, wrong = 0, []
    for _, path in catalogs(book.locale_dirs, language):
        for message in read(path)[0]:
            there, here = marks(message.msgid), marks(message.without_own_notes().msgstr)
            if message.msgstr and len(there) != len(here):
                place = f"{path.relative_to(ROOT)}:{message.line}"
                wrong.append(
                    f"{place}: {len(here)} notes ({' '.join(here)}) where the source has "
                    f"{len(there)} ({' '.join(there)}); give each note of the source one mark"
                )
            compared += len(there)
    assert wrong == []
    assert compared > 300


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Fell.{footcite:p}`gross2002{17},zaloga2002`", 1),
        ("Fell.{footcite:p}`gross2002` Then.[^n-x]", 2),
        ("As {cite:p}`gross2002` says, see {ref}`campaign`.", 0),
        ("[^n-x]: Its text, from {cite:p}`gross2002`.", 0),
    ],
)
def test_what_counts_as_a_note(text: str, number: int) -> None:
    assert len(marks(text)) == number
