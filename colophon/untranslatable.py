"""Text of a chapter that would reach no translator: HTML, and titles in front matter.

Neither is extracted, so every edition would show it as the author wrote it, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Fault = tuple[str, str]
"""What is wrong, and how to mend it."""

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"^([\w-]+)[ \t]*:", re.MULTILINE)
_SILENT = {"orphan", "nosearch", "tocdepth", "nocomments", "myst", "html_meta", "substitutions"}
"""Keys that no reader sees, or that another check refuses."""
_TAG = re.compile(r"</?([a-zA-Z][\w-]*)(?:\s[^<>]*)?/?>")
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


def faults(text: str) -> Iterator[tuple[int, Fault]]:
    """(offset, fault) in a chapter whose code blocks and comments are blank."""
    if front := _FRONT.match(text):
        for key in _KEY.finditer(front[1]):
            if key[1].lower() not in _SILENT:
                remedy = "write it into the text, or into conf.py for the whole book"
                yield (
                    front.start(1) + key.start(),
                    (f"front matter '{key[1]}' reaches no translator", remedy),
                )
    bare = _CODE.sub(lambda code: " " * len(code[0]), text)
    for tag in _TAG.finditer(bare):
        # What stands in a role's brackets is its target: {term}`Corps <KOP>` is code above.
        remedy = "write Markdown, or put it between backticks"
        yield tag.start(), (f"HTML, which is printed as it stands: {tag[0][:40]}", remedy)
