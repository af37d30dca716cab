"""The chapters as files: what makes one unreadable, found before any parser guesses at it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from colophon.problems import Problem

HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"  # most of these XML forbids
    r"\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # these make a text read otherwise than it is
)


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
