"""Works that are alike: under our styles, and under one of the author's that tells them apart."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from colophon.languages import language
from colophon.notes import render
from colophon.notes.alike import apart
from colophon.notes.inlines import text_of
from colophon.notes.sequence import Chapter, Cluster
from colophon.notes.style import style
from colophon.notes.syntax import parse
from colophon.notes.titles import titles as titles_of
from tests.notes.conftest import Reading, read

CSL = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation disambiguate-add-year-suffix="true" disambiguate-add-givenname="true"
 disambiguate-add-names="true" et-al-min="2" et-al-use-first="1"><layout delimiter="; "><choose>
<if match="any" position="ibid ibid-with-locator"><text value="ibid."/></if>
<else-if position="subsequent"><group delimiter=" ">
<names variable="author"><name form="short" initialize-with="."/></names>
<group><date variable="issued"><date-part name="year"/></date><text variable="year-suffix"/></group>
</group></else-if>
<else><group delimiter=" ">
<names variable="author"/>
<group><date variable="issued"><date-part name="year"/></date><text variable="year-suffix"/></group>
<text variable="title"/></group></else></choose></layout></citation>
<bibliography><layout><group delimiter=" "><names variable="author"/>
<group><date variable="issued"><date-part name="year"/></date><text variable="year-suffix"/></group>
<text variable="title"/></group></layout></bibliography>
</style>
"""
BIB = """
@book{n-zeta, author = {Nowak, Jan}, title = {Zeta}, year = 2001}
@book{n-alpha, author = {Nowak, Jan}, title = {Alpha}, year = 2001}
@book{n-once, author = {Nowak, Jan}, title = {Once}, year = 1999}
@book{k-one, author = {Kos, Anna}, title = {One}, year = 2005}
@book{k-two, author = {Kos, Bella}, title = {Two}, year = 2005}
@book{m-one, author = {May, Ann and Orr, Bo}, title = {Three}, year = 2007}
@book{m-two, author = {May, Ann and Ray, Cy}, title = {Four}, year = 2007}
"""
ONE = "One.{note}`n-zeta` Two.{note}`k-one` Three.{note}`m-one` Four.{note}`n-zeta`\n"
TWO = (
    "Five.{note}`k-two` Six.{note}`n-alpha` Seven.{note}`n-zeta` Eight.{note}`k-two`"
    " Nine.{note}`n-alpha` Ten.{note}`n-once` Eleven.{note}`m-two` Twelve.{note}`n-once`"
    " Thirteen.{note}`m-two` Fourteen.{note}`m-two` In the text {cite:p}`n-zeta`.\n"
)


@pytest.fixture
def book(root: Path) -> Path:
    (root / "own.csl").write_text(CSL)
    with (root / "conf.py").open("a") as conf:
        conf.write('\ncolophon_citation_styles = {"en": "own.csl"}\n')
    with (root / "references.bib").open("a") as bib:
        bib.write(BIB)
    for name, text in (("one", ONE), ("two", TWO)):
        (root / f"{name}.md").write_text(f"# {name}\n\n{text}".replace("{note}", "{footcite:p}"))
    with (root / "index.md").open("a") as index:
        index.write("\nOnce.{footcite:p}`n-zeta`\n")
    (root / "bibliography.md").write_text("# Bibliography\n\n```{bibliography}\n```\n")
    return root


def works(**titles: str) -> dict[str, dict[str, Any]]:
    """Books by one author; a title may end with its year."""
    return {
        key: {
            "id": key,
            "type": "book",
            "author": [{"family": "Nowak", "given": "Jan"}],
            **titles_of({"title": title.rpartition("|")[0] or title}),
            **({"issued": {"date-parts": [[int(title[-4:])]]}} if "|" in title else {}),
        }
        for key, title in titles.items()
    }


def short(code: str, found: dict[str, dict[str, Any]]) -> list[str]:
    """The later notes on these works."""
    citations = [(Cluster(parse(key), closes=True),) for key in [*found, *found]]
    made = render.chapters({"a": Chapter(tuple(citations))}, found, style(language(code)))
    return [text_of(inlines) for inlines in made["a"]][len(found) :]


@pytest.mark.parametrize(
    ("code", "before"), [("en", "Nowak, "), ("pl", "J. Nowak, "), ("th", "Nowak, ")]
)
def test_short_titles_that_are_the_same_are_printed_whole(code: str, before: str) -> None:
    found = works(a="Kresy: Wilno", b="Kresy: Grodno", c="Wojna: Rok pierwszy")
    end = "…" if code == "pl" else "."
    assert short(code, found) == [
        f"{before}Kresy: Wilno.",
        f"{before}Kresy: Grodno.",
        f"{before}Wojna{end}",
    ]


@pytest.mark.parametrize(
    ("code", "before"), [("en", "Nowak, "), ("pl", "J. Nowak, "), ("th", "Nowak, ")]
)
def test_editions_of_a_book_have_their_years(code: str, before: str) -> None:
    found = works(a="Kresy: Wilno|1990", b="Kresy: Wilno|2005", c="Kresy|2007")
    assert short(code, found) == [
        f"{before}Kresy: Wilno (1990).",
        f"{before}Kresy: Wilno (2005).",
        f"{before}Kresy.",
    ]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "Nowak, “Kresy” (1990)."),
        ("pl", "J. Nowak, Kresy (1990)."),
        ("th", "Nowak, “Kresy” (1990)."),
    ],
)
def test_year_is_no_part_of_the_title(code: str, expected: str) -> None:
    found = works(a="Kresy|1990", b="Kresy|2005")
    chapters = {key: {**work, "type": "chapter"} for key, work in found.items()}
    assert short(code, chapters)[0] == expected


def test_volumes_and_files_tell_works_apart_already() -> None:
    found = works(a="Kresy: Wilno", b="Kresy: Wilno")
    volumes = {key: {**work, "volume": key} for key, work in found.items()}
    assert apart(volumes) == volumes
    files = {key: {**work, "archive_location": key} for key, work in found.items()}
    assert apart(files) == files


def notes(edition: Reading, docname: str) -> list[str]:
    return [text for _, text in edition.notes(docname)]


def test_works_alike_are_told_apart(book: Path, tmp_path: Path) -> None:
    edition = read(book, tmp_path)
    assert edition.warnings == ""
    one, two = notes(edition, "one"), notes(edition, "two")
    # The letters are those of the whole book, though the first chapter cites one of the two.
    assert one[0] == "Jan Nowak 2001b Zeta."
    assert one[3] == "Nowak 2001b."
    assert two[1] == "Jan Nowak 2001a Alpha."
    assert two[4] == "Nowak 2001a."
    assert notes(edition, "index") == ["Jan Nowak 2001b Zeta."]
    # A given name only where the family name and the year leave a doubt.
    assert two[3] == "B. Kos 2005."
    # No letter for a work cited in both chapters or twice in one.
    assert two[7] == "Nowak 1999."
    assert two[8] == "May, Ray 2007."
    assert two[9] == "Ibid."
    assert "In the text (Nowak 2001b)" in edition.document("two").astext()


def test_letters_of_notes_are_those_of_the_bibliography(book: Path, tmp_path: Path) -> None:
    entries = read(book, tmp_path).entries("bibliography")
    assert "Jan Nowak 2001a Alpha" in entries
    assert "Jan Nowak 2001b Zeta" in entries
    assert "Jan Nowak 1999 Once" in entries


def test_letters_follow_a_work_that_comes_and_goes(book: Path, tmp_path: Path) -> None:
    read(book, tmp_path)
    two = book / "two.md"
    text = two.read_text()
    two.write_text(re.sub(r"\w+\.\{footcite:p\}`n-alpha`", "", text))
    edition = read(book, tmp_path)
    assert notes(edition, "one")[0] == "Jan Nowak 2001 Zeta."
    assert "Jan Nowak 2001 Zeta" in edition.entries("bibliography")
    two.write_text(text)
    assert notes(read(book, tmp_path), "one")[0] == "Jan Nowak 2001b Zeta."


def test_without_ibid(book: Path, tmp_path: Path) -> None:
    with (book / "conf.py").open("a") as conf:
        conf.write("\ncolophon_ibid = False\n")
    two = notes(read(book, tmp_path), "two")
    assert two[6].endswith("2007 Four.")
    assert two[9] == "May, Ray 2007."
