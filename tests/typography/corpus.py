"""Reads the corpora: lines of text that a linguist writes, with comments after "#"."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"


def lines(name: str) -> list[str]:
    """The lines of a corpus that are neither empty nor comments."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
