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

_VALUE = r"\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}|[0-9]++"
_FIELD = re.compile(rf",\s*+([A-Za-z_]++)\s*+=\s*+({_VALUE})\s*+")
_PLAIN = re.compile(
    rf"[ \t]*+@([A-Za-z]++)\{{\s*+([^\s,{{}}]++)\s*+((?:{_FIELD.pattern})*+),?\s*+\}}"
)
Command = tuple[str, tuple[str, list[tuple[str, list[str]]]]]
"""An entry as pybtex's parser yields it: type, key, and each field with the parts of its value."""


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


def plain(text: str) -> tuple[Command, int] | None:
    """The entry that begins a text, and its end; None where it is not written in the usual way.

    Values are in braces, with no more than one pair in another, or numbers.  All else is left to
    pybtex, which takes ten times as long.
    """
    match = _PLAIN.match(text)
    if not match or match[1].lower() in NO_ENTRY:
        return None
    fields = [
        (name, [value[1:-1] if value.startswith("{") else value])
        for name, value in _FIELD.findall(match[3])
    ]
    return (match[1], (match[2], fields)), match.end()


def keys(path: Path) -> list[str]:
    """The keys of the file's entries."""
    return [entry.key for entry in entries(path)]


def chunks(text: str) -> list[str]:
    """The text before the first entry, and each entry with what follows it."""
    starts = [match.start() for match in START.finditer(text)]
    return [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]
