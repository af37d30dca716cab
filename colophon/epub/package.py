"""The package: what is in the book, in which order, and what shops and libraries read of it."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from colophon.book import Book, Person
from colophon.epub.template import render
from colophon.problems import fail

MEDIA_TYPES: Final[Mapping[str, str]] = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".ncx": "application/x-dtbncx+xml",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".webp": "image/webp",
    ".xhtml": "application/xhtml+xml",
}
"""The core media types of EPUB 3.3 that a book can hold here."""


@dataclass(frozen=True)
class Item:
    """A line of the manifest."""

    id: str
    href: str
    media_type: str
    properties: str = ""


def manifest(parts: Mapping[str, bytes]) -> list[Item]:
    """Every file of the book but the package document, with what EPUB wants to know of it."""
    known = {"nav.xhtml": "nav", "toc.ncx": "ncx", "cover.png": "cover-image"}
    return [
        Item(
            known.get(name, f"item-{number}"),
            name,
            _media_type(name),
            _properties(name, parts[name]),
        )
        for number, name in enumerate(sorted(parts), 1)
    ]


def _media_type(name: str) -> str:
    suffix = posixpath.splitext(name)[1].lower()
    if suffix not in MEDIA_TYPES:
        raise fail("no e-reader shows this kind of file", "use PNG, JPEG or SVG", name)
    return MEDIA_TYPES[suffix]


def _properties(name: str, content: bytes) -> str:
    if name == "nav.xhtml":
        return "nav"
    if name == "cover.png":
        return "cover-image"
    if not name.endswith(".xhtml"):
        return ""
    tags = {element.tag.rpartition("}")[2] for element in parse(name, content).iter()}
    return " ".join(found for tag, found in (("math", "mathml"), ("svg", "svg")) if tag in tags)


def parse(name: str, content: bytes) -> ET.Element:
    """The page as XML; raises `Problems` where it is none, since no reader would open it."""
    try:
        return ET.fromstring(content)
    except ET.ParseError as error:
        raise fail(f"this page is no XML: {error}", "look for raw HTML", name) from error


def creators(people: Iterable[Person]) -> tuple[list[Person], list[Person]]:
    """Creators and contributors: the authors, or who stands first if there are none; the rest."""
    everybody = list(people)
    first = [person for person in everybody if person.marc == "aut"] or everybody[:1]
    return first, [person for person in everybody if person not in first]


def features(kinds: Sequence[str]) -> list[str]:
    """Values of schema.org's accessibilityFeature that hold for every book made here."""
    found = ["alternativeText", "displayTransformability", "readingOrder", "structuralNavigation"]
    return sorted([*found, "tableOfContents", *(["index"] if "index" in kinds else [])])


def document(book: Book, tag: str, items: Sequence[Item], **context: object) -> str:
    """The package document of EPUB 3.3; `context` holds what its template names besides."""
    first, rest = creators(book.people)
    return render(
        "content.opf",
        book=book,
        tag=tag,
        identifier=book.identifier("epub"),
        creators=first,
        contributors=rest,
        items=items,
        **context,
    )
