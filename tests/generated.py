"""The parts of a manual that are made of what they describe: between two comments of HTML."""

from __future__ import annotations

import re
from pathlib import Path


def part(manual: Path, name: str) -> str:
    """A generated part as it stands in the manual."""
    match = _between(name).search(manual.read_text("utf-8"))
    assert match, name
    return match[2].strip()


def write(manual: Path, name: str, text: str) -> None:
    """Put a generated part in its place."""
    whole = manual.read_text("utf-8")
    manual.write_text(_between(name).sub(lambda m: f"{m[1]}\n{text}\n{m[3]}", whole), "utf-8")


def _between(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {name} -->\n)(.*?)(\n<!-- end of {name} -->)", re.DOTALL)
