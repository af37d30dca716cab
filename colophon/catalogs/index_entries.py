"""Where a book has index entries, and of what shape those within a text are.

The parts of a block entry (`{index} single: Red Army; strength of`) are messages of their own; an
entry in the text (`` {index}`Lwów <single: Lwów; fall of>` ``) is translated within its paragraph.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sphinx.util.index_entries import split_index_msg
from sphinx.util.nodes import process_index_entry, split_explicit_title

_BLOCK = re.compile(r"\s*(?:`{3,}|:{3,}|~{3,})\s*\{index\}")
_ROLE = re.compile(r"\{index\}(`+)(.+?)\1(?!`)", re.DOTALL)


def places(chapters: Iterable[Path], root: Path) -> Iterator[tuple[str, int]]:
    """File and line of the block entries of chapters, as catalogues name them."""
    for chapter in chapters:
        lines = chapter.read_text("utf-8", errors="replace").split("\n")
        for number, line in enumerate(lines, 1):
            if _BLOCK.match(line):
                yield Path(os.path.relpath(chapter, root)).as_posix(), number


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
