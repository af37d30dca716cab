"""The .bib files of a book together: keys are used once, and a crossref leads to an entry."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from colophon.notes import bib
from colophon.notes.entries import Entry
from colophon.notes.entries import entries as read
from colophon.notes.keys import nearest
from colophon.problems import Problem

_SOUND = "COLOPHON_SOUND_BIB"
"""Variable by which a process tells those that it starts of the files that it has checked."""


def declare_sound(paths: Sequence[Path]) -> None:
    """Spare the processes started from here the check of these files, as long as they stay so."""
    os.environ[_SOUND] = _digest(paths)


def are_sound(paths: Sequence[Path]) -> bool:
    """Whether the files are those that have been declared sound."""
    return os.environ.get(_SOUND) == _digest(paths)


def _digest(paths: Sequence[Path]) -> str:
    found = hashlib.sha256()
    for path in paths:
        found.update(hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"-")
    return found.hexdigest()


def check_files(paths: Sequence[Path]) -> list[Problem]:
    """Everything that is wrong with the files, each and all together."""
    problems = [problem for path in paths for problem in bib.check(path)]
    entries = [(path, entry) for path in paths for entry in read(path)]
    first: dict[str, tuple[Path, Entry]] = {}
    for path, entry in entries:
        # pybtex finds keys in any case.
        where, earlier = first.setdefault(entry.key.lower(), (path, entry))
        if where != path and entry.key:  # within one file bib.check tells
            message = f"duplicate key, first used in {bib.shown(where)}:{earlier.line}"
            problems.append(_problem(path, entry, message, "rename or delete one"))
    crossrefs = {key: entry.crossref.lower() for key, (_, entry) in first.items()}
    for path, entry in entries:
        if not entry.crossref:
            continue
        if entry.crossref.lower() not in first:
            near = nearest(entry.crossref, [other.key for _, other in entries])
            remedy = f"did you mean '{near}'?" if near else "add it to the .bib file"
            problems.append(
                _problem(path, entry, f"crossref to unknown key '{entry.crossref}'", remedy)
            )
        elif entry.key.lower() in _chain(entry.crossref.lower(), crossrefs):
            problems.append(_problem(path, entry, "crossref leads back to itself", "delete it"))
    return problems


def _chain(key: str, crossrefs: Mapping[str, str]) -> Iterator[str]:
    met: set[str] = set()
    while key and key not in met:
        yield key
        met.add(key)
        key = crossrefs.get(key, "")


def _problem(path: Path, entry: Entry, message: str, remedy: str) -> Problem:
    return Problem(bib.shown(path), entry.line, f"{message} ({entry.key})", remedy)
