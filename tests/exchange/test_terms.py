"""The termbase for other programs, and the settings for Weblate."""

from __future__ import annotations

import configparser
import json
import re

import pytest
from lxml import etree
from translate.storage.tbx import tbxfile

from colophon.__main__ import main
from colophon.exchange.files import export
from colophon.project import Project
from tests.conftest import LANGUAGES, ROOT
from tests.exchange.conftest import exchange


def test_tbx(book: Project) -> None:
    export(book, ["pl", "th"])
    root = etree.fromstring(exchange(book, "terms.tbx").read_bytes())
    assert root.get("type") == "TBX-Basic"
    person, term = root.iter("termEntry")
    assert person.get("id") == "t-per01"
    assert person.findtext("descrip[@type='subjectField']") == "person"
    assert [note.text for note in person.findall("note")] == [
        "Variants: Molotow",
        "Minister, <1939>",
    ]
    tag = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [(s.get(tag), s.findtext("tig/term")) for s in person.findall("langSet")] == [
        ("en-GB", "Vyacheslav Molotov"),
        ("pl", "Wiaczesław Mołotow"),
        ("th", "วยาเชสลาฟ โมโลตอฟ"),
    ]
    assert person.findtext("langSet/tig/termNote") == "properNoun"
    assert term.findtext("langSet/tig/termNote") == "noun"
    assert len(term.findall("langSet")) == 3


def test_other_programs_read_the_termbase(book: Project) -> None:
    export(book, ["pl"])
    store = tbxfile.parsestring(exchange(book, "terms.tbx").read_bytes(), "en-GB", "pl")
    assert [(unit.source, unit.target) for unit in store.units] == [
        ("Vyacheslav Molotov", "Wiaczesław Mołotow"),
        ("front", "front"),
    ]


def test_glossary_of_a_language(book: Project) -> None:
    export(book, LANGUAGES)
    assert exchange(book, "pl/terms-pl.csv").read_text().splitlines() == [
        "en-GB,pl,pos,description",
        'Vyacheslav Molotov,Wiaczesław Mołotow,noun,"person; Molotow; Minister, <1939>"',
        "front,front,noun,term",
    ]
    assert len(exchange(book, "th/terms-th.csv").read_text().splitlines()) == 3
    assert exchange(book, "th/terms-th.tmx").is_file()
    assert not exchange(book, "en/terms-en.csv").exists()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (",person,A,B,C,,,,", ":4: no id: ''; write small ASCII letters, digits and hyphens\n"),
        (
            "a b,person,A,B,C,,,,",
            ":4: no id: 'a b'; write small ASCII letters, digits and hyphens\n",
        ),
        (
            "per01,person,A,B,C,,,,",
            ":4: the id per01 stands already in line 2; rename one\n",
        ),
    ],
)
def test_faults_of_the_termbase(
    book: Project, capsys: pytest.CaptureFixture[str], line: str, fault: str
) -> None:
    path = book.root / "locales" / "terms.csv"
    path.write_text(path.read_text() + line + "\n")
    assert main(["--root", str(book.root), "export"]) == 1
    assert capsys.readouterr().err == str(path) + fault


def test_a_book_without_a_termbase(book: Project) -> None:
    (book.root / "locales" / "terms.csv").unlink()
    assert not [path for path in export(book, ["pl"]) if "terms" in path.name]


def test_settings_for_weblate_find_every_catalogue() -> None:
    client = configparser.ConfigParser()
    client.read(ROOT / ".weblate")
    assert client["weblate"]["url"].endswith("/api/")
    project, component = client["weblate"]["translation"].split("/")
    settings = json.loads((ROOT / "locales" / "weblate.json").read_text())
    found = settings["addons"]["weblate.discovery.discovery"]
    assert project == Project.at(ROOT).slug
    assert settings["component"]["filemask"] == f"locales/*/LC_MESSAGES/{component}.po"
    assert settings["component"]["file_format_params"]["po_line_wrap"] == 65535
    names = [path.relative_to(ROOT).as_posix() for path in (ROOT / "locales").rglob("*.po")]
    matches = [re.fullmatch(found["match"], name) for name in names]
    assert len(names) >= 27
    assert {match["language"] for match in matches if match} == set(LANGUAGES)
    assert all(match and match["component"] for match in matches)
    translated = [code for code in LANGUAGES if re.search(found["language_regex"], code)]
    assert translated == [code for code in LANGUAGES if code != Project.at(ROOT).config.language]
