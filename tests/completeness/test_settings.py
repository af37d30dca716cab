"""`colophon_completeness`: its faults, and the editions that it holds back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from colophon.build import build
from colophon.completeness.gate import admitted
from colophon.completeness.settings import needed
from colophon.problems import Problems
from colophon.project import Project
from colophon.values import check
from tests.completeness.conftest import ROOT


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        (5, 'colophon_completeness is 5; write it as {"share": …}'),
        ({"shares": {}}, "colophon_completeness has no setting 'shares'; known are missing, share"),
        (
            {"missing": "red"},
            'colophon_completeness: missing is \'red\'; write "plain" or "marked"',
        ),
        ({"share": 0.9}, 'colophon_completeness: share is 0.9; write it as {"th": 0.9}'),
        (
            {"share": {"pdf-th": 0.9}},
            "colophon_completeness: share has 'pdf-th', which is no edition; known are all, html, "
            "epub, latexpdf, en, th, html-en, html-th, epub-en, epub-th, latexpdf-en, latexpdf-th",
        ),
        (
            {"share": {"th": 90}},
            "colophon_completeness: 90 is no share (th); write a number from 0 to 1, such as 0.9",
        ),
        (
            {"share": {"all": "90%"}},
            "colophon_completeness: '90%' is no share (all); "
            "write a number from 0 to 1, such as 0.9",
        ),
        (
            {"share": {"html": True}},
            "colophon_completeness: True is no share (html); "
            "write a number from 0 to 1, such as 0.9",
        ),
    ],
)
def test_unfit_settings(setting: Any, line: str) -> None:
    values = {"project": "A", "colophon_languages": ["en", "th"], "colophon_completeness": setting}
    (problem,) = check(values)
    assert str(problem) == f"conf.py: {line}"


def test_fit_settings() -> None:
    setting = {"share": {"all": 0, "th": 0.5, "epub": 1, "epub-th": 0.75}, "missing": "marked"}
    values = {"project": "A", "colophon_languages": ["en", "th"], "colophon_completeness": setting}
    assert check(values) == []


def test_the_closest_name_counts() -> None:
    setting = {"share": {"all": 0.1, "th": 0.5, "epub": 1, "epub-th": 0.75}}
    assert needed(setting, "epub", "th") == 0.75
    assert needed(setting, "html", "th") == 0.5
    assert needed(setting, "epub", "pl") == 1
    assert needed(setting, "html", "pl") == 0.1
    assert needed({}, "html", "pl") == 0


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT, tmp_path / "book")


def ask(root: Path, setting: str) -> Project:
    conf = (root / "conf.py").read_text().partition("colophon_completeness")[0]
    (root / "conf.py").write_text(f"{conf}colophon_completeness = {setting}\n")
    return Project.at(root)


def lines(problems: Problems) -> Iterator[str]:
    return map(str, problems.problems)


def test_editions_with_too_little(root: Path) -> None:
    project = ask(root, '{"share": {"all": 0.5, "epub": 0.515, "html-pl": 0.4}}')
    due = {"en": ["html", "epub"], "pl": ["html", "epub"], "th": ["html", "epub"]}
    passed, problems = admitted(project, due)
    assert passed == {"en": ["html", "epub"], "pl": ["html"], "th": ["html"]}
    remedy = "translate more (make progress tells where) or ask for less in conf.py"
    assert [str(problem) for problem in problems] == [
        f"epub-pl is not published: 40% of it is translated, "
        f"and colophon_completeness asks for 51.5%; {remedy}",
        f"epub-th is not published: 50% of it is translated, "
        f"and colophon_completeness asks for 51.5%; {remedy}",
    ]


def languages_offered(project: Project, language: str) -> list[str]:
    page = html.parse(project.artefact("html", language) / "bug.html")
    switch = page.xpath("(//nav[@class='editions'])[1]//a/@hreflang")
    heads = page.xpath("//head/link[@rel='alternate' and @hreflang!='x-default']/@hreflang")
    assert switch == heads
    return [str(tag) for tag in switch]


def test_no_page_leads_to_an_edition_that_was_never_published(root: Path) -> None:
    def build_web(share: str) -> Project:
        project = ask(root, share)
        with suppress(Problems):
            build(project, ["html"], [])
        for code in project.languages:
            if (folder := project.artefact("html", code)).exists():
                there = {page.parent.name for page in folder.parent.glob("*/bug.html")}
                assert len(languages_offered(project, code)) == len(there)
        return project

    project = build_web('{"share": {"pl": 0.9}}')
    assert not project.artefact("html", "pl").exists()
    assert languages_offered(project, "en") == ["en-GB", "th"]
    assert "/pl/" not in (project.output / "html" / "index.html").read_text()
    # As soon as there is one, all lead to it, and still do when a newer one is held back.
    project = build_web('{"share": {"pl": 0.2}}')
    assert languages_offered(project, "th") == ["en-GB", "pl", "th"]
    project = build_web('{"share": {"pl": 0.9}}')
    assert languages_offered(project, "en") == ["en-GB", "pl", "th"]


def test_a_change_of_the_offer_prints_nothing_again(root: Path) -> None:
    project = ask(root, '{"share": {"pl": 0.9}}')
    with suppress(Problems):
        build(project, ["epub", "html"], ["en", "pl"])
    book = project.artefact("epub", "en")
    before = book.stat().st_mtime_ns
    shutil.copytree(project.artefact("html", "en"), project.artefact("html", "pl"))
    build(project, ["epub", "html"], ["en"])
    assert languages_offered(project, "en") == ["en-GB", "pl", "th"]
    assert book.stat().st_mtime_ns == before


def test_the_last_good_edition_stays(root: Path) -> None:
    project = ask(root, "{}")
    build(project, ["html"], ["pl", "th"])
    good = {code: (project.artefact("html", code) / "bug.html") for code in ("pl", "th")}
    before = {code: page.read_bytes() for code, page in good.items()}
    page = root / "bug.md"
    page.write_text(page.read_text() + "\nA new paragraph.\n")
    project = ask(root, '{"share": {"pl": 0.9}}')
    with pytest.raises(Problems) as caught:
        build(project, ["html"], ["pl", "th"])
    assert [line.partition(";")[0] for line in lines(caught.value)] == [
        "html-pl is not published: 40% of it is translated, and colophon_completeness asks for 90%"
    ]
    assert good["pl"].read_bytes() == before["pl"]
    assert b"A new paragraph." in good["th"].read_bytes()
    # Nothing has changed, so it is said again.
    with pytest.raises(Problems, match="html-pl is not published"):
        build(project, ["html"], ["pl", "th"])
    build(ask(root, '{"share": {"pl": 0.2}}'), ["html"], ["pl"])
    assert b"A new paragraph." in good["pl"].read_bytes()
