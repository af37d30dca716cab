"""Reading XML of unknown origin: no entities, no other files, no more than a book can need."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from lxml import etree

from colophon.problems import Problems, fail

LIMIT = 64 * 2**20
"""Bytes in a file, or in all parts of an archive when unpacked; a long book needs a tenth."""

PARTS = 500
"""Files in an archive."""

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def data(path: Path) -> bytes:
    """The bytes of a file; raises `Problems` where they are too many."""
    if path.stat().st_size > LIMIT:
        raise fail(f"larger than {LIMIT // 2**20} MB", "split the file", path)
    return path.read_bytes()


def parse(content: bytes, file: str | Path) -> etree._Element:
    """The root of an XML document; raises `Problems` where it is none or declares entities.

    Entities are what XML attacks are made of: files read, addresses called, memory filled.
    They are refused before the parser sees them, in the two encodings that exchange files have.
    """
    try:
        utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
        text = content.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise fail("neither UTF-8 nor UTF-16", "save the file as UTF-8", file) from error
    if "<!ENTITY" in text:
        line = text.count("\n", 0, text.index("<!ENTITY")) + 1
        raise fail("the file declares entities", "export it without them", file, line)
    declared = _DECLARATION.match(text)
    if declared:  # the lines keep their numbers
        text = "\n" * declared[0].count("\n") + text[declared.end() :]
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8"
    )
    try:
        return etree.fromstring(text.strip("\ufeff").encode(), parser)
    except etree.XMLSyntaxError as error:
        message = f"no XML: {error.msg.partition(', line')[0]}"
        raise fail(message, "export the file again", file, error.lineno or 0) from error


def part(path: Path, name: str) -> bytes:
    """One file of an archive, empty where it is not there; raises `Problems` for a bomb."""
    remedy = "save it again in the program that it comes from"
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > PARTS or sum(entry.file_size for entry in entries) > LIMIT:
                raise fail(f"unpacked it is larger than {LIMIT // 2**20} MB", remedy, path)
            if name not in archive.namelist():
                return b""
            with archive.open(name) as opened:
                # The archive's own word on sizes may be a lie.
                content = opened.read(LIMIT + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        if isinstance(error, Problems):
            raise
        raise fail("no archive that can be read", remedy, path) from error
    if len(content) > LIMIT:
        raise fail(f"unpacked it is larger than {LIMIT // 2**20} MB", remedy, path)
    return content
