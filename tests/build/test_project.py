"""Where things lie, what an edition is made of, and which date it bears."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from colophon.build import fingerprint
from colophon.epoch import source_date_epoch
from colophon.problems import Problems
from colophon.project import Project, files_below
from tests.conftest import ROOT
from tests.notes.conftest import read


@pytest.fixture
def book(tmp_path: Path) -> Project:
    shutil.copytree(ROOT / "tests" / "roots" / "test-book", tmp_path / "book")
    return Project.at(tmp_path / "book")


def test_paths_of_the_design(book: Project) -> None:
    build = book.root / "_build"
    assert book.artefact("html", "th") == build / "html" / "th"
    assert book.artefact("epub", "th") == build / "epub" / "th" / "small-book-th.epub"
    assert book.artefact("latexpdf", "th") == build / "pdf" / "th" / "small-book-th.pdf"


def test_no_conf_here(tmp_path: Path) -> None:
    with pytest.raises(Problems, match=r"there is no conf\.py here; go to the book's folder"):
        Project.at(tmp_path)


def test_metadata_of_each_language(book: Project) -> None:
    titles = {code: book.metadata_in(code).title for code in book.languages}
    assert titles == {"en": "A small book", "pl": "Mała książka", "th": "หนังสือเล่มเล็ก"}


@pytest.mark.parametrize(
    ("file", "changed"),
    [
        ("docs/chapter.md", {"en", "pl", "th"}),
        ("conf.py", {"en", "pl", "th"}),
        ("references.bib", {"en", "pl", "th"}),
        ("locales/pl/LC_MESSAGES/chapter.po", {"pl"}),
        ("plates/map.svg", {"en", "pl", "th"}),
        ("docs/part/linked.md", {"en", "pl", "th"}),
        ("volume.py", {"en", "pl", "th"}),
        ("README.md", set()),
    ],
)
def test_what_a_change_rebuilds(
    book: Project, monkeypatch: pytest.MonkeyPatch, file: str, changed: set[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    (book.root / "plates").mkdir()
    linked = book.root.parent / "linked"
    linked.mkdir()
    (linked / "linked.md").touch()
    (book.source / "part").symlink_to(linked)
    before = {code: fingerprint(book, code) for code in book.languages}
    with (book.root / file).open("a") as stream:
        stream.write("# more\n")
    after = {code: fingerprint(book, code) for code in book.languages}
    assert {code for code in book.languages if before[code] != after[code]} == changed


def test_links_that_lead_nowhere_or_back(book: Project) -> None:
    before = set(files_below(book.source))
    (book.source / "again").symlink_to(book.source)
    (book.source / ".#chapter.md").symlink_to("editor@host.1:2")
    assert set(files_below(book.source)) == before


def test_chapters_are_what_sphinx_reads(book: Project) -> None:
    (book.source / "part" / "_sources").mkdir(parents=True)
    (book.source / "part" / "_sources" / "old.md").touch()
    (book.source / "notes.txt").touch()
    names = [path.name for path in book.chapters()]
    assert sorted(names) == ["bibliography.md", "chapter.md", "index.md"]


def test_date_of_the_last_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "a.md").write_text("x")
    os.utime(tmp_path / "a.md", (5000, 5000))
    assert source_date_epoch(tmp_path) == "5000"
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    dated = {**os.environ, "GIT_COMMITTER_DATE": "1000000000 +0000"}
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "x"], check=True, env=dated)
    assert source_date_epoch(tmp_path) == "1000000000"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "42")
    assert source_date_epoch(tmp_path) == "42"


@pytest.mark.parametrize("given", ["abc", "1e9", "-1", "4354819200", "1.5", "๑"])
def test_unfit_source_date_epoch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(Problems, match=r"^SOURCE_DATE_EPOCH is '.*'; give whole seconds since"):
        source_date_epoch(tmp_path)


def test_files_of_the_future_give_no_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name, date in (("a.md", 5000), ("b.md", 5_000_000_000)):
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, (date, date))
    assert source_date_epoch(tmp_path) == "5000"


def test_book_without_docs(tmp_path: Path) -> None:
    """What lies beside conf.py in any repository is no chapter, neither to check nor to print."""
    root = tmp_path / "root"
    root.mkdir()
    (root / "conf.py").write_text('project = "Book"\nextensions = ["myst_parser", "colophon"]\n')
    (root / "index.md").write_text("# Book\n\nText.\n")
    for name in ("README.md", "CHANGELOG.md", ".venv/pkg/notes.md", "_build/old/page.md"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("# Other {cite:p}`nobody`\n")
    assert Project.at(root).chapters() == [root / "index.md"]
    reading = read(root, tmp_path)
    assert reading.warnings == ""
    assert reading.app.env.found_docs == {"index"}
