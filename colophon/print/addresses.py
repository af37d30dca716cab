"""Where the line may break in an address that stands as readers write it.

One in plain ASCII is broken by TeX's own command for addresses, which knows no other letters.
"""

from __future__ import annotations

import re

from colophon.characters import ZERO_WIDTH_SPACE
from colophon.typography.edits import Edit, apply
from colophon.typography.rules import Breaker

_MARKS = re.compile(r"(?<=[/?=&_.,;:-])(?!/|.{0,2}$)")


def breakable(address: str, breaker: Breaker | None) -> str:
    """The address with zero-width spaces after its marks and between words without spaces."""
    places = {mark.start() for mark in _MARKS.finditer(address)}
    if breaker:
        places.update(breaker.breaks(address, frozenset()))
    return apply(address, [Edit(place, place, ZERO_WIDTH_SPACE) for place in sorted(places)])
