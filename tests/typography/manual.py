"""The tables of `colophon/typography/README.md`, made of the rules themselves.

`python -m tests.typography.manual` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

from colophon.languages import language
from colophon.typography.marks import Mark
from colophon.typography.rules import Rule, typography
from tests.generated import write

README = Path(__file__).parents[2] / "colophon" / "typography" / "README.md"
LANGUAGES = {"en": "English", "pl": "Polish", "th": "Thai"}


def rules() -> str:
    """The rules of each language, each with its example and its source."""
    parts = []
    for code, name in LANGUAGES.items():
        own = typography(language(code))
        outer, closes, inner, closes_inner = language(code).quotes
        dash = language(code).dash.replace(" ", "␣")
        parts += [
            f"### {name}",
            f"Quotation marks {outer}…{closes}, inside them {inner}…{closes_inner}; "
            f"dash between clauses `{dash}`.",
            f"#### {name}: visible punctuation",
            _table(("Rule", "Typed", "Printed", "Source"), own.marks),
            f"#### {name}: where no line ends",
            _table(("Rule", "Bad", "Good", "Source"), own.rules),
        ]
    return "\n\n".join(parts)


def _table(heads: tuple[str, ...], listed: tuple[Mark, ...] | tuple[Rule, ...]) -> str:
    rows = [f"| {rule.name} | `{rule.bad}` | `{rule.good}` | {rule.source} |" for rule in listed]
    return "\n".join([f"| {' | '.join(heads)} |", "|---" * len(heads) + "|", *rows])


if __name__ == "__main__":
    write(README, "rules", rules())
