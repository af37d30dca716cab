"""What is wrong with the input, said in one line for the person who can mend it."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""A fault quotes the text that it is found in, which is a stranger's."""


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it is, what it is and how to mend it.

    `file` may be empty where no file is at fault (a missing program, an unknown language);
    `line` counts from 1, 0 where there is none. `rule` names the rule that found it, where one
    did; `severity` is "error", which stops a build, or "warning", which does not.
    """

    file: str
    line: int
    message: str
    remedy: str = ""
    rule: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(filter(None, (place, self.rule, self.told)))

    @property
    def told(self) -> str:
        """What is wrong and how to mend it, on one line and without what commands a terminal."""
        text = f"{self.message}; {self.remedy}" if self.remedy else self.message
        return _CONTROL.sub("\ufffd", " ".join(text.splitlines()))


class Problems(Exception):
    """Raised once with everything that was found, never for the first fault alone."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def fail(message: str, remedy: str = "", file: str | Path = "", line: int = 0) -> Problems:
    """A `Problems` with one entry, to be raised by the caller."""
    return Problems([Problem(str(file), line, message, remedy)])


def relative(problem: Problem, root: Path) -> Problem:
    """The problem with its file as a path in the book."""
    file = os.path.relpath(problem.file, root) if Path(problem.file).is_absolute() else problem.file
    return dataclasses.replace(problem, file=file)
