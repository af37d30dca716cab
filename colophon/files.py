"""Writing files so that a reader sees the old one or the new one, never half of either."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes files that only their owner can read.
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_if_changed(path: Path, data: bytes) -> bool:
    """Like `write_atomically`, but a file that holds `data` already keeps its time stamp."""
    if path.exists() and path.read_bytes() == data:
        return False
    write_atomically(path, data)
    return True


def publish_file(source: Path, target: Path) -> None:
    """Copy `source` to `target`, which appears whole."""
    write_atomically(target, source.read_bytes())


def publish_folder(source: Path, target: Path) -> None:
    """Make `target` a copy of `source`; the old folder stands until the new one is whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    old = fresh.with_name(f"{fresh.name}.old")
    try:
        shutil.copytree(source, fresh, dirs_exist_ok=True)
        fresh.chmod(0o755)
        if target.exists():
            target.replace(old)
        fresh.replace(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.replace(target)
        raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
