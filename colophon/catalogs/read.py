"""Reading a .po file strictly: every fault with its line, or the messages.

The usual readers stop at the first fault, or mend it in silence (an unterminated string
loses its last letter); a translator needs all faults at once, in the lines of their own file.
The grammar is that of the GNU gettext manual, "The Format of PO Files".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import polib

from colophon.problems import Problem

_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)(?:[ \t]+(".*))?$')
_STRING = re.compile(r'"(?:[^"\\]|\\(?:[abfnrtv\\"\']|[0-7]{1,3}|x[0-9A-Fa-f]{2}))*"$')
_MAY_FOLLOW = {
    "msgctxt": {""},
    "msgid": {"", "msgctxt"},
    "msgid_plural": {"msgid"},
    "msgstr": {"msgid"},
    "msgstr[": {"msgid_plural", "msgstr["},
}


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


def read(path: Path) -> tuple[list[Message], list[Problem]]:
    """The messages of `path` (header and obsolete ones left out), and all that is wrong with it."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8 (byte 0x{raw[error.start]:02x})"
        return [], [Problem(str(path), line, message, "save the file with the encoding UTF-8")]
    lines = text.split("\n")
    if problems := syntax(text, str(path)) or _second_header(lines, str(path)):
        return [], problems
    try:
        # By its path: a text polib would also cut at U+2028 and the like.
        catalog = polib.pofile(str(path), encoding="utf-8-sig")
    except OSError as error:  # polib's word for what it does not understand
        line = int((re.findall(r"line (\d+)", str(error)) or ["1"])[0])
        return [], [Problem(str(path), line, "entry not understood", "mend or delete it")]
    if fault := _charset(catalog, str(path)):
        return [], [fault]
    entries = [entry for entry in catalog if not entry.obsolete]
    messages = [
        Message(
            entry.msgid,
            entry.msgstr,
            _msgid_line(lines, entry.linenum or 1),
            entry.fuzzy,
            entry.msgctxt,
            tuple((file, int(line)) for file, line in entry.occurrences if line),
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
        )
        for entry in entries
        for form in entry.msgstr_plural.values()
    ]
    return messages + plurals, _duplicates(messages, str(path))


def _charset(catalog: polib.POFile, file: str) -> Problem | None:
    """gettext reads a compiled catalogue by its header: another charset garbles every letter."""
    content = catalog.metadata.get("Content-Type", "")
    if re.search(r"charset=utf-8\b", content, re.IGNORECASE):
        return None
    said = re.findall(r"charset=([\w-]+)", content)
    message = f"the header says {said[0]}" if said else "no header names the encoding"
    return Problem(file, 1, message, 'write "Content-Type: text/plain; charset=UTF-8\\n" there')


def _second_header(lines: list[str], file: str) -> list[Problem]:
    """Readers mix two headers into one, in silence."""
    empty = [
        number
        for number, line in enumerate(lines[:-1], 1)
        if line.strip() == 'msgid ""'
        and lines[number].lstrip().startswith("msgstr")
        and not lines[number - 2].lstrip().startswith("msgctxt")
    ]
    return [Problem(file, number, "a second header", "delete it") for number in empty[1:]]


def _msgid_line(lines: list[str], start: int) -> int:
    """The line of the msgid; polib counts an entry from the first comment before it."""
    return next(
        n for n in range(start, len(lines) + 1) if lines[n - 1].lstrip().startswith("msgid")
    )


def syntax(text: str, file: str) -> list[Problem]:
    """Every line that is no comment, keyword with a string, or continued string."""
    problems: list[Problem] = []
    last = ""

    def wrong(number: int, message: str, remedy: str) -> None:
        problems.append(Problem(file, number, message, remedy))

    number = 0
    for number, raw in enumerate(text.removesuffix("\n").split("\n"), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            if last in {"msgid", "msgctxt", "msgid_plural"}:
                wrong(number, f"{last} without a msgstr", 'add a line: msgstr ""')
            last = "" if last != "msgstr[" or not line else last
            continue
        if match := _KEYWORD.match(line):
            keyword, string = match.groups()
            kind = "msgstr[" if keyword.startswith("msgstr[") else keyword
            # A new message may begin without a blank line before it.
            before = "" if last.startswith("msgstr") and kind in {"msgctxt", "msgid"} else last
            if before not in _MAY_FOLLOW[kind]:
                wrong(number, f"{keyword} in the wrong place", "each msgid needs its own msgstr")
            last = kind
            if string is None:
                wrong(number, f"{keyword} without a text", 'write the text in quotes: "…"')
                continue
        elif line.startswith('"'):
            string = line
            if not last:
                wrong(number, "text without msgid or msgstr", "put the keyword before it")
        else:
            wrong(
                number,
                f"line not understood: {line[:40]!r}",
                'put texts in quotes: "…", and comments behind #',
            )
            continue
        if not _STRING.match(string):
            wrong(number, *_string_fault(string))
    if last in {"msgid", "msgctxt", "msgid_plural"}:
        wrong(number, f"the file ends after {last}", "the last message has no msgstr")
    return problems


def _string_fault(string: str) -> tuple[str, str]:
    if len(string) < 2 or not string.endswith('"') or string.endswith('\\"'):
        return "text not closed", 'end the line with a straight quotation mark (")'
    if re.search(r'(?<!\\)(?:\\\\)*"', string[1:-1]):
        return "quotation mark inside the text", 'write \\" for a straight quotation mark'
    return "unknown escape in the text", "write \\\\ for a backslash"


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
                )
            )
    return problems
