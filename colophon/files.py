"""Writing files so that a reader sees the old one or the new one, never half of either."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
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
    """Make `target` a copy of `source`, in one step where the file system can exchange folders.

    The copy is made beside `source`: nothing half-made ever stands among what is deployed.
    """
    fresh, old = (source.with_name(f"{source.name}.{state}") for state in ("new", "old"))
    target.parent.mkdir(parents=True, exist_ok=True)
    if old.exists() and not target.exists():
        old.replace(target)  # an earlier run was killed between two steps
    for rest in (fresh, old):
        shutil.rmtree(rest, ignore_errors=True)
    try:
        shutil.copytree(source, fresh)
        if target.exists() and not _exchange(fresh, target):
            target.replace(old)
        if fresh.exists() and not target.exists():
            fresh.replace(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.replace(target)
        raise
    finally:
        for rest in (fresh, old):
            shutil.rmtree(rest, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where Linux's renameat2 cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of linux/fs.h
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file `path`, waiting for whoever holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
