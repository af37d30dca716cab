"""CSL items as COinS, by which Zotero and its like find the works listed in a page.

ContextObjects in key/value form by ANSI/NISO Z39.88-2004; the metadata formats are those of its
registry: journal, book, dissertation and, for all else, Dublin Core.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from colophon.notes import plain

_JOURNAL = {"article-journal", "article-magazine", "article-newspaper", "review-book"}
_BOOKS = {
    "book": "book",
    "chapter": "bookitem",
    "entry-encyclopedia": "bookitem",
    "pamphlet": "book",
    "paper-conference": "proceeding",
    "report": "report",
}
"""CSL type → genre of a book or of a part of one."""


def coins(work: Mapping[str, Any]) -> str:
    """The ContextObject of a work."""
    kind = work["type"]
    if kind in _JOURNAL:
        name, found = "mtx:journal", _journal(work)
    elif kind in _BOOKS:
        name, found = "mtx:book", _book(work, _BOOKS[kind])
    elif kind == "thesis":
        name, found = "mtx:dissertation", _dissertation(work)
    else:
        name, found = "mtx:dc", _dublin_core(work)
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("ctx_enc", "info:ofi/enc:UTF-8"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:{name}"),
    ]
    if doi := work.get("DOI"):
        pairs.append(("rft_id", f"info:doi/{doi}"))
    if url := work.get("URL"):
        pairs.append(("rft_id", url))
    pairs += ((f"rft.{key}", value) for key, value in plain.filled(found))
    return urlencode(pairs)


def _journal(work: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "genre", "article"
    yield "atitle", plain.text(work, "title")
    yield "jtitle", plain.text(work, "container-title")
    yield "volume", plain.text(work, "volume")
    yield "issue", plain.text(work, "issue")
    yield "issn", plain.text(work, "ISSN")
    yield from _pages(work)
    yield from _common(work)


def _book(work: Mapping[str, Any], genre: str) -> Iterator[tuple[str, str]]:
    yield "genre", genre
    if genre in {"bookitem", "proceeding"}:
        yield "atitle", plain.text(work, "title")
        yield "btitle", plain.text(work, "container-title")
    else:
        yield "btitle", plain.text(work, "title")
    yield "series", plain.text(work, "collection-title")
    yield "edition", plain.text(work, "edition")
    yield "place", plain.text(work, "publisher-place")
    yield "pub", plain.text(work, "publisher")
    yield "isbn", plain.text(work, "ISBN")
    yield from _pages(work)
    yield from _common(work)


def _dissertation(work: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "title", plain.text(work, "title")
    yield "inst", plain.text(work, "publisher")
    yield from _common(work)


def _dublin_core(work: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "type", work["type"]
    yield "title", plain.text(work, "title")
    yield "source", plain.text(work, "container-title") or plain.text(work, "archive")
    yield "publisher", plain.text(work, "publisher")
    yield "identifier", work.get("URL", "")
    for role in ("author", "director"):
        yield from (("creator", plain.inverted(name)) for name in plain.persons(work, role))
    for role in ("editor", "translator"):
        yield from (("contributor", plain.inverted(name)) for name in plain.persons(work, role))
    yield "date", plain.date(work, "issued", "-")
    yield "language", work.get("language", "")


def _common(work: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "date", plain.date(work, "issued", "-")
    names = plain.persons(work, "author") or plain.persons(work, "editor")
    if names and "family" in names[0]:
        yield "aulast", plain.in_order({**names[0], "given": "", "suffix": ""})
        yield "aufirst", names[0].get("given", "")
    yield from (("au", plain.in_order(name)) for name in names)
    yield "language", work.get("language", "")


def _pages(work: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    first, last = plain.pages(work)
    yield "pages", f"{first}-{last}" if last else first
    if last:
        yield "spage", first
        yield "epage", last
