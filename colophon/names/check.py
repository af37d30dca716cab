"""The check of names before the build: the termbases, and what the chapters ask of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from colophon.names.columns import nearest
from colophon.names.table import FILE, read, terms_of
from colophon.problems import Problem
from colophon.sources import Source, chapter

_ROLE = re.compile(
    r"(?P<code>`{2,}).*?(?P=code)(?!`)|(?:\{name\}|:name:)`(?P<content>[^`]*)`", re.DOTALL
)
_TITLED = re.compile(r".*<([^<>]*)>\s*$", re.DOTALL)


def check(
    chapters: Iterable[Path], termbases: Iterable[Path], languages: Iterable[str]
) -> list[Problem]:
    """Every fault of the tables, and every id of a chapter that they do not have.

    A catalogue has no ids but those of its msgids and of the tables, as another check makes sure.
    """
    termbases, languages = list(termbases), list(languages)
    problems = [problem for path in termbases for problem in read(path, languages)[1]]
    if problems:
        return problems  # a row at fault is missing: its mentions are not
    known = terms_of(termbases)
    for path in chapters:
        # What is no UTF-8 is another check's business.
        source = chapter(path.read_text("utf-8-sig", errors="replace"))
        for line, id in mentioned(source):
            if id not in known:
                remedy = nearest(id, known) or f"add it to {FILE} beside the catalogues"
                problems.append(Problem(str(path), line, f"no name {id!r} in the termbase", remedy))
    return problems


def mentioned(source: Source) -> Iterator[tuple[int, str]]:
    """Line and id of each mention outside code."""
    for match in _ROLE.finditer(source.text):
        if (content := match["content"]) is not None:
            titled = _TITLED.match(content)
            id = titled[1] if titled else content
            yield source.line(match.start("content")), id.strip().removeprefix("!")
