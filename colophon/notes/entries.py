"""Where the entries of a .bib file stand, however broken they are.

The file is cut where an entry begins a line, so that an unclosed brace spoils its own entry and
no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

START = re.compile(r"^[ \t]*@(?P<kind>\w*)[ \t]*[{(]?[ \t]*(?P<key>[^\s,{}]*)", re.MULTILINE)
_CROSSREF = re.compile(r"^\s*crossref\s*=\s*[{\"]?\s*(?P<key>[^\s{}\",]+)", re.I | re.M)
NO_ENTRY = {"comment", "string", "preamble"}
"""What begins like an entry and is none."""


@dataclass(frozen=True)
class Entry:
    """An entry as it stands in its file, however broken it is."""

    key: str
    line: int
    crossref: str


def entries(path: Path) -> Iterator[Entry]:
    """The file's entries."""
    text = path.read_text("utf-8-sig", errors="replace") if path.is_file() else ""
    line = 1
    for chunk in chunks(text):
        match = START.match(chunk)
        if match and match["kind"].lower() not in NO_ENTRY:
            crossref = _CROSSREF.search(chunk)
            yield Entry(match["key"], line, crossref["key"] if crossref else "")
        line += chunk.count("\n")


def keys(path: Path) -> list[str]:
    """The keys of the file's entries."""
    return [entry.key for entry in entries(path)]


def chunks(text: str) -> list[str]:
    """The text before the first entry, and each entry with what follows it."""
    starts = [match.start() for match in START.finditer(text)]
    return [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]
