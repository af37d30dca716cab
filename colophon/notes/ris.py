"""CSL items as RIS, which every reference manager reads.

The tags are those of the RIS specification of 2011, as EndNote and Zotero fill them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import rispy

from colophon.notes import plain

TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "document": "GEN",
    "entry-encyclopedia": "ENCYC",
    "graphic": "ART",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "report": "RPRT",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "thesis": "THES",
    "treaty": "STAT",
    "webpage": "ELEC",
}
"""CSL type → type of reference."""

_TEXTS = {
    "title": "title",
    "title-short": "short_title",
    "container-title": "secondary_title",
    "collection-title": "tertiary_title",
    "original-title": "original_publication",
    "volume": "volume",
    "number-of-volumes": "number_of_volumes",
    "issue": "number",
    "collection-number": "note",
    "edition": "edition",
    "publisher": "publisher",
    "publisher-place": "place_published",
    "archive-place": "place_published",
    "archive": "name_of_database",
    "genre": "type_of_work",
    "language": "language",
    "DOI": "doi",
    "ISBN": "issn",
    "ISSN": "issn",
}
"""CSL variable → rispy's name of the tag."""


def ris(works: Iterable[Mapping[str, Any]]) -> str:
    """The file; the reference's key is its ID."""
    return str(rispy.dumps([dict(_reference(work)) for work in works], implementation=_Writer))


class _Writer(rispy.RisWriter):  # type: ignore[misc]
    """References without the running number that rispy puts before each."""

    def set_header(self, count: int) -> str:
        return ""


def _reference(work: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "type_of_reference", TYPES.get(work["type"], "GEN")
    yield "id", work["id"]
    found = {tag: plain.text(work, name) for name, tag in _TEXTS.items() if name in work}
    found.setdefault("number", plain.text(work, "number"))
    yield from plain.filled(iter(found.items()))
    yield from plain.filled(_rest(work))


def _rest(work: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for roles, tag in (
        (("author", "director"), "authors"),
        (("editor",), "secondary_authors"),
        (("container-author",), "tertiary_authors"),
        (("translator",), "subsidiary_authors"),
    ):
        names = (name for role in roles for name in plain.persons(work, role))
        yield tag, [plain.inverted(name) for name in names]
    yield "year", plain.date(work, "issued", "/")[:4]
    yield "date", plain.date(work, "issued", "/") or work.get("issued", {}).get("literal", "")
    yield "access_date", plain.date(work, "accessed", "/")
    first, last = plain.pages(work)
    yield "start_page", first or plain.text(work, "number-of-pages")
    yield "end_page", last
    places = (plain.text(work, name) for name in ("archive_collection", "archive_location"))
    yield "accession_number", ", ".join(filter(None, places))
    yield "urls", [work["URL"]] if "URL" in work else []
    yield "keywords", [word.strip() for word in work.get("keyword", "").split(",") if word.strip()]
    yield "notes", [plain.text(work, "note")] if "note" in work else []
