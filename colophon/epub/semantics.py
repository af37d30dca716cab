"""What a page is in the book: chapter, preface, glossary …, and how EPUB says so.

The terms are those of the EPUB 3 Structural Semantics Vocabulary; the ARIA roles that go with
them are those of Digital Publishing WAI-ARIA 1.1. Nothing here knows Sphinx.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

DEFAULTS: Final[Mapping[str, str]] = {
    "acknowledgements": "acknowledgments",
    "acknowledgments": "acknowledgments",
    "afterword": "afterword",
    "appendix": "appendix",
    "bibliography": "bibliography",
    "chronology": "appendix",
    "colophon": "colophon",
    "conclusion": "conclusion",
    "dedication": "dedication",
    "epigraph": "epigraph",
    "epilogue": "epilogue",
    "foreword": "foreword",
    "gazetteer": "appendix",
    "genindex": "index",
    "glossary": "glossary",
    "imprint": "copyright-page",
    "introduction": "introduction",
    "preface": "preface",
    "prologue": "prologue",
}
"""The kind of a page by the last part of its document name; every other page is a chapter."""

CHAPTER: Final = "chapter"

_ROLES: Final = frozenset(
    {
        "acknowledgments",
        "afterword",
        "appendix",
        "bibliography",
        "chapter",
        "colophon",
        "conclusion",
        "dedication",
        "epilogue",
        "foreword",
        "glossary",
        "index",
        "introduction",
        "part",
        "preface",
        "prologue",
    }
)

_BODY: Final = frozenset(
    {
        "chapter",
        "conclusion",
        "epilogue",
        "introduction",
        "part",
        "prologue",
    }
)

LANDMARKS: Final = ("glossary", "bibliography", "index")
"""Pages that a reader looks for and that the landmarks therefore name."""


def kind(docname: str, settings: Mapping[str, str]) -> str:
    """The epub:type of a page; `settings` go before the defaults and know whole names too."""
    name = docname.rpartition("/")[2]
    known = {**DEFAULTS, **settings}
    return known.get(docname) or known.get(name, CHAPTER)


def role(kind: str) -> str:
    """The ARIA role that says the same as the epub:type, empty where there is none."""
    return f"doc-{kind}" if kind in _ROLES else ""


def attributes(kind: str) -> dict[str, str]:
    """Both names of a kind, since reading systems know one and screen readers the other."""
    found = {"epub:type": kind}
    if name := role(kind):
        found["role"] = name
    return found


def divisions(kinds: Sequence[str]) -> list[str]:
    """Front, body or back matter for each page of the book, by its place around the chapters."""
    body = [place for place, kind in enumerate(kinds) if kind in _BODY]
    first, last = (body[0], body[-1]) if body else (len(kinds), len(kinds))
    return [
        "frontmatter" if place < first else "bodymatter" if place <= last else "backmatter"
        for place in range(len(kinds))
    ]
