"""The chapters as files: what makes one unreadable, found before any parser guesses at it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from colophon.problems import Problem

HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"  # most of these XML forbids
    r"\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # these make a text read otherwise than it is
)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_COMMENT = re.compile(r"^[ \t]*%.*$|<!--.*?-->", re.S | re.M)


@dataclass(frozen=True)
class Source:
    """A text made of pieces that each stand in one line of a file."""

    text: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]

    @classmethod
    def of(cls, pieces: Iterable[tuple[int, str]]) -> Source:
        """From (line, piece)."""
        starts, lines, texts = [0], [1], []
        end = 0
        for line, text in pieces:
            starts.append(end)
            lines.append(line)
            texts.append(text)
            end += len(text)
        return cls("".join(texts), tuple(starts), tuple(lines))

    def line(self, offset: int) -> int:
        return self.lines[bisect_right(self.starts, offset) - 1]


def chapter(text: str) -> Source:
    """A chapter without its code and comments."""
    text = "".join(_without_code(text.splitlines(keepends=True)))
    text = _COMMENT.sub(lambda match: _blank(match[0]), text)
    return Source.of(enumerate(text.splitlines(keepends=True), 1))


def _without_code(lines: Iterable[str]) -> Iterator[str]:
    """The lines, those of code blocks blank; what a directive holds is text."""
    fences: list[tuple[str, bool]] = []  # open ones, and whether code follows
    for line in lines:
        fence, rest = match.groups() if (match := _FENCE.match(line)) else ("", "")
        code = bool(fences) and fences[-1][1]
        if fence and fences and fence.startswith(fences[-1][0]) and not rest.strip():
            fences.pop()
        elif fence and not code:
            code = not rest.lstrip().startswith("{")
            fences.append((fence, code))
        # Nor do the fences stay, which could be taken for code within a line.
        yield _blank(line) if code else line.replace(fence, " " * len(fence), 1) if fence else line


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def check(paths: Iterable[Path]) -> list[Problem]:
    """What is wrong with these files, be they chapters or catalogues."""
    return [problem for path in paths for problem in faults(path.read_bytes(), str(path))]


def faults(raw: bytes, file: str) -> Iterator[Problem]:
    """Bytes that are no text, or characters that none should hold."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = raw.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8 (byte 0x{raw[error.start]:02x})"
        yield Problem(file, number, message, "save the file with the encoding UTF-8")
        return
    # By \n alone: str.splitlines counts lines that no editor shows.
    for number, line in enumerate(text.split("\n"), 1):
        if bad := sorted(set(HIDDEN.findall(line))):
            names = " ".join(f"U+{ord(character):04X}" for character in bad)
            yield Problem(file, number, f"hidden characters: {names}", "delete them")
