"""What is published is what the sources hold now, whatever their dates and the earlier runs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.build.test_bad_input import build, edit, po
from tests.conftest import ROOT

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>'


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests" / "roots" / "test-book", tmp_path / "book"))


def built(book: Path, format: str, language: str) -> Path:
    """Build one edition without a fault; where HTML then stands."""
    done = build(book, "build", format, "--languages", language)
    assert (done.returncode, done.stderr) == (0, "")
    return book / "_build" / "html" / language


def test_restored_and_removed_chapters(book: Path) -> None:
    chapter, extra, index = (book / "docs" / f"{n}.md" for n in ("chapter", "extra", "index"))
    picture, other = book / "docs" / "map.svg", book / "docs" / "plan.svg"
    picture.write_text(PICTURE)
    other.write_text(PICTURE)
    extra.write_text("(extra)=\n# An appendix\n\n![A plan](plan.svg)\n")
    edit(index, lambda text: text.replace("chapter\n", "chapter\nextra\n"))
    edit(chapter, lambda text: text + "\n![A map](map.svg)\n")
    html = built(book, "html", "en")
    assert (html / "extra.html").exists()
    assert (html / "_images" / "plan.svg").exists()

    # As `cp -p` and `rsync -a` bring a file back: with the date that it had.
    edit(chapter, lambda text: text.replace("October", "December"))
    picture.write_text(PICTURE.replace("9", "8"))
    for path in (chapter, picture):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    extra.unlink()
    other.unlink()
    edit(index, lambda text: text.replace("extra\n", ""))
    html = built(book, "html", "en")
    assert "The march ended in December" in (html / "chapter.html").read_text()
    assert 'width="8"' in (html / "_images" / "map.svg").read_text()
    left = {path.name for path in html.rglob("*") if path.stem in {"extra", "extra.md", "plan"}}
    assert not left
    assert "An appendix" not in (html / "chapter.html").read_text()


def test_another_format_read_the_change(book: Path) -> None:
    """Sphinx writes HTML anew for what this run has read; here the EPUB's run has read it."""
    built(book, "html", "pl")
    edit(po(book), lambda text: text.replace("Marsz zakończył", "Pochód zakończył"))
    built(book, "epub", "pl")
    html = built(book, "html", "pl")
    assert "Pochód zakończył" in (html / "chapter.html").read_text()
