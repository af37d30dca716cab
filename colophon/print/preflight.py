"""What a printer asks of a PDF before accepting it: its size, its faces, its title, its language.

It claims no conformance to a standard; it looks at what a printer would send back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from colophon.characters import ZERO_WIDTH_SPACE

TRIM = (432.0, 648.0)
"""6 × 9 inches in points."""


@dataclass(frozen=True)
class Facts:
    """What stands in a PDF beside its text."""

    title: str
    author: str
    language: str
    sizes: frozenset[tuple[float, float]]
    bookmarks: tuple[str, ...]
    unembedded: frozenset[str]
    """Faces that the printer would have to have."""
    type3: frozenset[str]
    """Faces drawn by commands, which print coarsely and cannot be searched."""


def facts(pdf: Path) -> Facts:
    """Read what `check` judges."""
    with pikepdf.open(pdf) as document:
        fonts = list(_fonts(document))
        info = document.docinfo
        with document.open_outline() as outline:
            bookmarks = tuple(_titles(outline.root))
        return Facts(
            title=str(info.get("/Title", "")),
            author=str(info.get("/Author", "")),
            language=str(document.Root.get("/Lang", "")),
            sizes=frozenset(_size(page) for page in document.pages),
            bookmarks=bookmarks,
            unembedded=frozenset(_name(font) for font in fonts if not _embedded(font)),
            type3=frozenset(_name(font) for font in fonts if font.Subtype == "/Type3"),
        )


def check(pdf: Path) -> list[str]:
    """Everything that a printer or a reader would complain of; empty for a sound PDF."""
    found = facts(pdf)
    wrong = [f"page of {w:g} × {h:g} pt" for w, h in sorted(found.sizes) if (w, h) != TRIM]
    wrong += [f"face not embedded: {name}" for name in sorted(found.unembedded)]
    wrong += [f"Type 3 face: {name}" for name in sorted(found.type3)]
    wrong += [f"no {name}" for name in ("title", "author", "language") if not getattr(found, name)]
    texts = (found.title, found.author, *found.bookmarks)
    wrong += [f"invisible characters in {text!r}" for text in texts if ZERO_WIDTH_SPACE in text]
    return wrong


def _fonts(document: pikepdf.Pdf) -> Iterator[Any]:
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
            yield thing


def _embedded(font: Any) -> bool:
    if font.Subtype in {"/Type0", "/Type3"}:
        return True  # its descendant carries the file, or there is none to carry
    descriptor = font.get("/FontDescriptor", {})
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _name(font: Any) -> str:
    return str(font.get("/BaseFont", font.get("/Name", "unnamed"))).lstrip("/")


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = (float(value) for value in page.mediabox.as_list())
    return round(right - left, 1), round(top - bottom, 1)


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield str(item.title)
        yield from _titles(item.children)
