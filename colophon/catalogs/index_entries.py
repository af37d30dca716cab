"""Where a book has index entries: the parts of each (`{index} single: Red Army; strength of`) are
messages of their own, which only their place tells from text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_BLOCK = re.compile(r"\s*(?:`{3,}|:{3,}|~{3,})\s*\{index\}")


def places(chapters: Iterable[Path], root: Path) -> Iterator[tuple[str, int]]:
    """File and line of the block entries of chapters, as catalogues name them."""
    for chapter in chapters:
        lines = chapter.read_text("utf-8", errors="replace").split("\n")
        for number, line in enumerate(lines, 1):
            if _BLOCK.match(line):
                yield Path(os.path.relpath(chapter, root)).as_posix(), number
