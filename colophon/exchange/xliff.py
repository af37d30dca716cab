"""XLIFF 2.0, one file a chapter: what translation programs read and write.

Specification: OASIS, XLIFF Version 2.0 (5 August 2014). translate-toolkit makes the segments;
notes and metadata are put in here, since its `xliff2` would write notes and `xml:space` inside
the segment, where the specification has neither, and keeps no metadata.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree
from translate.storage.xliff2 import Xliff2File, Xliff2Unit

from colophon.exchange.units import Unit
from colophon.problems import Problem, fail

CORE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_OURS = "colophon"
"""The category of our metadata, by which we know them again."""

_NOTES = {"comments": "translator", "extracted": "author"}
"""Which notes hold which comments, by their category."""

_GROUPS = {"locations": "location", "flags": "flag"}


def write(units: Sequence[Unit], chapter: str, source: str, target: str) -> bytes:
    """A chapter as XLIFF; `source` and `target` are language tags."""
    store = Xliff2File()
    root = store.document.getroot()
    root.set("srcLang", source)
    root.set("trgLang", target)
    store.body.set("id", chapter.replace("/", "--"))
    store.body.set("original", chapter)
    for entry in units:
        segment = Xliff2Unit(entry.source)
        store.addunit(segment)
        if entry.target:
            segment.target = entry.target
        _complete(segment, entry)
    etree.cleanup_namespaces(root, top_nsmap={None: CORE, "mda": METADATA})
    etree.indent(root)
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _complete(segment: Xliff2Unit, entry: Unit) -> None:
    """Give a unit its id, state, metadata and notes, in the order of the specification."""
    element, unit = segment.xmlelement, segment.getunitelement()
    unit.set("id", entry.id)
    unit.set(SPACE, "preserve")
    element.attrib.pop(SPACE, None)
    if entry.obsolete:
        unit.set("translate", "no")
    element.set("state", "translated" if entry.target and not entry.fuzzy else "initial")
    data = [(kind, text) for name, kind in _GROUPS.items() for text in getattr(entry, name)]
    data += [("context", entry.context)] if entry.context is not None else []
    data += [("previous", entry.previous)] if entry.previous is not None else []
    data += [("fuzzy", "yes")] if entry.fuzzy else []
    place = 0
    if data:
        metadata = etree.Element(f"{{{METADATA}}}metadata")
        group = etree.SubElement(metadata, f"{{{METADATA}}}metaGroup", category=_OURS)
        for kind, text in data:
            etree.SubElement(group, f"{{{METADATA}}}meta", type=kind).text = text
        unit.insert(place, metadata)
        place += 1
    notes = [(name, text) for name in _NOTES for text in getattr(entry, name)]
    if notes:
        holder = etree.Element(f"{{{CORE}}}notes")
        for name, text in notes:
            etree.SubElement(holder, f"{{{CORE}}}note", category=_NOTES[name]).text = text
        unit.insert(place, holder)


def languages(root: etree._Element) -> tuple[str, str]:
    """Language tags of source and target."""
    return root.get("srcLang", ""), root.get("trgLang", "")


def read(root: etree._Element, file: str) -> tuple[list[Unit], list[Problem]]:
    """The units of an XLIFF document, and those that cannot be taken over."""
    namespace = etree.QName(root).namespace or ""
    if not (namespace.startswith("urn:oasis:names:tc:xliff:document:2.")):
        remedy = "export XLIFF 2.0; version 1.2 is another format"
        raise fail("no XLIFF 2", remedy, file, root.sourceline or 0)
    units: list[Unit] = []
    problems: list[Problem] = []
    for holder in root.iterchildren(f"{{{namespace}}}file"):
        chapter = holder.get("original")
        for element in holder.iter(f"{{{namespace}}}unit"):
            line = element.sourceline or 0
            parts = [
                part
                for part in element
                if part.tag in {f"{{{namespace}}}segment", f"{{{namespace}}}ignorable"}
            ]
            if inline := sorted(_inline(parts)):
                fault = f"elements inside the text: {' '.join(inline)}"
                problems.append(Problem(file, line, fault, "give the text without them"))
            else:
                units.append(_unit(element, parts, chapter, line))
    return units, problems


def _inline(parts: Sequence[etree._Element]) -> Iterator[str]:
    """Elements in a text that stand for something else than the text in them."""
    for part in parts:
        for text in part:
            for element in text.iterdescendants():
                name = str(etree.QName(element).localname) if isinstance(element.tag, str) else "?"
                if name != "mrk":  # an annotation of a text, which remains the same text
                    yield name


def _unit(
    element: etree._Element, parts: Sequence[etree._Element], chapter: str | None, line: int
) -> Unit:
    space = f"{{{etree.QName(element).namespace}}}"
    source, target = (
        "".join("".join(text.itertext()) for part in parts for text in part.iter(space + name))
        for name in ("source", "target")
    )
    segments = [part for part in parts if part.tag == f"{space}segment"]
    # A segment without a state is in its initial one (section 4.3.1.29 of the specification).
    done = all(part.get("state", "initial") != "initial" for part in segments)
    data = [
        (meta.get("type"), meta.text or "")
        for group in element.iter(f"{{{METADATA}}}metaGroup")
        if group.get("category") == _OURS
        for meta in group.iter(f"{{{METADATA}}}meta")
    ]
    notes = [(note.get("category"), note.text or "") for note in element.iter(f"{space}note")]
    values: dict[str, Any] = {}
    values |= {name: tuple(t for kind, t in data if kind == _GROUPS[name]) for name in _GROUPS}
    # Other programs name their notes otherwise or not at all: the translators' are meant.
    values["extracted"] = tuple(text for kind, text in notes if kind == _NOTES["extracted"])
    values["comments"] = tuple(text for kind, text in notes if kind != _NOTES["extracted"])
    fuzzy = bool(target) and not done
    return Unit(
        chapter,
        source,
        target,
        fuzzy or (("fuzzy", "yes") in data and not target),
        next((text for kind, text in data if kind == "context"), None),
        previous=next((text for kind, text in data if kind == "previous"), None),
        obsolete=element.get("translate") == "no",
        line=line,
        **values,
    )
