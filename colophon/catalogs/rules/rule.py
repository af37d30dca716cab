"""What a rule is, and the register of all of them.

A rule is a function from a message (or a whole catalogue) to what is wrong with it.  Its name is
the function's with hyphens, its docstring has the reason and an example of each side:

    Bad:
        msgid "Fell."
        msgstr "- Padło."
    Good:
        msgid "Fell."
        msgstr "Padło."

`Bad (th):` names the language of an example, which is Polish otherwise.  The manual of the rules
and a test are made from these docstrings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from colophon.catalogs.read import Contents, Message
from colophon.languages import NEUTRAL, Language

Severity = Literal["error", "warning"]

Fault = tuple[str, str]
"""What is wrong, and how to mend it."""

Place = tuple[str, int]
"""A line of a chapter, as catalogues name it."""

Placed = tuple[int, str, str]
"""The same with its line before it."""


@dataclass(frozen=True)
class Catalog:
    """A catalogue under examination."""

    file: str
    contents: Contents
    language: Language = NEUTRAL
    source: Language = NEUTRAL
    """The language of the msgids."""
    template: frozenset[tuple[str | None, str]] | None = None
    """(context, msgid) of what the chapter holds today; None where nobody knows."""
    entries: frozenset[Place] = frozenset()
    """Where the chapters have blocks of index entries."""

    @property
    def translates(self) -> bool:
        """False for the catalogue that mends the source language itself: empty means “as is”."""
        return self.language.code != self.source.code


MessageCheck = Callable[[Message, Catalog], Iterator[Fault]]
CatalogCheck = Callable[[Catalog], Iterator[Placed]]

Register = Callable[[MessageCheck], MessageCheck]


@dataclass(frozen=True)
class Rule:
    """One registered rule; exactly one of the two functions is set."""

    name: str
    severity: Severity
    safety: bool
    """True where a translation could harm a reader or a machine; nobody may mute it."""
    documentation: str
    messages: MessageCheck | None = None
    catalog: CatalogCheck | None = None


@dataclass
class Rules:
    """Rules by name, in the order in which they are registered."""

    rules: dict[str, Rule] = field(default_factory=dict)

    def message(self, severity: Severity = "error", *, safety: bool = False) -> Register:
        """Register a rule over each translated message that is not fuzzy."""

        def register(check: MessageCheck) -> MessageCheck:
            self._add(Rule(_name(check), severity, safety, check.__doc__ or "", messages=check))
            return check

        return register

    def catalog(
        self, severity: Severity = "error", *, safety: bool = False
    ) -> Callable[[CatalogCheck], CatalogCheck]:
        """Register a rule over a whole catalogue."""

        def register(check: CatalogCheck) -> CatalogCheck:
            self._add(Rule(_name(check), severity, safety, check.__doc__ or "", catalog=check))
            return check

        return register

    def _add(self, rule: Rule) -> None:
        assert rule.name not in self.rules, rule.name
        self.rules[rule.name] = rule


def _name(check: MessageCheck | CatalogCheck) -> str:
    return check.__name__.replace("_", "-")


FILE = Rules()
"""The rules over every file, whatever its messages are for."""

TEXT = Rules()
"""The rules over the text of chapters, which is Markdown."""

WORDS = Rules()
"""The rules over interface words, which templates print as they are."""
