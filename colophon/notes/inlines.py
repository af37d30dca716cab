"""pandoc's inlines: made from texts, read as texts, cleaned of what says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from colophon.characters import WORD_JOINER

Json = dict[str, Any]
Inlines = list[Json]


def text_of(inlines: Iterable[Json]) -> str:
    """The words of formatted inlines."""
    return "".join(
        " " if inline["t"] in _SPACES else inline["c"] if inline["t"] == "Str"
        else text_of(content(inline))
        for inline in inlines
    )  # fmt: skip


_SPACES = {"Space", "SoftBreak", "LineBreak"}


def content(inline: Json) -> Inlines:
    """The inlines inside an inline."""
    inner = inline.get("c", [])
    if inline["t"] == "Link":
        return list(inner[1])
    if inline["t"] in {"Span", "Quoted", "Cite"}:
        return list(inner[1])
    return list(inner) if isinstance(inner, list) else []


def foreign(inlines: Inlines, lang: str) -> Inlines:
    """Inlines marked as of a language."""
    return [{"t": "Span", "c": [["", [], [["lang", lang]]], inlines]}]


_MARKS = {
    "i": "Emph",
    "b": "Strong",
    "sc": "SmallCaps",
    "sup": "Superscript",
    "sub": "Subscript",
}
_MARKED = re.compile(r"<(i|b|sc|sup|sub)>(.*?)</\1>")


def marked(text: str) -> Inlines:
    """Text with CSL's few HTML tags."""
    found: Inlines = []
    end = 0
    for match in _MARKED.finditer(text):
        found += words(text[end : match.start()])
        found.append({"t": _MARKS[match[1]], "c": marked(match[2])})
        end = match.end()
    return found + words(text[end:])


def words(text: str) -> Inlines:
    """Plain text."""
    found: Inlines = []
    for part in re.split("( +)", text):
        if part:
            found.append({"t": "Space"} if part.isspace() else {"t": "Str", "c": part})
    return found


def flat(inlines: Inlines) -> Inlines:
    """Without spans that say nothing and without joiners."""
    found: Inlines = []
    for inline in inlines:
        kind, inner = inline["t"], inline.get("c", "")
        if kind == "Str":
            found.append({"t": "Str", "c": inner.replace(WORD_JOINER, "")})
        elif kind == "Span":
            lang = dict(inner[0][2]).get("lang", "")
            found += foreign(flat(inner[1]), lang) if lang else flat(inner[1])
        elif kind == "Link":
            found.append({"t": "Link", "c": [inner[0], flat(inner[1]), inner[2]]})
        elif isinstance(inner, list):
            found.append({"t": kind, "c": flat(content(inline))})
        else:
            found.append(inline)
    return found
