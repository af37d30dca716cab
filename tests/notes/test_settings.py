"""The author's choices: ibid., where a work is cited in full, another CSL file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from colophon.languages import language
from colophon.notes import render
from colophon.notes.inlines import text_of
from colophon.notes.sequence import Chapter, Cluster, in_order
from colophon.notes.settings import check
from colophon.notes.style import style
from colophon.notes.syntax import parse
from colophon.problems import Problems
from colophon.project import Project
from tests.notes.conftest import Works, read

CSL = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation disambiguate-add-givenname="true"><layout delimiter="; "><choose>
<if position="ibid"><text term="ibid"/></if>
<else-if position="subsequent"><text variable="title" form="short" prefix="op. cit. "/></else-if>
<else><text variable="title" prefix="First: "/></else></choose>
<group prefix=" @" delimiter=" "><label variable="locator" form="short"/>
<text variable="locator"/></group>
</layout></citation>
<bibliography><layout><text term="in"/><text variable="title" prefix=" OWN "/></layout>
</bibliography>
</style>
"""


def texts(works: Works, code: str, *citations: str, ibid: bool) -> list[str]:
    chapter = Chapter(tuple((Cluster(parse(each), closes=True),) for each in citations))
    found = render.chapters({"a": chapter}, works, style(language(code), ibid=ibid))
    return [text_of(inlines) for inlines in found["a"]]


@pytest.mark.parametrize(
    ("code", "short"),
    [
        ("en", "Gross, Revolution from Abroad, 85."),
        ("pl", "J.T. Gross, Revolution from Abroad…, s. 85."),
        ("th", "Gross, Revolution from Abroad, น. 85."),
    ],
)
def test_without_ibid_the_short_form_stands(code: str, short: str, works: Works) -> None:
    found = texts(works, code, "book{83}", "book{85}", "book{85}", ibid=False)
    assert found[1:] == [short, short]


def test_without_ibid_not_even_within_a_note(works: Works) -> None:
    (note,) = texts(works, "en", "book{1},book{2},book{3}", ibid=False)
    assert note.startswith("Jan T. Gross, Revolution from Abroad: The Soviet Conquest")
    assert note.endswith("1; Gross, Revolution from Abroad, 2; Gross, Revolution from Abroad, 3.")


def test_ibid_is_part_of_the_digest(works: Works) -> None:
    chapter = Chapter(((Cluster(parse("book")),),))
    english = language("en")
    digests = {render.digest(chapter, works, style(english, ibid=ibid)) for ibid in (True, False)}
    assert len(digests) == 2


def test_chapters_know_those_before_them_in_order() -> None:
    one = Chapter(((Cluster(parse("a")),), (Cluster(parse("b")),)))
    two = Chapter(((Cluster(parse("b,c")),),))
    found = in_order({"one": one, "two": two}, ["index", "one", "two"])
    assert found["two"].known == {"b"}
    assert in_order({"one": one, "two": two}, ["two", "one"])["one"].known == {"b"}
    assert in_order({"one": one}, [])["one"] == one


def test_full_form_once_in_the_book(root: Path, tmp_path: Path) -> None:
    _set(root, 'colophon_full_citation = "book"')
    edition = read(root, tmp_path)
    # Short although first in its chapter; no ibid. across chapters, but one within.
    assert [text for _, text in edition.notes("two")] == [
        "Gross, Revolution from Abroad, 1.",
        "Ibid.",
    ]
    assert edition.notes("one")[0][1].startswith("Jan T. Gross, Revolution from Abroad: The Soviet")


def test_full_form_follows_the_order_of_the_toctree(root: Path, tmp_path: Path) -> None:
    _set(root, 'colophon_full_citation = "book"')
    read(root, tmp_path)
    index = root / "index.md"
    index.write_text(index.read_text().replace("one\ntwo", "two\none"))
    edition = read(root, tmp_path)
    assert edition.notes("two")[0][1].startswith("Jan T. Gross, Revolution from Abroad: The Soviet")
    assert edition.notes("one")[0][1] == "Gross, Revolution from Abroad, 83."


def test_a_setting_that_changes_renders_anew(root: Path, tmp_path: Path) -> None:
    assert read(root, tmp_path).notes("two")[1][1] == "Ibid."
    _set(root, "colophon_ibid = False")
    assert read(root, tmp_path).notes("two")[1][1] == "Gross, Revolution from Abroad, 1."


def test_own_style_for_one_language(root: Path, tmp_path: Path) -> None:
    (root / "styles").mkdir()
    (root / "styles" / "own.csl").write_text(CSL)
    _set(root, 'colophon_citation_styles = {"pl": "styles/own.csl"}')
    polish = read(root, tmp_path, "pl")
    assert polish.warnings == ""
    notes = [text for _, text in polish.notes("one")]
    # The terms that it lacks are ours, and locators are told apart by them.
    assert notes[1] == "Op. cit. Revolution from Abroad @s. 83."
    assert notes[0].endswith("Western Belorussia @rozdz. 3.")
    assert any(
        "OWN" in entry and entry.startswith("w:") for entry in polish.entries("bibliography")
    )
    assert read(root, tmp_path, "en").notes("two")[1][1] == "Ibid."


def test_own_style_that_changes_renders_anew(root: Path, tmp_path: Path) -> None:
    (root / "own.csl").write_text(CSL)
    _set(root, 'colophon_citation_styles = {"en": "own.csl"}')
    assert read(root, tmp_path).notes("two")[0][1].startswith("First: ")
    (root / "own.csl").write_text(CSL.replace("First: ", "Full: "))
    assert read(root, tmp_path, builder="html").notes("two")[0][1].startswith("Full: ")


def test_own_style_is_an_input_of_the_build(root: Path) -> None:
    (root / "own.csl").write_text(CSL)
    _set(root, 'colophon_citation_styles = {"en": "own.csl"}')
    assert root / "own.csl" in set(Project.at(root).inputs("en"))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"colophon_ibid": "no"}, "conf.py: colophon_ibid is 'no'; write True or False"),
        (
            {"colophon_full_citation": "part"},
            'conf.py: colophon_full_citation is \'part\'; write "chapter" or "book"',
        ),
        (
            {"colophon_citation_styles": "own.csl"},
            'conf.py: colophon_citation_styles is \'own.csl\'; write it as {"pl": "my.csl"}',
        ),
        (
            {"colophon_citation_styles": {"pl": 5}, "colophon_languages": ["pl"]},
            "conf.py: colophon_citation_styles: the file for 'pl' is 5; "
            "write its path in quotation marks",
        ),
        (
            {"colophon_citation_styles": {"de": "own.csl"}, "colophon_languages": ["en", "pl"]},
            "conf.py: colophon_citation_styles: 'de' is no language of the book; known are en, pl",
        ),
        (
            {"colophon_citation_styles": {"en": "none.csl"}},
            "none.csl: cannot read the citation style: No such file or directory; "
            "see colophon_citation_styles",
        ),
    ],
)
def test_unfit_setting(values: dict[str, Any], message: str, tmp_path: Path) -> None:
    assert list(map(str, check(values, tmp_path))) == [message]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is no well-formed XML"),
        ("<style", "is no well-formed XML"),
        ("<html/>", "is no CSL"),
        (CSL.replace('class="note"', 'class="in-text"'), "is for running text"),
        (CSL.replace("citation", "info2"), "depends on another one"),
        (CSL.replace("bibliography", "info2"), "has no bibliography"),
    ],
)
def test_unfit_style(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_text(text)
    (problem,) = check({"colophon_citation_styles": {"en": "own.csl"}}, tmp_path)
    assert problem.file == "own.csl"
    assert message in problem.message
    assert problem.remedy


def test_unfit_setting_stops_both_ways_of_building(root: Path, tmp_path: Path) -> None:
    _set(root, 'colophon_citation_styles = {"pl": "none.csl"}')
    with pytest.raises(Problems, match=r"none\.csl: cannot read the citation style"):
        _ = Project.at(root).config
    with pytest.raises(Exception, match=r"none\.csl: cannot read the citation style"):
        read(root, tmp_path)


def test_style_that_pandoc_refuses_is_one_problem(root: Path, tmp_path: Path) -> None:
    broken = CSL.replace('<text variable="title" prefix="First: "/>', '<text macro="nowhere"/>')
    (root / "own.csl").write_text(broken)
    _set(root, 'colophon_citation_styles = {"en": "own.csl"}')
    with pytest.raises(Exception, match=r"own\.csl: pandoc cannot format the citations"):
        read(root, tmp_path)


def _set(root: Path, line: str) -> None:
    path = root / "conf.py"
    path.write_text(f"{path.read_text()}\n{line}\n")
