"""Entries of sound .bib files, each parsed when it is first asked for.

A historian's file holds many works that a book does not cite; and what Sphinx keeps of them, it
hands from process to process.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pybtex.database import BibliographyData, Entry
from pybtex.database.input.bibtex import Parser
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime

from colophon.notes.entries import START, chunks, plain


class Entries(Mapping[str, Entry]):
    """Entries by key, found in any case as pybtex finds them."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[str, str]] = {}  # key in small letters → key, text
        self._macros = ""
        self._parsed: dict[str, Entry] = {}

    def add(self, text: str) -> list[str]:
        """Take in a file; its keys."""
        keys = []
        for chunk in chunks(text):
            match = START.match(chunk)
            kind = match["kind"].lower() if match else "comment"
            if kind == "string":
                self._macros += chunk
            elif match and kind not in {"comment", "preamble"}:
                keys.append(match["key"])
                self._texts[match["key"].lower()] = match["key"], chunk
        return keys

    def __getitem__(self, key: str) -> Entry:
        name = key.lower()
        if name not in self._parsed:
            _, text = self._texts[name]
            parser = Parser()
            if found := plain(text):
                kind, (written, fields) = found[0]
                parser.process_entry(kind, written, fields)
            else:
                parser.parse_string(self._macros + text)
            (self._parsed[name],) = parser.data.entries.values()
        return self._parsed[name]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key.lower() in self._texts

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self._texts.values())

    def __len__(self) -> int:
        return len(self._texts)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_parsed": {}}


def read(files: Sequence[Path], encoding: str) -> BibData:
    """The files as sphinxcontrib-bibtex keeps them."""
    data, entries = BibliographyData(), Entries()
    data.entries = entries
    found = {}
    for file in files:
        keys = entries.add(file.read_text(encoding))
        found[file] = BibFile(mtime=get_mtime(file), keys=dict.fromkeys(keys))
    return BibData(encoding=encoding, bibfiles=found, data=data)
