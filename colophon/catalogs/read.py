"""Reading a .po file strictly: every fault with its line, or the messages.

The usual readers stop at the first fault, or mend it in silence (an unterminated string
loses its last letter); a translator needs all faults at once, in the lines of their own file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import polib

from colophon.catalogs import own_notes
from colophon.catalogs.syntax import syntax
from colophon.problems import Problem


@dataclass(frozen=True)
class Message:
    """One message as the checks see it; `line` is that of its msgid, counted from 1."""

    msgid: str
    msgstr: str
    line: int
    fuzzy: bool = False
    context: str | None = None
    occurrences: tuple[tuple[str, int], ...] = ()
    plural: bool = False
    comment: str = ""
    """What translators wrote above it."""

    def without_own_notes(self) -> Message:
        """The message as its msgid could have it, without the notes that a translator added."""
        text, _ = own_notes.split(self.msgstr)
        return replace(self, msgstr=own_notes.without_marks(text))


@dataclass(frozen=True)
class Contents:
    """What stands in one file; `faults` are those that keep it from being read."""

    messages: list[Message] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)
    header: Mapping[str, str] = field(default_factory=dict)
    header_fuzzy: bool = False
    plurals: int = 0
    """The most forms that any message has."""


def read(path: Path) -> tuple[list[Message], list[Problem]]:
    """The messages of `path` (header and obsolete ones left out), and all that is wrong with it."""
    contents = load(path)
    return contents.messages, contents.faults


def load(path: Path) -> Contents:
    """Everything that the checks want to know of a file."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8 (byte 0x{raw[error.start]:02x})"
        remedy = "save the file with the encoding UTF-8"
        return Contents(faults=[Problem(str(path), line, message, remedy, "encoding")])
    lines = text.split("\n")
    if problems := syntax(text, str(path)) or _second_header(lines, str(path)):
        return Contents(faults=problems)
    try:
        # By its path: a text polib would also cut at U+2028 and the like.
        catalog = polib.pofile(str(path), encoding="utf-8-sig")
    except OSError as error:  # polib's word for what it does not understand
        line = int((re.findall(r"line (\d+)", str(error)) or ["1"])[0])
        fault = Problem(str(path), line, "entry not understood", "mend or delete it", "syntax")
        return Contents(faults=[fault])
    if missing := _charset(catalog, str(path)):
        return Contents(faults=[missing])
    entries = [entry for entry in catalog if not entry.obsolete]
    messages = [
        Message(
            entry.msgid,
            entry.msgstr,
            _msgid_line(lines, entry.linenum or 1),
            entry.fuzzy,
            entry.msgctxt,
            tuple((file, int(line)) for file, line in entry.occurrences if line),
            comment=entry.tcomment,
        )
        for entry in entries
    ]
    plurals = [
        Message(
            entry.msgid_plural,
            form,
            _msgid_line(lines, entry.linenum or 1),
            entry.fuzzy,
            plural=True,
            comment=entry.tcomment,
        )
        for entry in entries
        for form in entry.msgstr_plural.values()
    ]
    return Contents(
        messages + plurals,
        _duplicates(messages, str(path)),
        catalog.metadata,
        bool(catalog.metadata_is_fuzzy),
        max((len(entry.msgstr_plural) for entry in entries), default=0),
    )


def _charset(catalog: polib.POFile, file: str) -> Problem | None:
    """gettext reads a compiled catalogue by its header: another charset garbles every letter."""
    content = catalog.metadata.get("Content-Type", "")
    if re.search(r"charset=utf-8\b", content, re.IGNORECASE):
        return None
    said = re.findall(r"charset=([\w-]+)", content)
    message = f"the header says {said[0]}" if said else "no header names the encoding"
    remedy = 'write "Content-Type: text/plain; charset=UTF-8\\n" there'
    return Problem(file, 1, message, remedy, "encoding")


def _second_header(lines: list[str], file: str) -> list[Problem]:
    """Readers mix two headers into one, in silence."""
    empty = [
        number
        for number, line in enumerate(lines[:-1], 1)
        if line.strip() == 'msgid ""'
        and lines[number].lstrip().startswith("msgstr")
        and not lines[number - 2].lstrip().startswith("msgctxt")
    ]
    return [
        Problem(file, number, "a second header", "delete it", "duplicate") for number in empty[1:]
    ]


def _msgid_line(lines: list[str], start: int) -> int:
    """The line of the msgid; polib counts an entry from the first comment before it."""
    return next(
        n for n in range(start, len(lines) + 1) if lines[n - 1].lstrip().startswith("msgid")
    )


def _duplicates(messages: list[Message], file: str) -> list[Problem]:
    first: dict[tuple[str | None, str], int] = {}
    problems = []
    for message in messages:
        line = first.setdefault((message.context, message.msgid), message.line)
        if line != message.line:
            problems.append(
                Problem(
                    file,
                    message.line,
                    f"this msgid stands already in line {line}",
                    "delete one of the two messages",
                    "duplicate",
                )
            )
    return problems
