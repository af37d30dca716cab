"""The style sheet: one for all books, and what the languages and faces of an edition add."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from colophon.epub.template import render
from colophon.fonts import FACES, Face, cached
from colophon.languages import Language


@dataclass(frozen=True)
class FontFile:
    """An embedded font: its place in the book and on this disk."""

    face: Face
    weight: int
    href: str
    source: Path

    @property
    def css_weight(self) -> str:
        """Normal or bold: older readers know no numbers."""
        return "normal" if self.weight == min(self.face.weights) else "bold"


def fonts(
    text: str, languages: Iterable[Language], edition: Language, cache: Path
) -> list[FontFile]:
    """The faces that `text` needs: the edition's own with all characters, others for a script."""
    used = set(text)
    found = []
    for key in sorted({key for language in languages for key in language.font_families}):
        face = FACES[key]
        if foreign := used & set(face.script):
            characters = used if key in edition.font_families else foreign
            for weight in face.weights:
                source = cached(characters, key, weight, cache)
                found.append(FontFile(face, weight, f"fonts/{key}-{weight}.ttf", source))
    return found


def stylesheet(
    languages: Iterable[Language], edition: Language, embedded: Iterable[FontFile]
) -> str:
    """The whole of book.css."""
    base = files("colophon.epub").joinpath("assets", "book.css").read_text("utf-8")
    families = {font.face.family for font in embedded}
    return base + render(
        "languages.css",
        languages=languages,
        edition=edition,
        fonts=embedded,
        families={
            language.tag: [
                FACES[key].family for key in language.font_families if FACES[key].family in families
            ]
            for language in languages
        },
    )
