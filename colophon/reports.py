"""What Sphinx and the system complain of, turned into problems that a person can mend."""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from sphinx.errors import ExtensionError, SphinxError, SphinxParallelError

from colophon.catalogs.files import catalogs
from colophon.catalogs.read import read
from colophon.problems import Problem, Problems
from colophon.project import Project

Locate = Callable[[str, int], tuple[str, int]]
"""From a line of a chapter to the place where its translation stands."""

_WARNING = re.compile(
    r"^(?:(?P<file>[^\s:][^:\n]*?)(?::(?P<line>\d*))?(?P<translated>:<translated>(?::\d*)?)?:? )?"
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
    "unknown document": "mend the chapter's name in the link",
    "'myst' cross-reference target not found": "write the label (name)= there, or mend the name",
    "term not in glossary": "add the term to the glossary or mend its name",
    "Unknown interpreted text role": "mend the name of the role",
    "Unknown directive type": "mend the name of the directive",
    "document isn't included in any toctree": "add it to a toctree",
    "Duplicate explicit target name": "rename one of the two",
    "Malformed YAML": "mend what stands between the lines of ---",
    "Unknown LaTeX command": "mend the formula",
    "Could not import extension": "install it or mend its name in conf.py",
    "no theme named": "mend html_theme in conf.py",
}
"""How to mend what Sphinx reports most often, by the beginning of its message."""


def mend(message: str) -> str:
    """The remedy for a message of Sphinx, where one is known."""
    return next((remedy for start, remedy in MENDS.items() if message.startswith(start)), "")


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
            current = Problem(file, number, message, mend(message))
        elif current:
            longer = f"{current.message} {line.strip()}"
            current = dataclasses.replace(current, message=longer)
        else:
            current = Problem("", 0, line.strip(), mend(line.strip()))
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
        case shutil.Error(args=[[(_, str(), str() as why), *_], *_]):
            # Of a whole folder's files the first tells what happened to all.
            return of_error(_system_error(why) or OSError(0, why), root)
        case OSError(filename=str() as name, strerror=str() as reason):
            return [Problem(name, 0, reason.lower(), _remedy(error, Path(name), root))]
        case OSError(strerror=str() as reason):
            return [Problem("", 0, reason.lower(), REMEDIES.get(reason, ""))]
        case SphinxError(__cause__=Problems() as cause):
            return cause.problems
        case ExtensionError(__cause__=Exception() as cause) if _in_handler(error):
            # Sphinx names the function, which tells nobody what to mend.
            return of_error(cause, root)
        case SphinxParallelError():
            return _of_worker(error, root)
        case SphinxError():
            return list(of_sphinx(str(error), root)) or [Problem("", 0, str(error))]
    raise error


def _in_handler(error: ExtensionError) -> bool:
    return error.message.startswith("Handler ")


_HANDLER = re.compile(
    r"Handler <.*> for event '[\w-]+' threw an exception \(exception: (?P<cause>.*)\)", re.DOTALL
)
_SYSTEM = re.compile(r"\[Errno (?P<number>\d+)\] (?P<reason>[^:]+)(?:: '(?P<name>.*?)')?")


def _of_worker(error: SphinxParallelError, root: Path) -> list[Problem]:
    """The fault of another process, which reaches us as the words `type: text` alone."""
    if told := _system_error(error.message):
        return of_error(told, root)
    kind, _, text = error.message.partition(": ")
    handler = _HANDLER.fullmatch(text)
    text = handler["cause"] if handler else text
    problems = f"{Problems.__module__}.{Problems.__name__}: "
    if problems in error.traceback or (kind.startswith("sphinx.errors.") and not handler):
        return [Problem("", 0, line, mend(line)) for line in text.splitlines()]
    error.add_note(error.traceback)
    raise RuntimeError(text) from error


def _system_error(text: str) -> OSError | None:
    if match := _SYSTEM.search(text):
        return OSError(int(match["number"]), match["reason"], match["name"])
    return None


def _remedy(error: OSError, path: Path, root: Path) -> str:
    written = path.is_relative_to(root / "_build")
    if error.errno == errno.EACCES and not written and path.is_file():
        return "make the file readable for you"
    return REMEDIES.get(error.strerror or "", "")
