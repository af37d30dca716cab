"""The termbase for other programs: TBX-Basic for all, a glossary in CSV and TMX for a language."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lxml import etree

from colophon.exchange.tmx import LANG
from colophon.exchange.tmx import write as write_tmx
from colophon.exchange.units import Unit
from colophon.names import table
from colophon.names.term import NAMES, Term
from colophon.problems import Problems

_PROPER = NAMES | {"treaty"}
"""Kinds whose terms are proper nouns."""

DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'


def read(paths: Iterable[Path]) -> list[Term]:
    """The rows of all termbases; raises `Problems`."""
    found = [table.read(path) for path in paths]
    if problems := [problem for _, faults in found for problem in faults]:
        raise Problems(problems)
    return [term for terms, _ in found for term in terms]


def tbx(terms: Iterable[Term], languages: Mapping[str, str], title: str) -> bytes:
    """TBX-Basic (ISO 30042:2008); `languages` are those of `terms` with their tags."""
    root = etree.Element("martif", type="TBX-Basic", attrib={LANG: next(iter(languages.values()))})
    header = _below(root, "martifHeader")
    description = _below(header, "fileDesc")
    _below(_below(description, "titleStmt"), "title", title)
    _below(_below(description, "sourceDesc"), "p", f"Termbase of {title}")
    _below(_below(header, "encodingDesc"), "p", "TBXBasicXCSV02.xcs").set("type", "XCSURI")
    body = _below(_below(root, "text"), "body")
    for term in terms:
        entry = _below(body, "termEntry")
        entry.set("id", f"t-{term.id}")
        _below(entry, "descrip", term.kind).set("type", "subjectField")
        variants = f"Variants: {_variants(term)}" if term.variants else ""
        for said in filter(None, (variants, term.note)):
            _below(entry, "note", said)
        for code, tag in languages.items():
            if code in term.forms:
                holder = _below(entry, "langSet")
                holder.set(LANG, tag)
                tig = _below(holder, "tig")
                _below(tig, "term", term.forms[code])
                speech = "properNoun" if term.kind in _PROPER else "noun"
                _below(tig, "termNote", speech).set("type", "partOfSpeech")
    etree.indent(root)
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype=DOCTYPE)
    return text + b"\n"


def glossary(terms: Iterable[Term], source: str, target: str, tags: tuple[str, str]) -> bytes:
    """A glossary in CSV with the columns that Poedit's and WordPress's translators exchange."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*tags, "pos", "description"])
    for term in _pairs(terms, source, target):
        notes = filter(None, (term.kind, _variants(term), term.note))
        # Of the parts of speech that WordPress knows, the one that fits names and terms.
        writer.writerow([term.forms[source], term.forms[target], "noun", "; ".join(notes)])
    return out.getvalue().encode()


def memory(
    terms: Iterable[Term], source: str, target: str, tags: tuple[str, str], version: str
) -> bytes:
    """The same glossary as a memory, which every program can read."""
    pairs = _pairs(terms, source, target)
    units = [Unit("terms", term.forms[source], term.forms[target]) for term in pairs]
    return write_tmx(units, *tags, version)


def languages(terms: Sequence[Term], codes: Iterable[str]) -> list[str]:
    """Those of the book's languages that the termbase has."""
    return [code for code in codes if terms and code in terms[0].forms]


def _pairs(terms: Iterable[Term], source: str, target: str) -> list[Term]:
    return [term for term in terms if {source, target} <= term.forms.keys()]


def _variants(term: Term) -> str:
    return "; ".join(f"{code}: {form}" if code else form for code, form in term.variants)


def _below(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, name)
    child.text = text
    return child
