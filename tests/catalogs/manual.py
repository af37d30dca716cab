"""The manual of the rules, `colophon/catalogs/README.md`, made from their docstrings.

`python -m tests.catalogs.manual` writes it anew.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

from colophon.catalogs.rules import FILE, TEXT, WORDS, Rule
from tests.generated import write

README = Path(__file__).parents[2] / "colophon" / "catalogs" / "README.md"
PARTS = {
    "file": ("The file", FILE),
    "text": ("The text of chapters", TEXT),
    "words": ("Interface words", WORDS),
}
_EXAMPLE = re.compile(r"^(Bad|Good)(?: \((\w+)\))?:\n((?:    .*\n|\n)+)", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """One side of a rule: lines of a catalogue in `language`."""

    good: bool
    language: str
    shown: str
    """As the docstring has it, invisible characters by number."""

    @property
    def text(self) -> str:
        """As it would stand in the file."""
        return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), self.shown)


def examples(rule: Rule) -> list[Example]:
    """The examples of a rule's docstring."""
    text = inspect.cleandoc(rule.documentation) + "\n"
    return [
        Example(kind == "Good", language or "pl", textwrap.dedent(lines).strip("\n") + "\n")
        for kind, language, lines in _EXAMPLE.findall(text)
    ]


def overview() -> str:
    """All rules in a table."""
    lines = ["| Rule | What it asks | Severity |", "|---|---|---|"]
    for _, rules in PARTS.values():
        for rule in rules.rules.values():
            summary = inspect.cleandoc(rule.documentation).partition("\n\n")[0].replace("\n", " ")
            severity = f"{rule.severity}, never muted" if rule.safety else rule.severity
            lines.append(f"| [`{rule.name}`](#{rule.name}) | {summary} | {severity} |")
    return "\n".join(lines)


def chapters() -> str:
    """Each rule with its reason and examples."""
    parts = []
    for title, rules in PARTS.values():
        parts += [f"### {title}", *(_chapter(rule) for rule in rules.rules.values())]
    return "\n\n".join(parts)


def _chapter(rule: Rule) -> str:
    text = inspect.cleandoc(rule.documentation) + "\n"
    reason = re.split(r"^Bad\b", text, maxsplit=1, flags=re.MULTILINE)[0].strip()
    lines = [f"#### {rule.name}", "", re.sub(r"(?<=[^\n])\n(?=[^\n])", " ", reason), ""]
    for example in examples(rule):
        kind = "Good" if example.good else "Bad"
        language = "" if example.language == "pl" else f" ({example.language})"
        lines += [f"{kind}{language}:", "", "```po", example.shown.rstrip(), "```", ""]
    if not examples(rule):
        lines += [line for line in text.splitlines() if line.startswith(("Bad", "Good"))]
    return "\n".join(lines).rstrip()


if __name__ == "__main__":
    write(README, "overview", overview())
    write(README, "rules", chapters())
