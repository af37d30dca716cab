"""TMX 1.4b, one file a language: a memory for any translation program.

Specification: LISA/GALA, TMX 1.4b (26 April 2005). A memory has no states and no chapters; what a
catalogue says beside the two texts goes into `prop` elements, which programs keep or pass over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from lxml import etree
from translate.storage.tmx import tmxfile

from colophon.exchange.units import Unit
from colophon.problems import Problem, fail

LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_PREFIX = "x-colophon-"
_LISTS = {
    "comments": "comment",
    "extracted": "extracted",
    "locations": "location",
    "flags": "flag",
}
_TEXTS = {"chapter": "chapter", "context": "context", "previous": "previous"}
_STATES = ("fuzzy", "obsolete")


def write(units: Iterable[Unit], source: str, target: str, version: str) -> bytes:
    """A memory; `source` and `target` are language tags, `version` is ours."""
    store: Any = tmxfile(sourcelanguage=source, targetlanguage=target)
    header = store.document.getroot().find("header")
    # The toolkit would name itself here, with a version that changes.
    header.set("creationtool", "Colophon")
    header.set("creationtoolversion", version)
    header.set("segtype", "paragraph")
    for entry in units:
        added = store.addsourceunit(entry.source, source)
        element = added.xmlelement
        element.set("tuid", entry.id)
        del element.attrib["srclang"]  # that of the header
        if entry.target:
            added.settarget(entry.target, target)
        props = [(_TEXTS[n], t) for n in _TEXTS if (t := getattr(entry, n)) is not None]
        props += [(_LISTS[name], text) for name in _LISTS for text in getattr(entry, name)]
        props += [(name, "yes") for name in _STATES if getattr(entry, name)]
        for place, (kind, said) in enumerate(props):
            prop = etree.Element("prop", type=_PREFIX + kind)
            prop.text = said
            element.insert(place, prop)
    root = store.document.getroot()
    etree.indent(root)
    text: bytes = etree.tostring(
        root, encoding="utf-8", xml_declaration=True, doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    )
    return text + b"\n"


def languages(root: etree._Element) -> tuple[str, str]:
    """The language of the source, and of the others the one that has most texts."""
    header = root.find("header")
    source = "" if header is None else header.get("srclang", "")
    tags = (_language(tuv) for tuv in root.iter("tuv"))
    others = Counter(tag for tag in tags if tag and not same(tag, source))
    return source, next((tag for tag, _ in others.most_common(1)), "")


def read(root: etree._Element, file: str) -> tuple[list[Unit], list[Problem]]:
    """The units of a memory, and those that cannot be taken over."""
    if root.tag != "tmx":
        raise fail("no TMX", "export TMX 1.4", file, root.sourceline or 0)
    source, target = languages(root)
    units: list[Unit] = []
    problems: list[Problem] = []
    for element in root.iter("tu"):
        line = element.sourceline or 0
        segments = {_language(tuv): tuv.find("seg") for tuv in element.iter("tuv")}
        here = next((seg for tag, seg in segments.items() if same(tag, source)), None)
        there = next((seg for tag, seg in segments.items() if same(tag, target)), None)
        if here is None:
            fault = f"no text in the language of the source, {source or 'which is not named'}"
            problems.append(Problem(file, line, fault, "export it with its source"))
        elif inline := sorted({str(e.tag) for s in (here, there) if s is not None for e in s}):
            fault = f"elements inside the text: {' '.join(inline)}"
            problems.append(Problem(file, line, fault, "give the text without them"))
        else:
            text = "" if there is None else there.text or ""
            units.append(_unit(element, here.text or "", text, line))
    return units, problems


def same(tag: str, other: str) -> bool:
    """Whether two tags name one language; programs write `en-US` for `en` and the reverse."""
    return bool(tag) and tag.lower().split("-")[0] == other.lower().split("-")[0]


def _language(tuv: etree._Element) -> str:
    return str(tuv.get(LANG) or tuv.get("lang") or "")


def _unit(element: etree._Element, source: str, target: str, line: int) -> Unit:
    props = [
        (str(prop.get("type", "")).removeprefix(_PREFIX), prop.text or "")
        for prop in element.iter("prop")
    ]
    lists = {name: tuple(t for kind, t in props if kind == _LISTS[name]) for name in _LISTS}
    texts = {name: next((t for kind, t in props if kind == _TEXTS[name]), None) for name in _TEXTS}
    states = {name: (name, "yes") in props for name in _STATES}
    values: dict[str, Any] = {**lists, **texts, **states}
    return Unit(source=source, target=target, line=line, **values)
