"""What is counted as translated, and how `make progress` shows it."""

from __future__ import annotations

import json
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from colophon.__main__ import main
from colophon.catalogs.read import Message
from colophon.completeness.chart import Bar, Legend, chart
from colophon.completeness.count import Count, chapters, of_messages, total, words
from colophon.completeness.words import number, sentence
from colophon.project import Project
from tests.completeness.conftest import ROOT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Soviet Union attacked.", 4),
        ("Fell.{footcite:p}`{See}gross2002{17},b`", 1),
        ("See {ref}`the next chapter <campaign>`.[^n-x]", 4),
        ("[освободительный поход]{.language-ru}", 2),
        ("[a text](https://a.example/b) in 1,000.5 half-hours — don’t", 6),
        ("—", 0),
    ],
)
def test_words_are_those_that_a_translator_translates(text: str, expected: int) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", ["999", "2,075", "20,750"]),
        ("pl", ["999", "2075", "20\u00a0750"]),
        ("th", ["999", "2,075", "20,750"]),
    ],
)
def test_words_are_counted_in_the_numbers_of_the_text(language: str, shown: list[str]) -> None:
    """Polish groups from five digits on."""
    assert [number(value, language) for value in (999, 2075, 20750)] == shown


def test_fuzzy_never_counts_as_done() -> None:
    messages = [
        Message("One two", "Raz", 1),
        Message("Three", "Trzy", 2, fuzzy=True),
        Message("Four", " ", 3),
    ]
    assert of_messages(messages) == Count(1, 1, 1, 2, 4)
    assert of_messages(messages, original=True) == Count(3, 0, 0, 4, 4)
    assert of_messages(messages, none=True) == Count(0, 0, 3, 0, 4)


@pytest.mark.parametrize(
    ("count", "percent"),
    [
        (Count(), 100),
        (Count(2, 0, 0, 9, 9), 100),
        (Count(999, 0, 1, 9999, 10000), 99),
        (Count(1, 0, 1, 5, 5), 99),  # what lacks is "—", say
        (Count(0, 1, 0, 0, 9), 0),
    ],
)
def test_only_what_is_complete_is_a_hundred_per_cent(count: Count, percent: int) -> None:
    assert count.percent == percent


def test_chapters_of_an_edition() -> None:
    project = Project.at(ROOT)
    counts = chapters(project, "pl")
    assert counts == {
        "book": Count(2, 0, 0, 5, 5),
        "bug": Count(5, 1, 5, 6, 33),
        "imprint": Count(4, 0, 0, 9, 9),
        "index": Count(1, 0, 0, 2, 2),
        "san": Count(0, 0, 2, 0, 6),  # the catalogue that only the Thai edition has
    }
    assert total(chapters(project, "th").values()).percent == 50
    assert all(count.complete for count in chapters(project, "en").values())


def test_a_chapter_without_a_catalogue_is_missing(tmp_path: Path) -> None:
    root = shutil.copytree(ROOT, tmp_path / "book")
    (root / "narew.md").write_text("# The Narew\n\nTwo words\nmore.\n\n---\n")
    assert chapters(Project.at(root), "th")["narew"] == Count(missing=2, words=5)
    assert chapters(Project.at(root), "en")["narew"].complete


def test_counts_of_unchanged_catalogues_are_kept(tmp_path: Path) -> None:
    root, cache = shutil.copytree(ROOT, tmp_path / "book"), tmp_path / "counts.json"
    project = Project.at(root)
    first = chapters(project, "pl", cache)
    kept = json.loads(cache.read_text())
    assert chapters(project, "pl", cache) == first
    path = root / "locales" / "pl" / "LC_MESSAGES" / "index.po"
    path.write_text(path.read_text().replace("Trzy rzeki", ""))
    assert chapters(project, "pl", cache)["index"] == Count(missing=1, words=2)
    assert len(json.loads(cache.read_text())) == len(kept)
    cache.write_text("[")
    assert chapters(project, "pl", cache)["book"] == first["book"]


def test_make_progress(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = shutil.copytree(ROOT, tmp_path / "book")
    assert main(["--root", str(root), "progress", "--languages", "pl", "th"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines() == [
        "pl (Polski)  translated  fuzzy  missing  words  done",
        "  book                2      0        0    5/5  100%",
        "  bug                 5      1        5   6/33   18%",
        "  imprint             4      0        0    9/9  100%",
        "  index               1      0        0    2/2  100%",
        "  san                 0      0        2    0/6    0%",
        "  total              12      1        7  22/55   40%",
        "",
        "th (ไทย)   translated  fuzzy  missing  words  done",
        "  book              2      0        0    5/5  100%",
        "  bug               5      1        5   6/33   18%",
        "  imprint           4      0        0    9/9  100%",
        "  index             1      0        0    2/2  100%",
        "  san               2      0        0    6/6  100%",
        "  total            14      1        5  28/55   50%",
        "",
        "_build/progress.svg",
    ]
    picture = ET.parse(root / "_build" / "progress.svg").getroot()
    texts = [e.text for e in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[:3] == ["translated", "fuzzy", "missing"]
    assert texts[3:7] == ["Polski", "40%", "pl: book", "100%"]


def test_a_catalogue_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = shutil.copytree(ROOT, tmp_path / "book")
    path = root / "locales" / "th" / "LC_MESSAGES" / "bug.po"
    path.write_text(path.read_text() + '\nmsgid "x"\nmsgstr "y\n')
    assert main(["--root", str(root), "progress"]) == 1
    line = path.read_text().count("\n")
    assert capsys.readouterr().err == (
        f'{path}:{line}: syntax: text not closed; end the line with a straight quotation mark (")\n'
    )


def test_a_chart_can_be_read_without_colours_and_without_eyes() -> None:
    bars = [Bar("Bug & <San>", Count(1, 1, 2, 10, 40), "25%", "pl")]
    root = ET.fromstring(chart(bars, "Progress", "en", Legend("done", "fuzzy", "missing")))
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    names = (root.get("aria-labelledby") or "").split()
    named = [root.find(f".//*[@id='{name}']") for name in names]
    assert [e.text for e in named if e is not None] == ["Progress", "Bug & <San>: 25%"]
    assert [e.text for e in root.iter(f"{space}text")][3:] == ["Bug & <San>", "25%"]
    solid, hatched = list(root.iter(f"{space}rect"))[-2:]
    assert (solid.get("width"), solid.get("fill")) == ("95", "currentColor")
    assert (hatched.get("width"), hatched.get("fill")) == ("95", "url(#progress-fuzzy)")
    assert root.find(f".//{space}pattern[@id='progress-fuzzy']") is not None


def test_a_complete_edition_says_nothing() -> None:
    assert sentence(Count(2, 0, 0, 9, 9), "pl") == ""
