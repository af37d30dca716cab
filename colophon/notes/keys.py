"""Citation keys in chapters and catalogues, compared with those of the .bib file."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from colophon.notes.syntax import CitationError, parse
from colophon.sources import Source

_ROLE = re.compile(
    r"(?P<code>`{2,}).*?(?P=code)(?!`)"
    r"|\{(?:foot)?cite(?::[a-z]+)?\}`(?P<myst>[^`]*)`"
    r"|:(?:foot)?cite(?::[a-z]+)?:`(?P<rst>[^`]*)`",
    re.DOTALL,
)
_MSGSTR = re.compile(r'^msgstr(?:\[\d+\])?\s+"')
_ESCAPE = re.compile(r"\\(.)")


def catalogue(text: str) -> Source:
    """The translations of a .po file; a citation may run over a line's end."""
    return Source.of(_translations(text))


def _translations(text: str) -> Iterator[tuple[int, str]]:
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if match := _MSGSTR.match(line):
            inside, part = True, line[match.end() :]
        elif inside and line.startswith('"'):
            part = line[1:]
        else:
            inside = False
            yield number, "\n"
            continue
        part = part.rstrip().removesuffix('"')
        yield number, _ESCAPE.sub(lambda m: "\n" if m[1] == "n" else m[1], part)


def unknown_keys(source: Source, known: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """Line, key and the nearest known key (or nothing) of every unknown key."""
    known = frozenset(known)
    for line, key in _keys(source):
        if key not in known:
            yield line, key, nearest(key, sorted(known))


def cited(source: Source) -> set[str]:
    """The keys of all works that a text cites."""
    return {key for _, key in _keys(source)}


def _keys(source: Source) -> Iterator[tuple[int, str]]:
    """Line and key of each work in the citations that can be read."""
    for line, text in citations(source):
        try:
            yield from ((line, cite.key) for cite in parse(text))
        except CitationError:
            continue


def unreadable(source: Source) -> Iterator[tuple[int, str]]:
    """Line and message of every citation that cannot be read."""
    for line, cited in citations(source):
        try:
            parse(cited)
        except CitationError as error:
            yield line, str(error)


def citations(source: Source) -> Iterator[tuple[int, str]]:
    """Line and content of each citation outside inline code."""
    for match in _ROLE.finditer(source.text):
        name = "myst" if match["myst"] is not None else "rst"
        if match[name] is not None:
            yield source.line(match.start(name)), match[name]


def nearest(key: str, known: Iterable[str]) -> str:
    """The key that was probably meant, or nothing."""
    return next(iter(difflib.get_close_matches(key, known, 1)), "")
