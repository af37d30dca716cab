"""Where the catalogues lie: `<folder>/<language>/LC_MESSAGES/<domain>.po`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

PACKAGE_LOCALE = Path(__file__).parent.parent / "locale"
"""Interface words that the package brings: Sphinx's (`sphinx.po`) and its own (`colophon.po`)."""

INTERFACE = "colophon"
"""The gettext domain of the package's own words."""

SPHINX = "sphinx"
"""The gettext domain of Sphinx's own words and of its themes."""

WORDS = frozenset({SPHINX, INTERFACE})
"""Domains of interface words: a book may override single ones, the package brings the others."""


def messages_folder(folder: Path, language: str) -> Path:
    """The folder that holds the catalogues of one language."""
    return folder / language / "LC_MESSAGES"


def catalogs(folders: Iterable[Path], language: str) -> Iterator[tuple[str, Path]]:
    """(domain, file) of every catalogue of `language`, sorted within each folder."""
    for folder in folders:
        base = messages_folder(folder, language)
        for path in sorted(base.rglob("*.po")):
            yield path.relative_to(base).with_suffix("").as_posix(), path
