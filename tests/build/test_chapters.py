"""What every chapter has: its length, an abstract, labels before its headings, and references."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOCS = ROOT / "docs"
CHAPTERS = [path for path in sorted(DOCS.glob("*.md")) if "{.abstract}" in path.read_text("utf-8")]
LABEL = re.compile(r"(?m)^\(([\w-]+)\)=$")
FIGURE = re.compile(r"(?m)^:name: ([\w-]+)$")


@pytest.fixture(params=CHAPTERS, ids=lambda path: path.stem)
def chapter(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def running_text(text: str) -> str:
    """A chapter without headings, notes, tables, entries of the index and marks.

    A name or a date in a role counts as one word, or as the words that stand for it.
    """
    blocks = r"^(`{3,})\{[\s\S]*?^\1$"
    lines = r"^(?:#.*|\[\^[\w-]+\]:.*|\([\w-]+\)=|\{[^`\n]*\})$"
    text = re.sub(rf"(?m){blocks}|{lines}", "", text)
    text = re.sub(r"\{footcite:p\}`[^`]*`|\[\^[\w-]+\]", "", text)
    return re.sub(r"\{[^{}`]*\}(?=`)| <[^<>]*>(?=`)|(?<=\])\{[^{}]*\}", "", text)


def test_all_nine_have_an_abstract() -> None:
    assert len(CHAPTERS) == 9


def test_length(chapter: Path) -> None:
    words = re.findall(r"\w[\w’–-]*", running_text(chapter.read_text("utf-8")))
    assert 1500 <= len(words) <= 2500


def test_the_abstract_stands_below_the_title_and_is_short(chapter: Path) -> None:
    found = re.search(r"\A\([\w-]+\)=\n# .+\n\n\{\.abstract\}\n((?:.+\n)+)", chapter.read_text())
    assert found
    assert 2 <= len(found[1].splitlines()) <= 4


def test_every_heading_has_a_label_of_its_chapter(chapter: Path) -> None:
    text = chapter.read_text("utf-8")
    labelled = re.findall(r"(?m)^\(([\w-]+)\)=\n#{1,6} ", text)
    assert len(labelled) == len(re.findall(r"(?m)^#{1,6} ", text)) == len(LABEL.findall(text))
    assert all(label.startswith(chapter.stem) for label in labelled)


def test_references_lead_to_a_label_and_to_other_chapters(chapter: Path) -> None:
    texts = [path.read_text("utf-8") for path in DOCS.glob("*.md")]
    known = {label for text in texts for label in (*LABEL.findall(text), *FIGURE.findall(text))}
    targets = re.findall(r"\{ref\}`[^`<]*<([\w-]+)>`", chapter.read_text("utf-8"))
    assert set(targets) <= known
    assert not all(target.startswith(chapter.stem) for target in targets)
