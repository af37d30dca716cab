"""Index entries in translation: as many parts as the author's, of the same kind.

The parts of a block entry (`{index} single: Red Army; strength of`) are messages of their own; an
entry in the text (`` {index}`Lwów <single: Lwów; fall of>` ``) is translated within its paragraph.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from sphinx.util.index_entries import split_index_msg
from sphinx.util.nodes import indextypes, process_index_entry, split_explicit_title

from colophon.catalogs.read import Message
from colophon.parts import ATTRIBUTES, IN_INDEX
from colophon.problems import Problem

Place = tuple[str, int]
"""A line of a chapter, as catalogues name it."""

_BLOCK = re.compile(r"\s*(?:`{3,}|:{3,}|~{3,})\s*\{index\}")
_ROLE = re.compile(r"\{index\}(`+)(.+?)\1(?!`)", re.DOTALL)
_KIND = re.compile(rf"\s*!?\s*(?:{'|'.join([*indextypes, 'start', 'end'])}):|\s*!")


def places(chapters: Iterable[Path], root: Path) -> Iterator[Place]:
    """Where the chapters have block entries."""
    for chapter in chapters:
        lines = chapter.read_text("utf-8", errors="replace").split("\n")
        for number, line in enumerate(lines, 1):
            if _BLOCK.match(line):
                yield Path(os.path.relpath(chapter, root)).as_posix(), number


def check_parts(messages: Iterable[Message], file: str, entries: Set[Place]) -> Iterator[Problem]:
    """The faults of those messages that are parts of a block entry."""
    for message in messages:
        if message.fuzzy or not entries & set(message.occurrences):
            continue
        if ";" in message.msgstr and ";" not in message.msgid:
            fault = "index-parts: a semicolon would divide this part of an index entry"
            yield Problem(file, message.line, fault, "use a comma or a dash")
        if ATTRIBUTES.search(message.msgstr):
            fault = "index-parts: an index entry cannot name a language"
            yield Problem(file, message.line, fault, IN_INDEX)
        if (kind := _KIND.match(message.msgstr)) and not _KIND.match(message.msgid):
            fault = f"index-parts: this part of an index entry begins with {kind[0].strip()!r}"
            yield Problem(file, message.line, fault, "delete that: the kind is the author's")


def differences(msgid: str, msgstr: str) -> str:
    """What the entries within a translated text lack or have too many; empty where they agree."""
    there, here = Counter(_shapes(msgid)), Counter(_shapes(msgstr))
    if there == here:
        return ""
    wanted, given = ((a - b).elements() for a, b in ((there, here), (here, there)))
    return f"{', '.join(wanted) or 'none'} expected, {', '.join(given) or 'none'} found"


def _shapes(text: str) -> Iterator[str]:
    for _ticks, content in _ROLE.findall(text):
        explicit, _title, target = split_explicit_title(content)
        try:
            entries = (
                process_index_entry(target, "") if explicit else [("single", target, "", "", None)]
            )
            for kind, value, _id, main, _key in entries:
                parts = len(split_index_msg(kind, value.removeprefix("!")))
                yield f"{'! ' if main else ''}{kind} of {parts}"
        except ValueError:
            yield f"unreadable {target!r}"
