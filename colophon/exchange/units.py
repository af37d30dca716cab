"""A message on its way: everything that a .po file says of it, whatever file carries it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from colophon.catalogs.read import read
from colophon.problems import Problem

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file can hold (XML 1.0, production 2)."""


@dataclass(frozen=True)
class Unit:
    """One message; `chapter` is its catalogue's name, None where the file does not say it.

    `comments` are the translators', `extracted` the authors'; `line` is where it was read.
    """

    chapter: str | None
    source: str
    target: str = ""
    fuzzy: bool = False
    context: str | None = None
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous: str | None = None
    obsolete: bool = False
    line: int = 0

    @property
    def id(self) -> str:
        """A name that neither translation nor order changes, fit for an XML id."""
        text = "\0".join((self.chapter or "", self.context or "", self.source))
        return f"m{hashlib.sha256(text.encode()).hexdigest()[:10]}"


def units(path: Path, chapter: str) -> tuple[list[Unit], list[Problem]]:
    """The messages of a catalogue in their order, and what keeps it from being exchanged."""
    _, faults = read(path)
    if faults:
        return [], faults
    catalog = polib.pofile(str(path), encoding="utf-8-sig")
    found = [unit(entry, chapter) for entry in catalog]
    problems = []
    for entry, message in zip(catalog, found, strict=True):
        if entry.msgid_plural:
            fault = "plural forms, which no format here carries", "delete the message"
        elif not_xml := sorted({c for text in _texts(message) for c in _NO_XML.findall(text)}):
            names = " ".join(f"U+{ord(c):04X}" for c in not_xml)
            fault = f"characters that no XML file can hold: {names}", "delete them"
        else:
            continue
        problems.append(Problem(str(path), entry.linenum or 0, *fault))
    return found, problems


def unit(entry: polib.POEntry, chapter: str) -> Unit:
    """A message of a catalogue."""
    return Unit(
        chapter,
        entry.msgid,
        entry.msgstr,
        entry.fuzzy,
        entry.msgctxt,
        _lines(entry.tcomment),
        _lines(entry.comment),
        tuple(f"{file}:{line}" if line else file for file, line in entry.occurrences),
        tuple(flag for flag in entry.flags if flag != "fuzzy"),
        entry.previous_msgid,
        bool(entry.obsolete),
        entry.linenum or 0,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def _texts(message: Unit) -> Iterator[str]:
    yield from (message.source, message.target, message.context or "", message.previous or "")
    yield from (*message.comments, *message.extracted, *message.locations, *message.flags)


def duplicates(found: Iterable[Unit], file: str) -> Iterator[Problem]:
    """Units that say something else of a message of which the file has spoken already."""
    first: dict[tuple[object, ...], Unit] = {}
    for entry in found:
        key = entry.chapter, entry.context, entry.source, entry.obsolete
        known = first.setdefault(key, entry)
        if (known.target, known.fuzzy) != (entry.target, entry.fuzzy):
            message = f"another translation of the unit in line {known.line}"
            yield Problem(file, entry.line, message, "keep one of the two")
