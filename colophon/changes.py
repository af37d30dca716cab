"""Which chapters have to be read again, by what the files hold.

Sphinx asks for their dates, and keeps an old reading where a file comes back from an archive or a
backup with an older date.
"""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata

PACKAGE = Path(__file__).parent

Digests = dict[str, dict[Path, str]]
"""For each chapter the files that it has been made of."""


def outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> set[str]:
    """The chapters whose files hold something else than when they were read."""
    if env.__dict__.get("colophon_program") != program():
        return set(env.found_docs)
    known = digests(env)
    return {
        docname
        for docname in env.found_docs - added - changed
        if docname not in known
        or files(env, docname) - known[docname].keys()
        or any(digest(file) != then for file, then in known[docname].items())
    }


def before_reading(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Note what is about to be read: what a file holds later may have come after the reading."""
    known = digests(env)
    env.__dict__["colophon_program"] = program()
    for docname in docnames:
        known[docname] = {file: digest(file) for file in files(env, docname)}


def after_reading(app: Sphinx, env: BuildEnvironment) -> None:
    """Note the pictures and other files that the chapters turned out to need.

    All this happens in the main process, so there is nothing to merge.
    """
    known = digests(env)
    for docname in known.keys() - env.found_docs:
        del known[docname]
    for docname, found in known.items():
        for file in files(env, docname) - found.keys():
            found[file] = digest(file)


def files(env: BuildEnvironment, docname: str) -> set[Path]:
    """The chapter, its catalogue and whatever else it depends on."""
    return {Path(env.doc2path(docname)), *map(Path, env.dependencies.get(docname, ()))}


def digests(env: BuildEnvironment) -> Digests:
    """What the environment remembers."""
    found: Digests = env.__dict__.setdefault("colophon_digests", {})
    return found


def digest(file: Path) -> str:
    """A digest of what the file holds; empty where there is none."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def installed() -> list[str]:
    """Python and all packages with their versions."""
    # The folder of a package is named by its version; to read its metadata takes a while.
    folders = (Path(path).glob("*-info") for path in sys.path)
    return [sys.version, *sorted(folder.name for found in folders for folder in found)]


@cache
def program() -> str:
    """A digest of what does the reading: another version may read the same text otherwise."""
    found = hashlib.sha256("\0".join(installed()).encode())
    for file in sorted(PACKAGE.rglob("*")):
        if file.suffix in {".py", ".toml", ".csl", ".json", ".txt"}:
            found.update(file.read_bytes())
    return found.hexdigest()


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("env-get-outdated", outdated)
    app.connect("env-before-read-docs", before_reading)
    app.connect("env-updated", after_reading)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
