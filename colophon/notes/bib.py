"""Reading and checking a .bib file.

`check` finds every fault in one run and gives each its line.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pybtex.bibtex.utils import split_name_list, split_tex_string
from pybtex.database.input.bibtex import LowLevelParser, Parser, UndefinedMacro, month_names
from pybtex.scanner import PrematureEOF
from pybtex.utils import CaseInsensitiveDict

from colophon.notes import dates, items
from colophon.notes.crossref import inherit
from colophon.notes.entries import NO_ENTRY, START, Command, chunks, plain
from colophon.problems import Problem

_FIELD = re.compile(r"^\s*\w+\s*=\s*[{\"\w]", re.MULTILINE)
_NO_KEY = re.compile(r"\s*@\w+\s*[{(]\s*(?:,|\w+\s*=)")
_KEY_OF_WORDS = re.compile(r"\s*@\w+\s*[{(]\s*[^\s,{}=]+[ \t]+[^\s,{}=][^,{}=\n]*,")
_WORD = re.compile(r"\s*([^\s{}=,]+)")
_TITLE = {"review": ("title", "reviewtitle")}
"""What stands for the title where an entry may do without one."""
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


def csl_items(path: Path) -> list[dict[str, Any]]:
    """The entries of a sound .bib file as CSL-JSON, in the order of the file."""
    entries = Parser("utf-8-sig").parse_file(str(path)).entries
    return [items.item(inherit(entry, entries)) for entry in entries.values()]


def shown(path: Path) -> str:
    """The path as the person at the keyboard would type it."""
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)


class _Check:
    """One run over one file; collects what an entry shares with those before it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.macros: Any = CaseInsensitiveDict(month_names)
        self.lines: dict[str, int] = {}

    def run(self, text: str) -> Iterator[Problem]:
        line = 1
        for chunk in chunks(text):
            yield from self._chunk(chunk, line)
            line += chunk.count("\n")

    def _chunk(self, text: str, line: int) -> Iterator[Problem]:
        match = START.match(text)
        rest = text
        if match and match["kind"].lower() not in NO_ENTRY and (fault := _head(text)):
            message, remedy = fault
            yield Problem(self.name, line, message, remedy)
            return
        if match and match["kind"].lower() != "comment":
            kind, key = match["kind"].lower(), match["key"]
            command, end, faults = self._parsed(text, line)
            rest = text[end:]
            if kind not in NO_ENTRY:
                faults += self._entry(kind, key, command, text, line, sound=not faults)
            for at, message, remedy in faults:
                yield Problem(self.name, at, f"{message} ({key})" if key else message, remedy)
        if match is None or match["kind"].lower() != "comment":
            for stray in re.finditer("@", rest):
                at = line + text.count("\n", 0, len(text) - len(rest) + stray.start())
                yield Problem(self.name, at, "stray '@' outside an entry", "write 'at' instead")

    def _parsed(self, text: str, line: int) -> tuple[Command | None, int, list[_Fault]]:
        """What a text begins with, its end, and the faults in it."""
        if found := plain(text):
            return *found, []
        errors: list[Any] = []
        parser = LowLevelParser(text, macros=self.macros, handle_error=errors.append)
        command = next(iter(parser), None)
        end = len(text) if errors else parser.pos
        return command, end, list(_syntax(parser, errors, text, line))

    def _entry(
        self, kind: str, key: str, command: Command | None, text: str, line: int, *, sound: bool
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
        for group in (_TITLE.get(kind, ("title",)), *_REQUIRED.get(kind, ())):
            if not any(fields.get(name) for name in group):
                yield line, f"missing field {' or '.join(group[:2])}", f"@{kind} needs it"
        for name, value in fields.items():
            if name.partition("_")[0] in items.NAMES:
                at = line + _line_of(name, text)
                yield from ((at, *fault) for fault in _names(value))
            if name in dates.FIELDS and not dates.is_date(value):
                at = line + _line_of(name, text)
                yield at, f"unfit {name} '{value}'", "write it as 1939-09-17"
            if name == "bookpagination" and value not in items.PAGINATIONS:
                at = line + _line_of(name, text)
                yield at, f"unfit {name} '{value}'", f"known are {', '.join(items.PAGINATIONS)}"


_Fault = tuple[int, str, str]
"""Line, message, remedy."""


def _head(text: str) -> tuple[str, str] | None:
    """What is wrong with the entry's key, which hides everything else from the parser."""
    if _NO_KEY.match(text):
        return "entry without a key", "write @type{key,"
    if _KEY_OF_WORDS.match(text):
        return "key with a space", "write it as one word"
    return None


def _names(value: str) -> Iterator[tuple[str, str]]:
    for name in split_name_list(value):
        # BibTeX knows "Last, First" and "Last, Jr, First".
        if len(split_tex_string(name, ",")) > 3:
            yield f"too many commas in the name '{name}'", "put 'and' between two persons"


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
            yield at, f"syntax error: {message}", "write each field as name = {text},"


def _line_of(field: str, text: str, *, last: bool = False) -> int:
    """How many lines below the entry's first the field stands."""
    found = [m.start() for m in re.finditer(rf"\b{re.escape(field)}\s*=", text, re.IGNORECASE)]
    return text.count("\n", 0, found[-1 if last else 0]) if found else 0
