"""Which places of a book its index lists: above which paragraph, and of which chapters."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from colophon.index.collect import index_of
from colophon.index.entries import Entry, walk
from tests.sphinx_run import run

CONF = 'extensions = ["myst_parser", "colophon"]\n'
INDEX = """\
# A book

```{toctree}
chapter
glossary
```
"""
CHAPTER = """\
# A chapter

```{index} single: Kuty
```
```{index} single: Kuty; bridge at
```
```{index} single: Kuty; road to
```

The first paragraph.

```{index} single: Kuty
```

The second paragraph.
"""
GLOSSARY = """\
# Glossary

```{glossary}
Sejm
  A parliament.
```
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    texts = {"conf.py": CONF, "index.md": INDEX, "chapter.md": CHAPTER, "glossary.md": GLOSSARY}
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def entries(source: Path, **settings: object) -> tuple[dict[str, Entry], str]:
    shutil.rmtree(source.parent / "doctrees", ignore_errors=True)
    out, doctrees = source.parent / "out", source.parent / "doctrees"
    app, warnings = run(source, out, doctrees, "html", "en", **settings)
    found = [entry for group in index_of(app.env) for entry in group.entries]
    return {entry.name: entry for entry in walk(found)}, warnings


def test_entries_above_one_paragraph_are_of_one_place(source: Path) -> None:
    found, _ = entries(source)
    (bridge,), (road,) = found["Kuty, bridge at"].locators, found["Kuty, road to"].locators
    (bare,) = found["Kuty"].locators  # not the first paragraph, of which the subheadings tell
    assert bridge.start.block == road.start.block < bare.start.block


def test_chapters_that_are_not_indexed(source: Path) -> None:
    assert "Sejm" in entries(source)[0]
    found, warnings = entries(source, colophon_unindexed=["glossary", "glosary"])
    assert "Sejm" not in found and "Kuty" in found
    assert "colophon_unindexed names no chapter 'glosary'" in warnings
