"""A round trip through XLIFF and TMX loses nothing, and changes no byte that it need not."""

from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path

import polib
import pytest
from lxml import etree
from translate.storage.pypo import pofile
from translate.storage.tmx import tmxfile
from translate.storage.xliff2 import Xliff2File

from colophon.exchange import tmx, untrusted, xliff
from colophon.exchange.files import export, take
from colophon.exchange.units import Unit, units
from colophon.project import Project
from tests.conftest import LANGUAGES, ROOT
from tests.exchange.conftest import catalog, exchange

FORMATS = ("one.xlf", "book-{}.tmx")
RULES = Path(__file__).with_name("xliff-core-2.0.rng")
TMX_DTD = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note|prop|ude)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block|paragraph|sentence|phrase) #REQUIRED o-tmf CDATA #REQUIRED
  adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note|prop)*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED>
<!ELEMENT tuv ((note|prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)> <!ELEMENT note (#PCDATA)>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED> <!ELEMENT ude EMPTY>
"""
"""What TMX 1.4b (tmx14.dtd) asks of the elements that are used here."""

BOOK = [(code, path) for code in LANGUAGES for path in (ROOT / "locales" / code).rglob("*.po")]


def unplaced(found: list[Unit]) -> list[Unit]:
    """The units without the lines where they were read."""
    return [dataclasses.replace(unit, line=0) for unit in found]


def emptied(path: Path) -> None:
    """Take from a catalogue what a translator has put in."""
    text = path.read_text()
    head, body = text.split("\n\n", 1)
    current, mark, gone = body.partition("#~")
    current = re.sub(r"^# .*\n", "", current, flags=re.MULTILINE)
    current = current.replace("#, fuzzy, no-wrap", "#, no-wrap")
    current = re.sub(r'^msgstr (".*"\n?)+', 'msgstr ""\n', current, flags=re.MULTILINE)
    path.write_text(f"{head}\n\n{current}{mark}{gone}")
    assert polib.pofile(str(path)).percent_translated() == 0


def test_files_hold_everything_that_a_catalogue_says(book: Project, language: str) -> None:
    there, problems = units(catalog(book, language), "one")
    assert problems == []
    assert [unit.obsolete for unit in there] == [False] * 4 + [True]
    assert there[0].comments[0] == "colophon: ignore numbers – the year is in the note"
    assert there[1].fuzzy and there[1].previous == "The old wording."
    assert there[2].context == "title"
    through_xliff = xliff.write(there, "one", "en", "pl")
    through_tmx = tmx.write(there, "en", "pl", "1")
    assert unplaced(xliff.read(untrusted.parse(through_xliff, ""), "")[0]) == unplaced(there)
    assert unplaced(tmx.read(untrusted.parse(through_tmx, ""), "")[0]) == unplaced(there)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", ["pl", "th"])
def test_nothing_is_lost(book: Project, language: str, name: str) -> None:
    path = catalog(book, language)
    before = path.read_bytes()
    export(book, [language])
    emptied(path)
    changes, problems = take(book, [exchange(book, f"{language}/{name.format(language)}")])
    assert problems == []
    assert len(changes) == 3
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", FORMATS)
def test_an_import_of_what_was_exported_changes_nothing(book: Project, name: str) -> None:
    before = {path: path.read_bytes() for path in book.root.rglob("*.po")}
    export(book, ["pl", "th"])
    files = [exchange(book, f"{code}/{name.format(code)}") for code in ("pl", "th")]
    assert take(book, files) == ([], [])
    assert {path: path.read_bytes() for path in book.root.rglob("*.po")} == before


@pytest.mark.parametrize(("language", "path"), BOOK)
def test_the_real_book(tmp_path: Path, language: str, path: Path) -> None:
    there, problems = units(path, path.stem)
    assert problems == []
    written = xliff.write(there, path.stem, "en-GB", language)
    assert unplaced(xliff.read(untrusted.parse(written, ""), "")[0]) == unplaced(there)
    rules = etree.RelaxNG(etree.parse(RULES))
    rules.assertValid(etree.fromstring(written))
    memory = tmx.write(there, "en-GB", "x-test", "1")
    assert unplaced(tmx.read(untrusted.parse(memory, ""), "")[0]) == unplaced(there)
    assert etree.DTD(io.StringIO(TMX_DTD)).validate(etree.fromstring(memory))


def test_files_are_as_their_specifications_ask(book: Project) -> None:
    export(book, ["th"])
    root = etree.fromstring(exchange(book, "th/one.xlf").read_bytes())
    etree.RelaxNG(etree.parse(RULES)).assertValid(root)
    assert (root.get("srcLang"), root.get("trgLang")) == ("en-GB", "th")
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids)) == 6
    two = etree.fromstring(exchange(book, "th/part/two.xlf").read_bytes())
    assert [(node.get("id"), node.get("original")) for node in two] == [("part--two", "part/two")]
    memory = etree.fromstring(exchange(book, "th/book-th.tmx").read_bytes())
    assert etree.DTD(io.StringIO(TMX_DTD)).validate(memory)


def test_other_programs_read_them(book: Project) -> None:
    """translate-toolkit is what Weblate and many more read with."""
    export(book, ["pl"])
    segments = Xliff2File.parsestring(exchange(book, "pl/one.xlf").read_bytes()).units
    assert [segment.isfuzzy() for segment in segments] == [False, True, False, False, False]
    assert [bool(segment.target) for segment in segments] == [True, True, True, False, True]
    assert [segment.istranslatable() for segment in segments] == [True] * 4 + [False]
    memory = tmxfile.parsestring(exchange(book, "pl/book-pl.tmx").read_bytes(), "en-GB", "pl")
    assert memory.translate("Gone.") == "Nie ma."


def test_the_same_catalogues_give_the_same_files(book: Project) -> None:
    first = {path: path.read_bytes() for path in export(book, ["pl", "th"])}
    for path in first:
        path.unlink()
    assert {path: path.read_bytes() for path in export(book, ["pl", "th"])} == first


@pytest.mark.parametrize(("language", "path"), BOOK)
def test_weblate_and_poedit_leave_the_lines_of_our_catalogues_alone(
    language: str, path: Path
) -> None:
    """As Weblate writes with `po_line_wrap` 65535; Poedit wraps none where none is wrapped."""
    raw = path.read_bytes()
    store = pofile()
    store.wrapper.width = 65535
    store.parse(raw)
    assert bytes(store) == raw
    strings = re.findall(r'^"(.*)"$', raw.decode(), re.MULTILINE)
    wrapped = re.findall(r'^"(?:(?!\\n"$).)*"\n"', raw.decode(), re.MULTILINE)
    assert strings and wrapped == []
