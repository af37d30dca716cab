"""The fields of a .bib entry: those that are printed or exported, those that are kept in silence.

Any other is probably misspelt, and what it says would reach no reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.utils import CaseInsensitiveDict

from colophon.notes import items
from colophon.notes.entries import NO_ENTRY, START, chunks
from colophon.notes.keys import nearest

_TITLES = "title subtitle titleaddon shorttitle booksubtitle"
_REST = "address location number type entrysubtype keywords langid language crossref"
_DATES = "date year month day urldate origdate"
READ = frozenset(
    {*items.FIELDS, *items.NAMES, *items.PUBLISHERS, *items.ADDRESSES}
    | {*_TITLES.split(), *_REST.split(), *_DATES.split()}
)
"""Fields that something is made of."""

_LEFT = (
    "abstract annotation annote archiveprefix bdsk-url-1 bibsource biburl date-added date-modified "
    "eprint eprintclass eprinttype eventdate file ids key label library mendeley-tags options "
    "owner primaryclass publisherplace sortkey sortname sorttitle timestamp urlday username venue "
    "xref"
)
LEFT = frozenset(_LEFT.split())
"""Fields of biblatex and of reference managers that no edition prints."""


def unknown(path: Path) -> Iterator[tuple[int, str, str, str]]:
    """Line, key of the entry, name and nearest known name (or nothing) of every unknown field."""
    text = path.read_text("utf-8-sig", errors="replace") if path.is_file() else ""
    macros: Any = CaseInsensitiveDict(month_names)
    line = 1
    for chunk in chunks(text):
        match = START.match(chunk)
        if match and match["kind"].lower() != "comment":
            # Faults are told by the check of the file; this one only reads.
            command = next(iter(LowLevelParser(chunk, macros=macros, handle_error=_pass)), None)
            if command and match["kind"].lower() not in NO_ENTRY:
                for name in dict.fromkeys(field for field, _ in command[1][1]):
                    if not is_known(name.lower()):
                        at = line + _line_of(name, chunk)
                        yield at, match["key"], name, nearest(name.lower(), sorted(READ))
        line += chunk.count("\n")


def is_known(name: str) -> bool:
    """Whether a field is read, or left alone with reason."""
    return name in READ or name in LEFT or bool(items.OF_EDITION.fullmatch(name))


def _pass(error: object) -> None:
    return


def _line_of(field: str, text: str) -> int:
    match = re.search(rf"^\W*{re.escape(field)}\s*=", text, re.MULTILINE)
    return text.count("\n", 0, match.end()) if match else 0
