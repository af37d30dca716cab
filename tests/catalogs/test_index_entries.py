"""Parts of index entries in catalogues: found by their line in the chapter, told by theirs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from colophon.preflight import check_texts
from colophon.project import Project

ROOT = Path(__file__).parents[1] / "roots" / "test-book"

CHAPTER = """
```{index} single: Red Army; strength of
```
:::{index} see: Reds; Red Army
:::

The army was strong; so it was said.
"""
CATALOG = """
#: docs/chapter.md:%(first)d docs/chapter.md:%(second)d
msgid "Red Army"
msgstr "%(heading)s"

#: docs/chapter.md:%(first)d
msgid "strength of"
msgstr "%(sub)s"

#: docs/chapter.md:%(text)d
msgid "The army was strong; so it was said."
msgstr "single: Armia była silna; tak; mówiono."
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT, tmp_path / "book"))


def faults(root: Path, heading: str, sub: str) -> list[str]:
    chapter = root / "docs" / "chapter.md"
    text = chapter.read_text()
    first = text.count("\n") + 2
    chapter.write_text(text + CHAPTER)
    catalog = root / "locales" / "pl" / "LC_MESSAGES" / "chapter.po"
    places = {"first": first, "second": first + 2, "text": first + 5}
    catalog.write_text(catalog.read_text() + CATALOG % {**places, "heading": heading, "sub": sub})
    found = check_texts(Project.at(root), ["pl"])
    lines = catalog.read_text().split("\n")
    return [f"{lines[problem.line - 1]} {problem.message}" for problem in found]


@pytest.mark.parametrize(
    ("heading", "sub", "expected"),
    [
        ("Armia Czerwona", "liczebność", []),
        ("Armia; Czerwona", "liczebność", ["a semicolon would divide this part"]),
        ("Armia Czerwona", "single: liczebność", ["this part of an index entry begins with 'sin"]),
        ("! Armia Czerwona", "a; b", ["begins with '!'", "a semicolon would divide"]),
        ("", "", []),
    ],
)
def test_parts(root: Path, heading: str, sub: str, expected: list[str]) -> None:
    found = faults(root, heading, sub)
    assert len(found) == len(expected)
    for message, part in zip(found, expected, strict=True):
        assert part in message
        assert message.startswith(('msgid "Red Army"', 'msgid "strength of"'))
