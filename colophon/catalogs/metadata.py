"""The catalogue `book.pot`: titles, roles and rights from conf.py, for the translators."""

from __future__ import annotations

import polib

from colophon import book as metadata


def template(book: metadata.Book) -> polib.POFile:
    """The messages of the book's metadata, each with the place where it appears."""
    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = {
        "Project-Id-Version": book.title,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    entries: dict[str, polib.POEntry] = {}
    for text, place in book.messages():
        entry = entries.setdefault(text, polib.POEntry(msgid=text))
        entry.occurrences.append(("conf.py", ""))
        entry.comment = f"{entry.comment}, {place}" if entry.comment else f"The book's {place}"
    catalog.extend(entries.values())
    return catalog
