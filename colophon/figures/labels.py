"""The words of a figure while its data are read: each is a message, or a name of the termbase."""

from __future__ import annotations

from dataclasses import dataclass, field

from colophon.names.term import Term

NONE = -1
"""In place of the number of a label that is not there."""


@dataclass(frozen=True)
class Label:
    """Words in the language of the source, and the line of the data in which they stand.

    A name is printed as the termbase has it, and is no message.
    """

    text: str
    line: int
    name: bool = False


@dataclass
class Labels:
    """The labels of one figure by number; the same words are one label."""

    language: str
    found: list[Label] = field(default_factory=list)

    def words(self, text: str, line: int) -> int:
        """The number of these words; `NONE` for none."""
        text = " ".join(text.split())
        return self._number(Label(text, line)) if text else NONE

    def name(self, term: Term, line: int) -> int:
        """The number of a name in the edition's form."""
        form = term.forms.get(self.language) or next(iter(term.forms.values()))
        return self._number(Label(form, line, name=True))

    def _number(self, label: Label) -> int:
        for number, other in enumerate(self.found):
            if (other.text, other.name) == (label.text, label.name):
                return number
        self.found.append(label)
        return len(self.found) - 1
