"""The works cited as CSL-JSON, RIS, BibTeX and COinS: what other programs read from them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
import rispy
from pybtex.database import Entry, parse_string
from pybtex.database.input.bibtex import Parser

from colophon.notes import bib, export, items, plain
from colophon.notes.coins import coins
from colophon.notes.crossref import inherit
from colophon.notes.names import PARTICLES
from colophon.notes.ris import TYPES, ris

TYPES_BIB = Path(__file__).parent / "types.bib"

VARIABLES = {
    *("id", "type", "language", "keyword", "note", "genre", "title", "title-short", "URL", "DOI"),
    *("ISBN", "ISSN", "author", "editor", "translator", "container-author", "director", "issued"),
    *("accessed", "original-date", "archive", "archive_collection", "archive_location"),
    *("archive-place", "publisher", "publisher-place", "container-title", "collection-title"),
    *("collection-number", "original-title", "event-title", "edition", "issue", "number", "page"),
    *("number-of-pages", "number-of-volumes", "part-number", "volume"),
    *("reviewed-author", "reviewed-title"),
}
"""Variables of the CSL-JSON 1.0.2 schema; it allows no others."""
NAME_PARTS = {"family", "given", *PARTICLES, "suffix", "literal"}
DATE_PARTS = {"date-parts", "circa", "literal"}
_TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter "
    "classic collection dataset document entry entry-dictionary entry-encyclopedia event figure "
    "graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song "
    "speech standard thesis treaty webpage"
)
CSL_TYPES = frozenset(_TYPES.split())
"""The types of the same schema."""

MORE = r"""
@book{x-many,
  author = {von Moltke, Helmuth James and King, Jr., Martin and others},
  title = {The \emph{Nota} of \textsc{nkvd} \& Co.: 1939--41},
  note = {Reprint}, note_pl = {przedruk}, isbn = {978-0-123}, edition = 3, langid = {english}
}
@article{x-ranges, title = {A~B}, journal = {J}, pages = {1--3, 7}, month = sep, year = 1939 }
@incollection{x-part, author = {One, A.}, title = {Part}, pages = {3--9}, crossref = {x-whole} }
@collection{x-whole, editor = {Two, B.}, title = {Whole}, publisher = {Pen \& Sword}, year = 2002 }
@film{x-film, director = {{Wajda, Andrzej}}, title = {Katyń}, date = {2007-09-17} }
@letter{x-letter, title = {Letter} }
"""


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Entry]:
    """Every type of types.bib, and some works with difficulties."""
    path = tmp_path_factory.mktemp("bib") / "references.bib"
    path.write_text(TYPES_BIB.read_text("utf-8") + MORE, "utf-8")
    assert bib.check(path) == []
    found = Parser("utf-8").parse_file(str(path)).entries
    return {key: inherit(entry, found) for key, entry in found.items()}


@pytest.fixture(scope="module")
def works(entries: dict[str, Entry]) -> dict[str, dict[str, Any]]:
    return {key: export.in_edition(items.item(entry), "pl") for key, entry in entries.items()}


def test_csl_json_fits_the_schema(works: dict[str, dict[str, Any]]) -> None:
    found = json.loads(export.csl_json(works.values()))
    assert [item["id"] for item in found] == list(works)
    for item in found:
        assert item["type"] in CSL_TYPES
        assert set(item) <= VARIABLES
        for value in item.values():
            if isinstance(value, list):
                assert all(set(name) <= NAME_PARTS for name in value)
                assert all(isinstance(part, str) for name in value for part in name.values())
            elif isinstance(value, dict):
                assert set(value) <= DATE_PARTS
                parts = value.get("date-parts", [[1]])
                assert 1 <= len(parts) <= 2
                assert all(1 <= len(part) <= 3 for part in parts)
            else:
                assert isinstance(value, str)


def test_every_type_of_an_entry_can_be_exported() -> None:
    assert set(items.TYPES.values()) <= CSL_TYPES
    assert set(items.TYPES.values()) <= TYPES.keys()
    assert set(TYPES.values()) <= rispy.config.TYPE_OF_REFERENCE_MAPPING.keys()


def test_csl_json_is_in_the_words_of_the_edition(works: dict[str, dict[str, Any]]) -> None:
    (many,) = json.loads(export.csl_json([works["x-many"]]))
    assert many["note"] == "przedruk"
    assert [name.get("family") for name in many["author"]] == ["Moltke", "King"]
    capitals = '<span style="font-variant: small-caps;">nkvd</span>'
    assert many["title"] == f"The <i>Nota</i> of {capitals} & Co.: 1939–41"


def test_ris_is_read_by_rispy(works: dict[str, dict[str, Any]]) -> None:
    text = ris(works.values())
    assert text.startswith("TY  - ")
    found = {reference["id"]: reference for reference in rispy.loads(text)}
    assert list(found) == list(works)
    assert not any("unknown_tag" in reference for reference in found.values())
    many = found["x-many"]
    assert many["title"] == "The Nota of nkvd & Co.: 1939–41"
    assert many["authors"] == ["Moltke, Helmuth James von", "King, Martin, Jr."]
    assert (many["type_of_reference"], many["edition"], many["issn"]) == ("BOOK", "3", "978-0-123")
    part = found["x-part"]
    assert (part["type_of_reference"], part["secondary_title"]) == ("CHAP", "Whole")
    assert (part["start_page"], part["end_page"], part["year"]) == ("3", "9", "2002")
    assert (part["secondary_authors"], part["publisher"]) == (["Two, B."], "Pen & Sword")
    assert found["x-ranges"]["start_page"] == "1–3, 7"
    assert found["x-ranges"]["date"] == "1939/09"
    assert found["x-film"]["authors"] == ["Wajda, Andrzej"]
    assert found["page"]["urls"] == ["https://example.org/a_b?c=1&d=2"]
    assert found["archive"]["type_of_reference"] == "MANSCPT"
    assert found["archive"]["name_of_database"]


def test_bibtex_gives_the_same_works_again(
    entries: dict[str, Entry], works: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    path = tmp_path / "citations.bib"
    path.write_text(export.bibtex(entries.values()), "utf-8")
    assert bib.check(path) == []
    again = {item["id"]: export.in_edition(item, "pl") for item in bib.csl_items(path)}
    assert again == works


def test_part_needs_no_other_entry(entries: dict[str, Entry]) -> None:
    assert "crossref" not in export.bibtex([entries["x-part"]])


@pytest.mark.parametrize(
    ("key", "form", "fields"),
    [
        ("x-many", "book", {"genre": "book", "aulast": "von Moltke", "aufirst": "Helmuth James"}),
        (
            "x-part",
            "book",
            {"genre": "bookitem", "atitle": "Part", "btitle": "Whole", "spage": "3"},
        ),
        ("article", "journal", {"genre": "article", "issue": "1"}),
        ("newspaper", "journal", {"genre": "article", "date": "2009-09-08"}),
        ("thesis", "dissertation", {}),
        ("report", "book", {"genre": "report"}),
        ("archive", "dc", {"type": "manuscript"}),
        ("x-film", "dc", {"creator": "Wajda, Andrzej", "date": "2007-09-17"}),
        ("thai", "book", {"au": "ชาญวิทย์ เกษตรศิริ"}),
    ],
)
def test_coins(works: dict[str, dict[str, Any]], key: str, form: str, fields: Any) -> None:
    found = parse_qs(coins(works[key]), strict_parsing=True)
    assert found["rft_val_fmt"] == [f"info:ofi/fmt:kev:mtx:{form}"]
    assert {name: found[f"rft.{name}"][0] for name in fields} == fields


def test_coins_of_every_work_are_well_formed(works: dict[str, dict[str, Any]]) -> None:
    for key, work in works.items():
        text = coins(work)
        assert re.fullmatch(r"[\w.%+=&*~-]+", text, re.ASCII), key
        found = parse_qs(text, strict_parsing=True)
        assert found["ctx_ver"] == ["Z39.88-2004"]
        assert found.keys() & {"rft.btitle", "rft.atitle", "rft.title"}


@pytest.mark.parametrize("make", [export.csl_json, ris])
def test_no_markup_of_tex_leaks(make: Any, works: dict[str, dict[str, Any]]) -> None:
    text = make([works["x-many"], works["x-ranges"]])
    assert not re.search(r"\\(?!u|n|\")|[{}]{2}|--|~|emph|textsc", text.replace("TY  -", ""))


def test_ris_is_the_same_after_rispy_has_read_and_written_it(
    works: dict[str, dict[str, Any]],
) -> None:
    text = ris(works.values())
    again = rispy.loads(rispy.dumps(rispy.loads(text)))
    assert again == rispy.loads(text)
    for reference in again:
        work = works[reference["id"]]
        assert reference["title"] == plain.text(work, "title")
        people = [*plain.persons(work, "author"), *plain.persons(work, "director")]
        assert reference.get("authors", []) == [plain.inverted(name) for name in people]
        assert reference.get("urls", []) == list(filter(None, [work.get("URL")]))
        assert reference.get("publisher", "") == plain.text(work, "publisher")
        assert reference.get("date", "").split("/")[0] in {reference.get("year", ""), "forthcoming"}


def test_csl_json_has_names_and_dates_of_sense(works: dict[str, dict[str, Any]]) -> None:
    found = json.loads(export.csl_json(works.values()))
    assert len({item["id"] for item in found}) == len(found)
    for item in found:
        assert item["title"] or item["reviewed-title"]
        for value in item.values():
            if isinstance(value, list):
                assert value
                assert all("literal" in name or name["family"] for name in value)
                assert not any("literal" in name and "family" in name for name in value)
            elif isinstance(value, dict):
                assert ("date-parts" in value) != ("literal" in value)
                for year, *day in value.get("date-parts", []):
                    assert 1000 <= year <= 2100  # of the common era, in Thai works too
                    assert all(1 <= part <= 31 for part in day)


def test_bibtex_is_the_same_after_pybtex_has_read_and_written_it(
    entries: dict[str, Entry],
) -> None:
    text = export.bibtex(entries.values())
    read = parse_string(text, "bibtex")
    assert list(read.entries) == list(entries)
    again = parse_string(read.to_string("bibtex"), "bibtex")
    assert list(again.entries) == list(entries)
    for key, entry in again.entries.items():
        here, there = items.item(entry), items.item(read.entries[key])
        # pybtex writes TeX's tie as the sign, and puts a space after some commands.
        same = [re.sub(r" +", " ", repr(item)).replace("\\xa0", "~") for item in (here, there)]
        assert same[0] == same[1], key


def test_coins_say_the_same_as_the_work(works: dict[str, dict[str, Any]]) -> None:
    for key, work in works.items():
        found = parse_qs(coins(work), strict_parsing=True)
        name = found["rft_val_fmt"][0].rpartition(":")[2]
        whole = "container-title" in work and name != "dc"
        title = "atitle" if name == "journal" or "rft.atitle" in found else "title"
        title = title if f"rft.{title}" in found else "btitle"
        assert found[f"rft.{title}"] == [plain.text(work, "title")], key
        if whole and name in {"journal", "book"}:
            (there,) = found.get("rft.jtitle") or found["rft.btitle"]
            assert there == plain.text(work, "container-title"), key
        date = [plain.date(work, "issued", "-")] if plain.date(work, "issued", "-") else []
        assert found.get("rft.date", []) == date, key
        assert found.get("rft.language", []) == list(filter(None, [work.get("language")])), key
        addresses = [each for each in found.get("rft_id", []) if "info:doi" not in each]
        assert addresses == list(filter(None, [work.get("URL")])), key
        if name == "dc":
            people = [*plain.persons(work, "author"), *plain.persons(work, "director")]
            assert found.get("rft.creator", []) == list(map(plain.inverted, people)), key
        else:
            people = plain.persons(work, "author") or plain.persons(work, "editor")
            assert found.get("rft.au", []) == list(map(plain.in_order, people)), key
