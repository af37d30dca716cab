"""Entries of sound .bib files and CSL items of them, each made when it is first asked for.

A historian's file holds many works that a book does not cite; and what Sphinx keeps of them, it
hands from process to process.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from pybtex.database import BibliographyData, Entry
from pybtex.database.input.bibtex import Parser
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime

from colophon.notes.crossref import inherit
from colophon.notes.entries import START, chunks, plain
from colophon.notes.items import item


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

    @cached_property
    def works(self) -> Works:
        """The same entries as CSL items."""
        return Works(self)

    def __getstate__(self) -> dict[str, Any]:
        state = {**self.__dict__, "_parsed": {}}
        state.pop("works", None)
        return state


class Works(Mapping[str, dict[str, Any]]):
    """CSL items by key, each made when it is first asked for."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        # pybtex finds keys in any case, but a citation must write a key as it is.
        self._keys = dict.fromkeys(entries)
        self._entries = entries
        self._items: dict[str, dict[str, Any]] = {}

    def __getitem__(self, key: str) -> dict[str, Any]:
        if key not in self._items:
            self._items[key] = item(self.entry(key))
        return self._items[key]

    def entry(self, key: str) -> Entry:
        """The entry with what it inherits."""
        if key not in self._keys:
            raise KeyError(key)
        return inherit(self._entries[key], self._entries)

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def read(files: Sequence[Path], encoding: str) -> BibData:
    """The files as sphinxcontrib-bibtex keeps them."""
    data, entries = BibliographyData(), Entries()
    data.entries = entries
    found = {}
    for file in files:
        keys = entries.add(file.read_text(encoding))
        found[file] = BibFile(mtime=get_mtime(file), keys=dict.fromkeys(keys))
    return BibData(encoding=encoding, bibfiles=found, data=data)
