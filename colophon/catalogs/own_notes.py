"""Notes of a translator's own within a message: `Tekst[^tr-1].`, empty line, `[^tr-1]: Treść.`"""

from __future__ import annotations

import re
from collections.abc import Iterator

_DEFINITION = re.compile(r"\[\^(tr-[\w-]+)\]:[ \t]*")
_MARK = re.compile(r"\[\^(tr-[\w-]+)\](?!:)")


def split(translation: str) -> tuple[str, dict[str, str]]:
    """The text of a translation, and the text of each of its own notes by name."""
    text: list[str] = []
    notes: dict[str, str] = {}
    for paragraph in translation.split("\n\n"):
        if match := _DEFINITION.match(paragraph):
            notes[match[1]] = paragraph[match.end() :]
        else:
            text.append(paragraph)
    return "\n\n".join(text), notes


def without_marks(text: str) -> str:
    """A text without the marks of own notes, which its msgid cannot have."""
    return _MARK.sub("", text)


def faults(text: str, notes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Marks without a note and notes without a mark, each with its remedy."""
    marks = set(_MARK.findall(text))
    for name in sorted(marks - notes.keys()):
        remedy = f"end the message with an empty line and [^{name}]: its text"
        yield f"translator's note [^{name}] has no text", remedy
    for name in sorted(notes.keys() - marks):
        yield f"translator's note [^{name}] has no mark", f"put [^{name}] where it belongs"
