"""The termbase for other programs: TBX-Basic for all, a glossary in CSV and TMX for a language.

`locales/terms.csv` is read by the names of its columns: id, kind, one a language, and more.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lxml import etree

from colophon.exchange.tmx import LANG
from colophon.exchange.tmx import write as write_tmx
from colophon.exchange.units import Unit
from colophon.problems import Problem, Problems, fail

NAMES = frozenset({"institution", "person", "place", "region", "river", "treaty"})
"""Kinds whose terms are proper nouns."""

DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'

Row = Mapping[str, str]


def read(path: Path) -> list[Row]:
    """The rows of the termbase, none where there is no file; raises `Problems`."""
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows = [(reader.line_num, {k: v for k, v in row.items() if k}) for row in reader]
    except (csv.Error, UnicodeDecodeError) as error:
        raise fail(str(error), "save it as CSV in UTF-8", path) from error
    problems = []
    seen: dict[str, int] = {}
    for line, row in rows:
        if not re.fullmatch(r"[\w.-]+", row.get("id") or ""):
            message = f"{row.get('id') or ''!r} is no id of a term"
            problems.append(Problem(str(path), line, message, "use letters, digits and hyphens"))
        elif (first := seen.setdefault(row["id"], line)) != line:
            message = f"the id {row['id']} stands already in line {first}"
            problems.append(Problem(str(path), line, message, "give it one of its own"))
    if problems:
        raise Problems(problems)
    return [{key: value or "" for key, value in row.items()} for _, row in rows]


def tbx(rows: Iterable[Row], languages: Mapping[str, str], title: str) -> bytes:
    """TBX-Basic (ISO 30042:2008); `languages` are columns of `rows` with their tags."""
    root = etree.Element("martif", type="TBX-Basic", attrib={LANG: next(iter(languages.values()))})
    header = _below(root, "martifHeader")
    description = _below(header, "fileDesc")
    _below(_below(description, "titleStmt"), "title", title)
    _below(_below(description, "sourceDesc"), "p", f"Termbase of {title}")
    _below(_below(header, "encodingDesc"), "p", "TBXBasicXCSV02.xcs").set("type", "XCSURI")
    body = _below(_below(root, "text"), "body")
    for row in rows:
        terms = {code: row.get(code, "").strip() for code in languages}
        if not any(terms.values()):
            continue
        entry = _below(body, "termEntry")
        entry.set("id", f"t-{row['id']}")
        if kind := row.get("kind", ""):
            _below(entry, "descrip", kind).set("type", "subjectField")
        for name in ("variants", "note"):
            if said := row.get(name, "").strip():
                _below(entry, "note", f"Variants: {said}" if name == "variants" else said)
        for code, term in terms.items():
            if term:
                holder = _below(entry, "langSet")
                holder.set(LANG, languages[code])
                tig = _below(holder, "tig")
                _below(tig, "term", term)
                _below(tig, "termNote", _part_of_speech(kind)).set("type", "partOfSpeech")
    etree.indent(root)
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype=DOCTYPE)
    return text + b"\n"


def glossary(rows: Iterable[Row], source: str, target: str, tags: tuple[str, str]) -> bytes:
    """A glossary in CSV with the columns that Poedit's and WordPress's translators exchange."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*tags, "pos", "description"])
    for row in _pairs(rows, source, target):
        notes = filter(None, (row.get("kind", ""), row.get("variants", ""), row.get("note", "")))
        # Of the parts of speech that WordPress knows, the one that fits names and terms.
        writer.writerow([row[source], row[target], "noun", "; ".join(notes)])
    return out.getvalue().encode()


def memory(
    rows: Iterable[Row], source: str, target: str, tags: tuple[str, str], version: str
) -> bytes:
    """The same glossary as a memory, which every program can read."""
    units = [Unit("terms", row[source], row[target]) for row in _pairs(rows, source, target)]
    return write_tmx(units, *tags, version)


def languages(rows: Sequence[Row], codes: Iterable[str]) -> list[str]:
    """Those of the book's languages that have a column."""
    return [code for code in codes if rows and code in rows[0]]


def _pairs(rows: Iterable[Row], source: str, target: str) -> Iterable[Row]:
    return [row for row in rows if row.get(source, "").strip() and row.get(target, "").strip()]


def _part_of_speech(kind: str) -> str:
    return "properNoun" if kind in NAMES else "noun"


def _below(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, name)
    child.text = text
    return child
