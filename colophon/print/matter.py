"""Front matter, the text and back matter: which chapter belongs where and where the index goes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

FRONT_MATTER = ["dedication", "foreword", "preface", "acknowledgements", "abbreviations"]
"""Documents with roman page numbers and no chapter number, unless conf.py says otherwise."""

BACK_MATTER = ["chronology", "glossary", "gazetteer", "bibliography", "genindex", "imprint"]
"""Documents after the text, without a chapter number, unless conf.py says otherwise."""

INDEX = "genindex"
"""Sphinx's name for the general index in a toctree; no document bears it."""

ORDER = ("front", "main", "back")


def matter_of(docname: str, front: Collection[str], back: Collection[str]) -> str:
    """The part of the book that a top-level document belongs to."""
    return "front" if docname in front else "back" if docname in back else "main"


class Matters:
    """Walks through the chapters of a book and says where a new part begins.

    The parts come once and in order: a preface behind the first chapter stays in the text.
    """

    def __init__(self, front: Collection[str], back: Collection[str]) -> None:
        self.front, self.back, self.current = front, back, "front"

    def enter(self, docname: str) -> str:
        """The part that begins with this document; empty where none does."""
        matter = matter_of(docname, self.front, self.back)
        if ORDER.index(matter) <= ORDER.index(self.current):
            return ""
        self.current = matter
        return matter


def split(docnames: Sequence[str]) -> list[list[str]]:
    """The documents of a toctree in runs, the index in a run of its own."""
    return [list(run) for _, run in groupby(docnames, key=INDEX.__eq__)]
