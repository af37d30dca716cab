"""What the book calls a person, a place, a unit or a treaty, in each of its languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

PERSON = "person"
STATE = "state"
KINDS = (
    *(PERSON, "place", "region", "river", STATE),
    *("unit", "institution", "treaty", "document", "event", "term"),
)

NAMES = frozenset({PERSON, "place", "region", "river", STATE, "institution"})
"""The kinds that no line may divide; the others are phrases, which break between words."""


@dataclass(frozen=True)
class Term:
    """One row. A mapping has a language's code for its keys."""

    id: str
    kind: str
    forms: Mapping[str, str]
    line: int = 0
    today: Mapping[str, str] = field(default_factory=dict)
    """The name that a place bears now."""
    variants: tuple[tuple[str, str], ...] = ()
    """(language, form) of other forms; without a language, one that the book does not print."""
    stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Beginnings of words whose inflection no dictionary knows."""
    surname: int = 1
    """How many words at the end of a person's name are the surname."""
    state: str = ""
    """The id of the state in which a place lies now."""
    original: frozenset[str] = frozenset()
    """The languages whose readers are shown, at the first mention, the form of the first column."""
    position: tuple[float, float] | None = None
    """Degrees north and degrees east."""
    note: str = ""
    """What translators are told."""

    def accepted(self, language: str) -> list[str]:
        """The forms that an edition may print, its own first."""
        others = [form for code, form in self.variants if code == language]
        return [form for form in (self.forms.get(language, ""), *others) if form]

    def family_name(self, language: str) -> str:
        """The surname of a person as an edition writes it."""
        return " ".join(self.forms.get(language, "").split(" ")[-self.surname :])
