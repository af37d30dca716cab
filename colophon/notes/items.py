"""A .bib entry as CSL-JSON: type, names, dates and titles; titles verbatim, never re-cased.

The fields are those of BibTeX and biblatex (biblatex manual, section 2), the variables those of
CSL 1.0.2.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Entry, Person

from colophon.notes import dates
from colophon.notes.langid import tag
from colophon.notes.latex import to_text, to_url
from colophon.notes.names import name
from colophon.notes.titles import titles

TYPES = {
    "archival": "manuscript",
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "film": "motion_picture",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "legislation",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "book",
    "map": "map",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "mvbook": "book",
    "mvcollection": "book",
    "online": "webpage",
    "patent": "patent",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review-book",
    "software": "software",
    "suppbook": "chapter",
    "techreport": "report",
    "thesis": "thesis",
    "treaty": "treaty",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
"""Entry type → CSL type."""

_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
NAMES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
    "director": "director",
    "reviewauthor": "reviewed-author",
}
"""Field that holds names → CSL variable."""

FIELDS = {
    "archive": "archive",
    "bookpagination": "page-label",
    "booktitle": "container-title",
    "collection": "archive_collection",
    "edition": "edition",
    "eventtitle": "event-title",
    "isbn": "ISBN",
    "issn": "ISSN",
    "issue": "issue",
    "journal": "container-title",
    "journaltitle": "container-title",
    "note": "note",
    "origtitle": "original-title",
    "pages": "page",
    "pagetotal": "number-of-pages",
    "part": "part-number",
    "reviewtitle": "reviewed-title",
    "series": "collection-title",
    "shelfmark": "archive_location",
    "shortarchive": "archive-short",
    "volume": "volume",
    "volumes": "number-of-volumes",
}
PAGINATIONS = ("page", "column", "section", "paragraph", "folio")
"""What `bookpagination` says that the `pages` of a part are."""

PUBLISHERS = ("publisher", "institution", "school", "organization", "howpublished")
_SITE = {"webpage", "document"}
"""Types whose organisation is the place where the text appeared, and not its publisher."""


def item(entry: Entry) -> dict[str, Any]:
    """One work."""
    kind = entry.type.lower()
    fields = {name.lower(): value for name, value in entry.fields.items()}
    text = {name: to_text(value) for name, value in fields.items() if value}
    csl_type = _type(kind, text)
    found: dict[str, Any] = {"id": entry.key, "type": csl_type}
    found |= {csl: text[name] for name, csl in FIELDS.items() if name in text}
    found |= titles(text)
    found |= _publisher(text, csl_type)
    for role, persons in entry.persons.items():
        found[NAMES.get(role.lower(), role.lower())] = [name(person) for person in persons]
    for role in sorted(NAMES.keys() & fields.keys()):
        # pybtex knows authors and editors only; a translator reaches us as a text.
        found[NAMES[role]] = _persons(fields[role])
    if number := text.get("number"):
        found[_number(csl_type, text)] = number
    if csl_type == "thesis":
        found["genre"] = text.get("type", kind)
    elif "type" in text:
        found["genre"] = text["type"]
    if issued := dates.issued(text):
        found["issued"] = issued
    for field, variable in (("urldate", "accessed"), ("origdate", "original-date")):
        if field in text:
            found[variable] = dates.date(text[field])
    found |= {csl: to_url(fields[name]) for name, csl in ADDRESSES.items() if fields.get(name)}
    if language := tag(text.get("langid") or text.get("language", "")):
        found["language"] = language
    if "keywords" in text:
        found["keyword"] = text["keywords"]
    for field in text:
        if match := OF_EDITION.fullmatch(field):
            custom = found.setdefault("custom", {}).setdefault(match["language"], {})
            custom |= _of_edition(match["field"], text[field], fields[field])
    return found


ADDRESSES = {"url": "URL", "doi": "DOI"}
OF_EDITION = re.compile(rf"(?P<field>note|edition|{'|'.join(NAMES)})_(?P<language>[a-z]{{2,3}})")
"""Words of the author, not of the title page, are given for each edition: `note_pl`; so are names
that each language writes in its own way: `author_pl`."""


def _of_edition(field: str, text: str, source: str) -> dict[str, Any]:
    return {NAMES[field]: _persons(source)} if field in NAMES else {FIELDS[field]: text}


def _persons(source: str) -> list[dict[str, str]]:
    return [name(Person(part)) for part in split_name_list(source)]


def keywords(work: Mapping[str, Any]) -> frozenset[str]:
    """The keywords of a CSL item."""
    return frozenset(word.strip() for word in re.split("[,;]", work.get("keyword", "")))


def _type(kind: str, text: Mapping[str, str]) -> str:
    if subtype := _SUBTYPES.get(text.get("entrysubtype", "").lower()):
        return subtype
    csl_type = TYPES.get(kind, "document")
    if csl_type == "document":
        if "archive" in text:
            return "manuscript"
        if "url" in text:
            return "webpage"
    return csl_type


def _publisher(text: Mapping[str, str], csl_type: str) -> dict[str, str]:
    found = {}
    place = next((text[name] for name in ("address", "location") if name in text), "")
    if place:
        found["archive-place" if csl_type == "manuscript" else "publisher-place"] = place
    house = next((text[name] for name in PUBLISHERS if name in text), "")
    if house:
        found["container-title" if csl_type in _SITE else "publisher"] = house
    return found


def _number(csl_type: str, text: Mapping[str, str]) -> str:
    if csl_type.startswith(("article", "review")):
        return "issue"
    return "collection-number" if "series" in text else "number"
