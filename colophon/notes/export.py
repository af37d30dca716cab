"""The works cited in files for reference managers: CSL-JSON, RIS and BibTeX.

Each file lists the works by their keys, so that equal books give equal files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pybtex.database import Entry

from colophon.notes.names import OTHERS
from colophon.notes.ris import ris

Work = Mapping[str, Any]

_SMALL_CAPS = (("<sc>", '<span style="font-variant: small-caps;">'), ("</sc>", "</span>"))
"""CSL-JSON has no tag of its own for small capitals."""


_OURS = {"custom", "archive-short", "page-label"}


def in_edition(work: Work, language: str) -> dict[str, Any]:
    """The work with what its author says of it in the words of an edition (`note_pl`).

    Without what CSL has no variable for.
    """
    found = {name: value for name, value in work.items() if name not in _OURS}
    return {**found, **work.get("custom", {}).get(language, {})}


def csl_json(works: Iterable[Work]) -> str:
    """CSL-JSON 1.0.2, years in the common era and titles with CSL's few tags."""
    items = ({name: _json(value) for name, value in work.items()} for work in works)
    # A work a line: json's own indentation is slow.
    lines = (json.dumps(item, ensure_ascii=False, sort_keys=True) for item in items)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _json(value: Any) -> Any:
    if isinstance(value, str):
        for tag, html in _SMALL_CAPS:
            value = value.replace(tag, html)
    elif isinstance(value, list):
        return [_json(inner) for inner in value if inner != {"literal": OTHERS}]
    elif isinstance(value, dict):
        return {name: _json(inner) for name, inner in value.items()}
    return value


def bibtex(entries: Iterable[Entry]) -> str:
    """The entries as the author wrote them, each complete without the one it refers to."""
    return "\n".join(map(_entry, entries))


def _entry(entry: Entry) -> str:
    fields = {role: " and ".join(map(str, people)) for role, people in entry.persons.items()}
    fields |= {name.lower(): value for name, value in entry.fields.items()}
    lines = [
        f"  {name} = {{{value}}},\n" for name, value in fields.items() if name not in _REFERENCES
    ]
    return f"@{entry.type.lower()}{{{entry.key},\n{''.join(lines)}}}\n"


_REFERENCES = {"crossref", "xref"}

FILES: dict[str, tuple[str, Callable[[Sequence[Work], Sequence[Entry]], str]]] = {
    "citations.json": ("CSL-JSON", lambda works, entries: csl_json(works)),
    "citations.ris": ("RIS", lambda works, entries: ris(works)),
    "citations.bib": ("BibTeX", lambda works, entries: bibtex(entries)),
}
"""File → name of its format, and what it holds."""


def files(works: Sequence[Work], entries: Sequence[Entry]) -> dict[str, bytes]:
    """The content of each file."""
    return {name: make(works, entries).encode() for name, (_, make) in FILES.items()}
