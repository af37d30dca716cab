"""Pictures in the chapters: each format shows a sound one, and no build passes another."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.test_bad_input import build, edit
from tests.build.test_stale import PICTURE
from tests.conftest import ROOT
from tests.sphinx_run import run as run_sphinx

PNG = b"\x89PNG\r\n\x1a\n"
PDF = b"%PDF-1.4\n"

Run = Callable[[str], tuple[Path, str]]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    book = Path(shutil.copytree(ROOT / "tests" / "roots" / "test-book", tmp_path / "book"))
    edit(book / "docs" / "chapter.md", lambda text: text + "\n")
    return book


def add(book: Path, *lines: str) -> None:
    """Each to the chapter as a paragraph, from line 14 on, every second line."""
    edit(book / "docs" / "chapter.md", lambda text: text + "\n\n".join(lines) + "\n")


@pytest.fixture
def run(book: Path) -> Run:
    """Run one of Sphinx's builders; its folder and its warnings."""

    def run(builder: str) -> tuple[Path, str]:
        out, doctrees = book / "_build" / builder, book / "_build" / "trees"
        return out, run_sphinx(book / "docs", out, doctrees, builder, "en", confdir=book)[1]

    return run


def test_every_bad_picture_is_named(book: Path) -> None:
    docs = book / "docs"
    (book.parent / "private.png").write_bytes(PNG)
    (docs / "secret.png").write_text((book / "conf.py").read_text())
    (docs / "evil.svg").write_text(PICTURE.replace("<rect/>", "<script>x()</script>"))
    (docs / "100%.png").write_bytes(PNG)
    (docs / "linked.png").symlink_to(book.parent / "private.png")
    add(
        book,
        "![A](../conf.py)",
        "![A](../../private.png)",
        "![A](linked.png)",
        "![A](secret.png)",
        "![A](evil.svg)",
        "![A](100%25.png)",
        "![A](https://example.org/a.png)",
        "![A](data:image/png;base64,AAAA)",
        "{download}`the settings <../conf.py>`",
        "![A](หาย.png)",
        "```{figure} evil.svg\nA caption\n```",
    )
    done = build(book, "build", "html", "--languages", "en")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "docs/chapter.md:14: picture ../conf.py: no picture that a book can show; "
        "save it as PNG, JPEG, GIF, WebP or SVG",
        "docs/chapter.md:16: picture outside of the book: ../../private.png; "
        "copy it beside the chapter",
        "docs/chapter.md:18: picture outside of the book: ../../private.png; "
        "copy it beside the chapter",
        "docs/chapter.md:20: picture secret.png: the file is not what .png says; "
        "save it again as a picture of that kind",
        "docs/chapter.md:22: picture evil.svg: the drawing holds <script>; take it out",
        "docs/chapter.md:24: picture 100%.png: a name that TeX cannot read; "
        "use letters, digits, - and _",
        "docs/chapter.md:26: picture on another host: https://example.org/a.png; "
        "save it beside the chapter",
        "docs/chapter.md:28: picture written into the text; save it as a file of its own",
        "docs/chapter.md:30: file outside of the chapters' folder: ../conf.py; copy it there",
        "docs/chapter.md:32: image file not readable: หาย.png; put the file there or mend its name",
        "docs/chapter.md:34: picture evil.svg: the drawing holds <script>; take it out",
    ]
    assert not (book / "_build" / "html" / "en").exists()


def test_names_as_authors_write_them(book: Path, run: Run) -> None:
    for name in ("a map.png", "ภาพ.png"):
        (book / "docs" / name).write_bytes(PNG)
    add(book, "![A](<a map.png>)", "![A](ภาพ.png)", "![A](a%20map.png)")
    html, warnings = run("html")
    assert not warnings
    assert {path.name for path in (html / "_images").iterdir()} == {"a map.png", "ภาพ.png"}
    tex, warnings = run("latex")
    assert not warnings
    text = (tex / "small-book-en.tex").read_text()
    assert r"{{a map}.png}" in text
    assert r"{{ภาพ}.png}" in text


def test_linked_folder(book: Path, run: Run) -> None:
    elsewhere = book.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "chapter.md").write_text("(far)=\n# Far away\n\n![A](dot.png)\n")
    (elsewhere / "dot.png").write_bytes(PNG)
    (book / "docs" / "part").symlink_to(elsewhere)
    edit(
        book / "docs" / "index.md",
        lambda text: text.replace("chapter\n", "chapter\npart/chapter\n"),
    )
    html, warnings = run("html")
    assert not warnings
    assert (html / "_images" / "dot.png").exists()


def test_drawing_is_printed_from_its_twin(book: Path, run: Run) -> None:
    (book / "docs" / "map.svg").write_text(PICTURE)
    (book / "docs" / "map.pdf").write_bytes(PDF)
    add(book, "![A](map.svg)")
    html, warnings = run("html")
    assert not warnings
    assert [path.name for path in (html / "_images").iterdir()] == ["map.svg"]
    tex, warnings = run("latex")
    assert not warnings
    assert r"{{map}.pdf}" in (tex / "small-book-en.tex").read_text()
    assert (tex / "map.pdf").read_bytes() == PDF


def test_drawing_without_a_twin(book: Path, run: Run) -> None:
    (book / "docs" / "map.svg").write_text(PICTURE)
    (book / "docs" / "plan.pdf").write_bytes(PDF)
    add(book, "![A](map.svg)", "![A](plan.pdf)")
    _, warnings = run("latex")
    assert "chapter.md:14: WARNING: picture map.svg cannot be shown here; " in warnings
    assert "put beside it map.pdf or map.png or map.jpg" in warnings
    _, warnings = run("html")
    assert "chapter.md:16: WARNING: picture plan.pdf cannot be shown here; " in warnings
    assert "chapter.md:14" not in warnings


def test_best_of_several(book: Path, run: Run) -> None:
    (book / "docs" / "map.svg").write_text(PICTURE)
    (book / "docs" / "map.png").write_bytes(PNG)
    (book / "docs" / "map.txt").write_text("Notes on the map.")
    add(book, "![A](map.*)")
    html, warnings = run("html")
    assert not warnings
    assert [path.name for path in (html / "_images").iterdir()] == ["map.svg"]
