"""The proof-readers' document: both texts side by side in a DOCX, with a column for comments.

A table for each chapter; what comes back are the comments, in that column or as Word's own, and
changes of the translation as proposals. Both become comments of translators: what a proof-reader
means is for a translator to carry out.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from colophon.catalogs.interface import get_translation
from colophon.exchange import untrusted
from colophon.exchange.units import Unit
from colophon.problems import Problem, fail

COMMENT = "Comment of the proof-reader: "
PROPOSAL = "Proposal of the proof-reader: "

_WIDTHS = (1300, 4600, 4600, 3500)  # twentieths of a point, together a landscape A4 page
_ID = re.compile(r"([a-z]{2,3}(?:_[A-Z]{2})?)-(m[0-9a-f]{10})")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that a ZIP archive can hold


@dataclass(frozen=True)
class Remark:
    """What a proof-reader says of a message, with the text that was before them.

    `row` counts the rows of all tables: a document has no lines.
    """

    row: int
    language: str
    id: str
    source: str
    target: str
    comments: tuple[str, ...]


def write(
    chapters: Mapping[str, Sequence[Unit]],
    title: str,
    code: str,
    tags: tuple[str, str],
    date: datetime.date,
) -> bytes:
    """The document; `tags` are the languages of source and translation, `code` the edition's."""
    _ = get_translation(code)
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    core = document.core_properties
    core.title, core.author, core.comments, core.language = title, "", "", tags[1]
    core.created = core.modified = datetime.datetime(date.year, date.month, date.day)
    document.add_heading(title, 0)
    document.add_paragraph(
        _(
            "Please write into the last column, or comment in the margin. "
            "A changed translation comes back as a proposal."
        )
    )
    heads = (_("Message"), _("Source"), _("Translation"), _("Comment"))
    for chapter, units in chapters.items():
        first = next((unit.target or unit.source for unit in units), "")
        document.add_heading(f"{chapter}: {first}" if first else chapter, 1)
        table = document.add_table(rows=0, cols=len(heads), style="Table Grid")
        table.autofit = False
        for column, width in zip(table._tbl.tblGrid.iterchildren(), _WIDTHS, strict=True):
            column.set(qn("w:w"), str(width))
        table._tbl.append(_row(heads, (tags[1],) * len(heads), head=True))
        for unit in units:
            texts = (f"{code}-{unit.id}", unit.source, unit.target, "")
            table._tbl.append(_row(texts, (tags[0], *tags, tags[1])))
    packed = io.BytesIO()
    document.save(packed)
    return _undated(packed.getvalue())


def _row(texts: Iterable[str], tags: Iterable[str], head: bool = False) -> etree._Element:
    """A row of a table; by hand: python-docx takes longer for each than for the one before."""
    row = OxmlElement("w:tr")
    properties = _below(row, "w:trPr")
    _below(properties, "w:cantSplit")
    if head:
        _below(properties, "w:tblHeader")
    for text, tag, width in zip(texts, tags, _WIDTHS, strict=True):
        cell = _below(row, "w:tc")
        size = _below(_below(cell, "w:tcPr"), "w:tcW")
        size.set(qn("w:w"), str(width))
        size.set(qn("w:type"), "dxa")
        run = _below(_below(cell, "w:p"), "w:r")
        style = _below(run, "w:rPr")
        if head:
            _below(style, "w:b")
        language = _below(style, "w:lang")
        # The spelling checker's language, of complex scripts such as Thai by a name of its own.
        language.set(qn("w:val"), tag)
        language.set(qn("w:bidi"), tag)
        for number, line in enumerate(text.split("\n")):
            if number:
                _below(run, "w:br")
            content = _below(run, "w:t")
            content.text = line
            content.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return row


def _below(parent: etree._Element, name: str) -> etree._Element:
    child = OxmlElement(name)
    parent.append(child)
    return child


def _undated(packed: bytes) -> bytes:
    """The same archive with one date for everything in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()


def read(path: Path) -> tuple[list[Remark], list[Problem]]:
    """The rows of a document that somebody has worked on, and those that cannot be read."""
    content = untrusted.part(path, "word/document.xml")
    if not content:
        raise fail("no DOCX", "save it as DOCX (Word 2007 and later)", path)
    margin: dict[str, str] = {}
    if notes := untrusted.part(path, "word/comments.xml"):
        for note in untrusted.parse(notes, path).iter(f"{_W}comment"):
            margin[note.get(f"{_W}id", "")] = _text(note)
    remarks: list[Remark] = []
    problems: list[Problem] = []
    for number, row in enumerate(untrusted.parse(content, path).iter(f"{_W}tr"), 1):
        cells = [_text(cell) for cell in row.iterchildren(f"{_W}tc")]
        if not cells or not (match := _ID.search(cells[0])):
            continue
        if len(cells) != len(_WIDTHS):
            fault = f"message {match[0]} has {len(cells)} columns instead of {len(_WIDTHS)}"
            problems.append(Problem(str(path), number, fault, "give the row its columns back"))
            continue
        marks = [mark.get(f"{_W}id", "") for mark in row.iter(f"{_W}commentReference")]
        said = [cells[3], *(margin.get(mark, "") for mark in marks)]
        comments = tuple(text for text in said if text.strip())
        remarks.append(Remark(number, match[1], match[2], cells[1], cells[2], comments))
    return remarks, problems


def _text(element: etree._Element) -> str:
    """The text of a cell or comment as it stands after the changes that Word has tracked."""
    paragraphs = []
    for paragraph in element.iter(f"{_W}p"):
        parts = []
        for node in paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}tab"):
            name = etree.QName(node).localname
            parts.append({"br": "\n", "tab": "\t"}.get(name) or node.text or "")
        paragraphs.append("".join(parts))
    return "\n".join(paragraphs)


def comments(remark: Remark, target: str) -> list[str]:
    """The lines that a translator finds above the message whose translation is `target`."""
    found = [COMMENT + _line(text) for text in remark.comments]
    proposal = " ".join(remark.target.split())
    if proposal and proposal != " ".join(target.split()):
        found.append(PROPOSAL + _line(proposal))
    return found


def _line(text: str) -> str:
    """One line that is nothing but a remark: checks are muted by translators alone."""
    return re.sub("colophon(?=\\s*:)", r"\g<0> ·", " ".join(text.split()), flags=re.IGNORECASE)
