"""What the chapters hold today: the templates, extracted anew only when the text has changed."""

from __future__ import annotations

import hashlib

import polib

from colophon.catalogs.update import extract
from colophon.files import write_if_changed
from colophon.project import NO_SOURCES, Project, files_below

Messages = frozenset[tuple[str | None, str]]
"""(context, msgid) of each."""

Templates = dict[str, Messages]
"""The messages of every domain."""

_STAMP = "sources.sha256"


def up_to_date(project: Project) -> Templates:
    """The messages of every domain; raises `Problems` where the text cannot be read."""
    folder = project.output / "gettext"
    stamp = folder / _STAMP
    digest = _digest(project)
    if not stamp.is_file() or stamp.read_bytes() != digest:
        extract(project)
        write_if_changed(stamp, digest)
    return {
        path.relative_to(folder).with_suffix("").as_posix(): frozenset(
            (entry.msgctxt, entry.msgid) for entry in polib.pofile(str(path))
        )
        for path in sorted(folder.rglob("*.pot"))
    }


def _digest(project: Project) -> bytes:
    """Stands for everything that a template is made of."""
    total = hashlib.sha256()
    # Beside the chapters lie the data of figures, whose words are messages too.
    texts = files_below(project.source, prune=NO_SOURCES)
    for path in [*texts, *project.termbases, *sorted(project.root.glob("*.py"))]:
        if path.is_file():
            total.update(f"{path}\0".encode() + path.read_bytes() + b"\0")
    return total.hexdigest().encode()
