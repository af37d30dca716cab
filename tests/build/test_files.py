"""Nothing half-written ever stands under a final name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from colophon.files import publish_folder, write_atomically, write_if_changed


def test_failed_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "book.epub"
    write_atomically(path, b"old")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["book.epub"]


def test_unchanged_file_keeps_its_time(tmp_path: Path) -> None:
    path = tmp_path / "a.mo"
    assert write_if_changed(path, b"x")
    before = path.stat().st_mtime_ns
    assert not write_if_changed(path, b"x")
    assert path.stat().st_mtime_ns == before


def test_published_folder_is_the_new_one_whole(tmp_path: Path) -> None:
    source, target = tmp_path / "work", tmp_path / "html" / "th"
    (source / "sub").mkdir(parents=True)
    (source / "sub" / "a.html").write_text("new")
    target.mkdir(parents=True)
    (target / "stale.html").write_text("old")
    publish_folder(source, target)
    assert [p.relative_to(target).as_posix() for p in sorted(target.rglob("*"))] == [
        "sub", "sub/a.html",
    ]  # fmt: skip
    assert [p.name for p in target.parent.iterdir()] == ["th"]
    assert target.stat().st_mode & 0o777 == 0o755


def test_an_interrupted_publication_is_mended(tmp_path: Path) -> None:
    """Killed after the old folder was moved away: the next publication starts from there."""
    source, target = tmp_path / "work" / "html", tmp_path / "html" / "th"
    old = source.with_name("html.old")
    for folder, text in ((source, "new"), (old, "old")):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(text)
    publish_folder(source, target)
    assert (target / "index.html").read_text() == "new"
    assert sorted(path.name for path in source.parent.iterdir()) == ["html"]
    shutil.rmtree(target)
    old.mkdir()
    (old / "index.html").write_text("old")
    with pytest.raises(OSError):
        publish_folder(tmp_path / "work" / "nowhere", target)
    shutil.rmtree(source)
    with pytest.raises(OSError):
        publish_folder(source, target)
    assert (target / "index.html").read_text() == "old"


def test_failed_publication_leaves_the_old_folder(tmp_path: Path) -> None:
    target = tmp_path / "html" / "th"
    target.mkdir(parents=True)
    (target / "index.html").write_text("old")
    with pytest.raises(OSError):
        publish_folder(tmp_path / "nowhere", target)
    assert (target / "index.html").read_text() == "old"
    assert [p.name for p in target.parent.iterdir()] == ["th"]
