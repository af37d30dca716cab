"""What Sphinx and the system complain of, turned into problems that a person can mend."""

from __future__ import annotations

import contextlib
import dataclasses
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from sphinx.errors import SphinxError

from colophon.catalogs.files import catalogs
from colophon.catalogs.read import read
from colophon.problems import Problem, Problems
from colophon.project import Project

Locate = Callable[[str, int], tuple[str, int]]
"""From a line of a chapter to the place where its translation stands."""

_WARNING = re.compile(
    r"^(?:(?P<file>[^\s:][^:\n]*?)(?::(?P<line>\d+))?(?P<translated>:<translated>(?::\d*)?)?:? )?"
    r"(?:WARNING|ERROR|CRITICAL|SEVERE): (?P<message>.*)$"
)
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
_SUBTYPE = re.compile(r" \[[\w.-]+\]$")

REMEDIES = {
    "Permission denied": "make the folder writable for you",
    "No space left on device": "free some space and build again",
    "Read-only file system": "choose a folder that can be written to",
    "File exists": "move the file away: a folder of that name is needed",
    "Not a directory": "move the file away: a folder of that name is needed",
}

MENDS = {
    "image file not readable": "put the file there or mend its name",
    "toctree contains reference to": "write the chapter or take its name out of the toctree",
    "undefined label": "write the label (name)= before the heading meant, or mend the name",
    "term not in glossary": "add the term to the glossary or mend its name",
    "Unknown interpreted text role": "mend the name of the role",
    "Unknown directive type": "mend the name of the directive",
    "document isn't included in any toctree": "add it to a toctree",
}
"""How to mend what Sphinx reports most often, by the beginning of its message."""


def of_sphinx(text: str, root: Path, locate: Locate | None = None) -> Iterator[Problem]:
    """Sphinx's warnings, with paths below `root`; a line without a level continues the last one."""
    current: Problem | None = None
    for line in filter(str.strip, _COLOUR.sub("", text).splitlines()):
        if match := _WARNING.match(line):
            if current:
                yield current
            file, number = match["file"] or "", int(match["line"] or 0)
            with contextlib.suppress(ValueError):
                file = str(Path(file).relative_to(root)) if file else ""
            if match["translated"] and locate:
                file, number = locate(file, number)
            message = _SUBTYPE.sub("", match["message"])
            mend = next((mend for start, mend in MENDS.items() if message.startswith(start)), "")
            current = Problem(file, number, message, mend)
        elif current:
            longer = f"{current.message} {line.strip()}"
            current = dataclasses.replace(current, message=longer)
        else:
            current = Problem("", 0, line.strip())
    if current:
        yield current


def in_catalogs(project: Project, language: str) -> Locate:
    """A `Locate` over the catalogues of `language`."""

    def locate(file: str, line: int) -> tuple[str, int]:
        for _, path in catalogs(project.locale_dirs, language):
            for message in read(path)[0]:
                if (file, line) in message.occurrences:
                    return str(path.relative_to(project.root)), message.line
        return file, line

    return locate


def of_error(error: BaseException, root: Path) -> list[Problem]:
    """What went wrong, one entry a fault. Raises `error` again where the fault is the program's."""
    match error:
        case Problems():
            return error.problems
        case OSError(filename=str() as name, strerror=str() as reason):
            return [Problem(name, 0, reason.lower(), REMEDIES.get(reason, ""))]
        case OSError(strerror=str() as reason):
            return [Problem("", 0, reason.lower(), REMEDIES.get(reason, ""))]
        case SphinxError(__cause__=Problems() as cause):
            return cause.problems
        case SphinxError():
            return list(of_sphinx(str(error), root)) or [Problem("", 0, str(error))]
    raise error
