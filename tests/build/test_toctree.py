"""Chapters in a circle stop the build with the place, whatever the way round is."""

from __future__ import annotations

from pathlib import Path

import pytest
from sphinx.errors import DocumentError

from colophon.toctree import circle
from tests.notes.conftest import read


@pytest.mark.parametrize(
    ("includes", "found"),
    [
        ({}, []),
        ({"index": ["a", "b"], "a": ["c"], "b": ["c"]}, []),
        ({"index": ["a"], "a": ["index"]}, ["index", "a"]),
        ({"index": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]}, ["a", "b", "c"]),
        ({"a": ["a"]}, ["a"]),
    ],
)
def test_circle(includes: dict[str, list[str]], found: list[str]) -> None:
    assert circle(includes) == found


def test_a_very_deep_tree_is_no_circle() -> None:
    assert circle({str(depth): [str(depth + 1)] for depth in range(5000)}) == []


def test_circle_in_a_book(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "docs").mkdir(parents=True)
    (root / "conf.py").write_text('project = "Book"\nextensions = ["myst_parser", "colophon"]\n')
    (root / "index.md").write_text("# Book\n\n```{toctree}\ndocs/a\n```\n")
    (root / "docs" / "a.md").write_text("# A\n\n```{toctree}\n/index\n```\n")
    with pytest.raises(DocumentError) as caught:
        read(root, tmp_path)
    assert str(caught.value) == (
        "docs/a.md:3: the toctree goes round in a circle: index → docs/a → index; "
        "take index out of it"
    )
