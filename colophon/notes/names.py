"""The names of persons and bodies as CSL has them."""

from __future__ import annotations

from pybtex.database import Person

from colophon.notes.latex import to_text

OTHERS = "others"
"""The name that stands for those who are not named; editions put their word for it."""

PARTICLES = ("dropping-particle", "non-dropping-particle")
"""What stands between given name and surname; the former is no part of a surname alone."""

_DROPPED = {"von", "vom", "zu", "zum", "zur"}
"""Particles without which a German surname stands alone; "van" and "de" stay."""


def name(person: Person) -> dict[str, str]:
    """A CSL name; what stands in braces or is written in Thai is one piece, never inverted."""
    family = " ".join(person.last_names)
    given = " ".join((*person.first_names, *person.middle_names))
    whole = not given and not person.prelast_names
    if whole and family == "others":
        return {"literal": OTHERS}
    if whole or _is_thai(family):
        return {"literal": to_text(" ".join(part for part in (given, family) if part))}
    found = {"family": to_text(family), "given": to_text(given)}
    if particle := " ".join(person.prelast_names):
        found[PARTICLES[particle.split()[0] not in _DROPPED]] = to_text(particle)
    if suffix := " ".join(person.lineage_names):
        found["suffix"] = to_text(suffix)
    return found


def _is_thai(text: str) -> bool:
    return any("\u0e00" <= character <= "\u0e7f" for character in text)
