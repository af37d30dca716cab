"""How wide words are and where they part into lines, near enough to lay a drawing out.

Readers choose their own faces, so no font is asked; the shares are those of common serif faces.
"""

from __future__ import annotations

import re
import unicodedata

from colophon.characters import ZERO_WIDTH_SPACE

_NARROW = frozenset(" .,:;'’‘!|()[]fijltrI\u00a0\u2009\u202f")
_WIDE = frozenset("mwMW—%")
_BREAK = re.compile(f"(?<= )|(?<={ZERO_WIDTH_SPACE})")


def width(text: str, size: float) -> float:
    """The estimated width in points of a line in type of this size."""
    return size * sum(map(_share, text))


def lines(text: str, size: float, limit: float) -> list[str]:
    """The text parted at spaces, seen or not, into lines of at most `limit` points, if it can."""
    found = [""]
    for word in _BREAK.split(text):
        if found[-1] and width((found[-1] + word).rstrip(), size) > limit:
            found.append("")
        found[-1] += word
    return [line.replace(ZERO_WIDTH_SPACE, "").strip(" ") for line in found]


def _share(character: str) -> float:
    kind = unicodedata.category(character)
    if kind in ("Mn", "Cf"):
        return 0.0
    if character in _NARROW:
        return 0.3
    if character in _WIDE:
        return 0.8
    return 0.68 if kind == "Lu" else 0.52
