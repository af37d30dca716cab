"""How large and how deep a message may be before it is taken for an attack on the parser."""

from __future__ import annotations

import re

LONGEST = 50_000
"""Characters in one message; a page of a book has 2,000 to 3,000."""

_RUN = re.compile(r"(?:[*_`~\[\](){}<>!^$|\\&]\s*){60}")
_MARKS = re.compile(r"[*_`~\[\]<>$]")
_SHARE = 0.3
_FEW = 400


def too_long(message: str) -> bool:
    """Would it hold up the build?"""
    return len(message) > LONGEST


def too_nested(message: str) -> bool:
    """Does it mark up so densely that a parser takes its time over every mark?"""
    if _RUN.search(message):
        return True
    marks = len(_MARKS.findall(message))
    return marks > _FEW and marks > _SHARE * len(message)
