"""Pictures as files: which kinds a book takes, and whether a file is what its name says.

A picture comes from outside and goes to readers as it is, so it must be a picture: not another
file of the machine under a borrowed name, nor a drawing with a program in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.parsers import expat

SIGNATURES: Final = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".gif": re.compile(rb"GIF8[79]a"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    ".pdf": re.compile(rb"%PDF-"),
}
"""How the files begin, after their specifications."""

SUFFIXES: Final = frozenset({*SIGNATURES, ".svg"})

SVG: Final = "http://www.w3.org/2000/svg"
_HTML: Final = "http://www.w3.org/1999/xhtml"
_ACTIVE: Final = frozenset({"script", "foreignobject", "handler", "listener"})
_REFERENCES: Final = frozenset({"href", "src", "base"})
_INSIDE = re.compile(
    r"\s*(#|data:(image/(png|jpeg|gif|webp)|font/\w+|application/(x-)?font-\w+)[;,])"
)
_LINK = re.compile(r"\s*(https?|mailto):")
_URL = re.compile(r"url\(\s*['\"]?(.*?)['\"]?\s*\)", re.IGNORECASE | re.DOTALL)
_LOADING = re.compile(r"@import|\bimage(-set)?\(|\bsrc\(", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)


def fault(path: Path) -> str:
    """What is wrong with the picture at `path`; empty for a sound one."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        return "no picture that a book can show; save it as PNG, JPEG, GIF, WebP or SVG"
    if not path.is_file():
        return "not a file; name the picture itself"
    if suffix == ".svg":
        return "; ".join(dict.fromkeys(drawing_faults(path.read_bytes())))
    with path.open("rb") as file:
        if SIGNATURES[suffix].match(file.read(16)):
            return ""
    return f"the file is not what {suffix} says; save it again as a picture of that kind"


def drawing_faults(data: bytes) -> list[str]:
    """Whatever in an SVG is no drawing, as SVG 2 (5.11, 15) and CSS name it."""
    faults: list[str] = []
    style: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        namespace, _, local = name.rpartition(" ")
        if depth == 1 and (namespace, local) != (SVG, "svg"):
            faults.append("no SVG drawing; save it again as SVG")
        if namespace == _HTML or local.lower() in _ACTIVE:
            faults.append(f"the drawing holds <{local}>; take it out")
        if local.lower() == "style":
            style.append("")  # its text is yet to come
        for key, value in attributes.items():
            faults.extend(_attribute_faults(local, key.rpartition(" ")[2].lower(), value))

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if name.rpartition(" ")[2].lower() == "style":
            faults.extend(_style_faults(style.pop()))

    def text(data: str) -> None:
        if style:
            style[-1] += data

    def entity(name: str, *_: object) -> None:
        raise _Entity(name)

    def instruction(target: str, data: str) -> None:
        if target == "xml-stylesheet":
            faults.append("the drawing asks for another file; embed its style sheet")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = entity
    parser.ProcessingInstructionHandler = instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        return [f"no well-formed SVG ({error}); save it again"]
    except _Entity as error:
        # They may be nested to fill the memory, or name a file of the machine.
        return [f"the drawing declares an entity ({error}); save it as plain SVG"]
    return faults


class _Entity(Exception):
    """Stops the parser before it expands what is declared."""


def _attribute_faults(element: str, name: str, value: str) -> Iterator[str]:
    if name.startswith("on"):
        yield f"the drawing holds a program ({name}); take it out"
    elif name in _REFERENCES and not _INSIDE.match(value):
        if not (element == "a" and _LINK.match(value)):
            yield f"the drawing asks for another file ({value[:60]}); embed it"
    elif name == "attributename":
        # An animation may set what could not be written.
        if value.rpartition(":")[2].lower() in _REFERENCES or value.lower().startswith("on"):
            yield f"the drawing animates {value}; take it out"
    elif name == "style" or "url" in value.lower() or "\\" in value:
        yield from _style_faults(value)


def _style_faults(css: str) -> Iterator[str]:
    def plain(escape: re.Match[str]) -> str:
        code = int(escape[1], 16) if escape[1] else 0
        return escape[2] or (chr(code) if code <= 0x10FFFF else "\ufffd")

    css = _ESCAPE.sub(plain, _COMMENT.sub("", css))
    for target in (found[1] for found in _URL.finditer(css)):
        if not _INSIDE.match(target):
            yield f"the drawing asks for another file ({target[:60]}); embed it"
    if _LOADING.search(css):
        yield "the drawing asks for another file by its style; embed it"
