"""Formulas are MathML; one that cannot be read is told of with its place, and the build goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.epub.conftest import build


def book(folder: Path, chapter: str) -> Path:
    (folder / "conf.py").write_text('extensions = ["myst_parser", "colophon"]\nproject = "Tiny"\n')
    (folder / "index.md").write_text(f"# Title\n\n{chapter}\n")
    return folder


def test_sound_formula(tmp_path: Path) -> None:
    epub, warnings = build(tmp_path / "out", "en", book(tmp_path, "As {math}`a^2`."))
    assert warnings == ""
    assert "<msup>" in epub.text("index.xhtml")


@pytest.mark.parametrize(
    ("chapter", "line"),
    [
        ("As {math}`a & c` has it.", 3),
        ("Text.\n\n```{math}\na & c\n```", 5),
        ("Text.[^n]\n\n[^n]: In {math}`x & y`.", 5),
    ],
)
def test_unfit_formula(tmp_path: Path, chapter: str, line: int) -> None:
    _, warnings = build(tmp_path / "out", "en", book(tmp_path, chapter))
    assert f"index.md:{line}: WARNING: this formula cannot be set in MathML: " in warnings
    assert warnings.count("WARNING") == 1
