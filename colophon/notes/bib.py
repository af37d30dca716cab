"""Reading and checking a .bib file.

`check` finds every fault in one run and gives each its line.  The file is cut where an entry
begins a line, so that an unclosed brace spoils its own entry and no other.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pybtex.database.input.bibtex import LowLevelParser, Parser, UndefinedMacro, month_names
from pybtex.scanner import PrematureEOF
from pybtex.utils import CaseInsensitiveDict

from colophon.notes import dates, items
from colophon.problems import Problem

_START = re.compile(r"^[ \t]*@(?P<kind>\w*)[ \t]*[{(]?[ \t]*(?P<key>[^\s,{}]*)", re.MULTILINE)
_FIELD = re.compile(r"^\s*\w+\s*=\s*[{\"\w]", re.MULTILINE)
_WORD = re.compile(r"\s*([^\s{}=,]+)")
_REQUIRED = {
    "article": (("journal", "journaltitle"),),
    "incollection": (("booktitle", "crossref"),),
    "inbook": (("booktitle", "crossref", "chapter"),),
    "inproceedings": (("booktitle", "crossref"),),
    "conference": (("booktitle", "crossref"),),
}
"""Fields that an entry needs beside a title; one of each group is enough.  A missing date is no
fault: much archival material has none, and the styles print "n.d." for it."""


def check(path: Path) -> list[Problem]:
    """Everything that is wrong with the file, in the order of its lines."""
    name = shown(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        return [Problem(name, 0, f"cannot read the file: {error.strerror}", "see bibtex_bibfiles")]
    problems = []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(
            Problem(name, data.count(b"\n", 0, error.start) + 1, "not UTF-8", "save it as UTF-8")
        )
        text = data.decode("utf-8-sig", errors="replace")
    problems += _Check(name).run(text)
    return sorted(problems, key=lambda problem: problem.line)


def keys(path: Path) -> list[str]:
    """The keys of the file's entries, however broken the entries are."""
    text = path.read_text("utf-8-sig", errors="replace") if path.is_file() else ""
    found = _START.finditer(text)
    return [match["key"] for match in found if match["kind"].lower() not in _NO_ENTRY]


def csl_items(path: Path) -> list[dict[str, Any]]:
    """The entries of a sound .bib file as CSL-JSON, in the order of the file."""
    entries = Parser("utf-8-sig").parse_file(str(path)).entries
    return [items.item(entry) for entry in entries.values()]


def shown(path: Path) -> str:
    """The path as the person at the keyboard would type it."""
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)


_NO_ENTRY = {"comment", "string", "preamble"}


class _Check:
    """One run over one file; collects what an entry shares with those before it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.macros: Any = CaseInsensitiveDict(month_names)
        self.lines: dict[str, int] = {}

    def run(self, text: str) -> Iterator[Problem]:
        starts = [match.start() for match in _START.finditer(text)]
        line = 1
        for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
            chunk = text[start:end]
            yield from self._chunk(chunk, line)
            line += chunk.count("\n")

    def _chunk(self, text: str, line: int) -> Iterator[Problem]:
        match = _START.match(text)
        rest = text
        if match and match["kind"].lower() != "comment":
            errors: list[Any] = []
            parser = LowLevelParser(text, macros=self.macros, handle_error=errors.append)
            command = next(iter(parser), None)
            rest = "" if errors else text[parser.pos :]
            kind, key = match["kind"].lower(), match["key"]
            faults = list(_syntax(parser, errors, text, line))
            if kind not in _NO_ENTRY:
                faults += self._entry(kind, key, command, text, line, sound=not faults)
            for at, message, remedy in faults:
                yield Problem(self.name, at, f"{message} ({key})" if key else message, remedy)
        if match is None or match["kind"].lower() != "comment":
            for stray in re.finditer("@", rest):
                at = line + text.count("\n", 0, len(text) - len(rest) + stray.start())
                yield Problem(self.name, at, "stray '@' outside an entry", "write 'at' instead")

    def _entry(
        self, kind: str, key: str, command: Any, text: str, line: int, *, sound: bool
    ) -> Iterator[_Fault]:
        if kind not in items.TYPES:
            near = difflib.get_close_matches(kind, items.TYPES, 1)
            yield line, f"unknown entry type @{kind}", f"did you mean @{near[0]}?" if near else ""
        first = self.lines.setdefault(key.lower(), line)
        if key and first != line:
            yield line, f"duplicate key, first used in line {first}", "rename or delete one"
        if sound and re.match(r"\s*@\w+\s*[{(]\s*[^\s,{}]+\s+[^\s,})]", text):
            yield line, "missing comma after the key", "write @type{key,"
        if not sound or command is None:
            return
        fields: dict[str, str] = {}
        for field, parts in command[1][1]:
            if (name := field.lower()) in fields:
                at = line + _line_of(field, text, last=True)
                yield at, f"field {name} is given twice", "delete one"
            fields[name] = " ".join("".join(parts).split())
        for group in (("title",), *_REQUIRED.get(kind, ())):
            if not any(fields.get(name) for name in group):
                yield line, f"missing field {' or '.join(group[:2])}", f"@{kind} needs it"
        for name, value in fields.items():
            if name in dates.FIELDS and not dates.is_date(value):
                at = line + _line_of(name, text)
                yield at, f"unfit {name} '{value}'", "write it as 1939-09-17"


_Fault = tuple[int, str, str]
"""Line, message, remedy."""


def _syntax(parser: Any, errors: Iterable[Any], text: str, line: int) -> Iterator[_Fault]:
    for error in errors:
        at = line + error.lineno - 1
        field = parser.current_field_name
        if isinstance(error, UndefinedMacro):
            word = str(error).rsplit(": ", 1)[-1]
            remedy = "write jan, feb … dec, or braces around a text"
            yield at, f"unknown word '{word}'", remedy
        elif isinstance(error, PrematureEOF):
            start = _line_of(field, text) if field else 0
            if field and _FIELD.search("\n".join(text.split("\n")[start + 1 :])):
                # Another field below: it has been read as text of this one.
                at, message = line + start, f"unclosed brace in field {field}"
            else:
                at, message = line, "entry without a closing brace"
            yield at, message, "close it before the next entry"
        elif str(error).endswith(("'}' expected", "')' expected")):
            found = _WORD.match(text, parser.pos)
            before = f" before '{found[1]}'" if found else ""
            yield at, f"missing comma or brace{before}", "end the field before it with a comma"
        else:
            message = re.sub(r"^.*?in line \d+: ", "", str(error))
            yield at, f"syntax error: {message}", ""


def _line_of(field: str, text: str, *, last: bool = False) -> int:
    """How many lines below the entry's first the field stands."""
    found = [m.start() for m in re.finditer(rf"\b{re.escape(field)}\s*=", text, re.IGNORECASE)]
    return text.count("\n", 0, found[-1 if last else 0]) if found else 0
