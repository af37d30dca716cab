"""What an entry inherits from the one that its `crossref` names (biblatex manual, appendix B)."""

from __future__ import annotations

from collections.abc import Mapping

from pybtex.database import Entry

_PARTS = {"inbook", "incollection", "inproceedings", "conference", "inreference", "suppbook"}
"""Entries whose crossref is the book that they are in."""

_BOOK = {"title": "booktitle", "subtitle": "booksubtitle"}
_OWN = {"crossref", "xref", "ids", "keywords", "label", "options", "pages", "shorttitle", "sortkey"}
"""Fields that say nothing of another entry."""


def inherit(entry: Entry, entries: Mapping[str, Entry]) -> Entry:
    """The entry with the fields and names that it leaves to its crossref.

    The check of the files has found every crossref to nothing or in a circle.
    """
    key = entry.fields.get("crossref")
    if not key:
        return entry
    parent = inherit(entries[key], entries)
    part = entry.type.lower() in _PARTS
    fields = {name.lower(): value for name, value in parent.fields.items()}
    passed = {
        _of_book(name) if part else name: value
        for name, value in fields.items()
        if name not in _OWN
    }
    own = {name.lower(): value for name, value in entry.fields.items()}
    persons = {role.lower(): people for role, people in parent.persons.items()}
    if part and "author" in persons:
        persons["bookauthor"] = persons.pop("author")
    persons |= {role.lower(): people for role, people in entry.persons.items()}
    for name in [name for name in passed if name.partition("_")[0] in entry.persons]:
        del passed[name]  # how an edition writes the names of others
    heir = Entry(entry.type, fields=passed | own, persons=persons)
    heir.key = entry.key
    return heir


def _of_book(name: str) -> str:
    """The field of a part in which a field of its book goes on (`author_pl`, too)."""
    return f"book{name}" if name.startswith("author_") else _BOOK.get(name, name)
