"""requirements.txt: by hash, up to date with pyproject.toml, and without a host or a path."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parents[2]
LOCK = (CHECKOUT / "requirements.txt").read_text()


def pinned() -> dict[str, str]:
    found = re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


def test_every_package_is_pinned_by_hash() -> None:
    entries = re.findall(r"^(\w.*?)(?=^\w|\Z)", LOCK, re.MULTILINE | re.DOTALL)
    assert len(entries) == len(pinned()) > 50
    for entry in entries:
        marker = r"(?:; [^\\]+)?"
        assert re.match(rf"[\w.-]+==\S+ {marker}\\\n    --hash=sha256:[0-9a-f]{{64}}", entry), entry


def test_no_host_and_no_path_is_named() -> None:
    options = [line for line in LOCK.splitlines() if line.startswith("-")]
    assert options == []
    assert not re.search(r"://|file:\/|/(root|home|opt|tmp)/|@ ", LOCK)


def test_everything_that_is_asked_for_is_locked() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    asked = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["test"],
    ]
    locked = pinned()
    for requirement in map(Requirement, asked):
        version = locked.get(canonicalize_name(requirement.name))
        assert version, f"make lock: {requirement} is missing"
        assert requirement.specifier.contains(version), f"make lock: {requirement}"


def test_it_was_made_by_make_lock_for_the_oldest_python() -> None:
    header = LOCK.partition("\n\n")[0]
    assert "with Python 3.11\n" in header
    assert "make lock" in header
