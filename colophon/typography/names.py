"""The names of an edition: what its index lists, and its column of the termbase `terms.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from colophon.problems import fail

TERMS = "terms.csv"
"""The termbase beside the catalogues; a column for each language of the book."""

IndexEntry = tuple[str, str, str, str, str | None]


def phrases(
    entries: Iterable[IndexEntry], termbases: Iterable[Path], language: str
) -> Iterator[str]:
    """Every phrase that holds names; glossary terms are index entries as well."""
    for kind, value, *_ in entries:
        parts = value.split(";")
        # The second part of a single entry says what is told of the first.
        yield from parts[:1] if kind == "single" else parts
    for path in termbases:
        yield from _column(path, language)


def _column(path: Path, language: str) -> list[str]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [row.get(language) or "" for row in csv.DictReader(file)]
    except FileNotFoundError:
        return []
    except (csv.Error, UnicodeDecodeError) as error:
        raise fail(str(error), "save it as CSV in UTF-8", path) from error
