"""`make check` as a person, GitHub and other tools read it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from colophon.__main__ import main
from colophon.catalogs.check import check_catalog
from colophon.catalogs.report import report
from colophon.problems import Problem
from tests.conftest import ROOT

PROBLEMS = [
    Problem("locales/pl/a.po", 3, "number missing: 1939", "add it", "number-count", "warning"),
    Problem("locales/pl/a.po", 7, "50%, gone:\nhere", "mend it", "citations"),
    Problem("docs/a.md", 0, "not UTF-8", "save it"),
]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the small book, whose Polish catalogues have been made to agree with it."""
    copy = Path(shutil.copytree(ROOT / "tests" / "roots" / "test-book", tmp_path / "book"))
    assert main(["--root", str(copy), "catalogs"]) == 0
    return copy


def check(book: Path, *options: str) -> int:
    return main(["--root", str(book), "check", "--languages", "pl", *options])


def test_a_person_reads_warnings_with_their_mark() -> None:
    remarks = [Problem("references.bib", 4, "not cited (x)")]
    assert report(PROBLEMS, remarks, "text").splitlines() == [
        "references.bib:4: not cited (x)",
        "locales/pl/a.po:3: number-count: number missing: 1939; add it (warning)",
    ]


def test_github_is_told_in_commands() -> None:
    assert report(PROBLEMS, [], "github").splitlines() == [
        "::warning file=locales/pl/a.po,line=3,title=number-count::number missing: 1939; add it",
        "::error file=locales/pl/a.po,line=7,title=citations::50%25, gone: here; mend it",
        "::error file=docs/a.md::not UTF-8; save it",
    ]


def test_sarif_has_rules_and_results() -> None:
    log = json.loads(report(PROBLEMS, [], "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["citations", "input", "number-count"]
    assert rules[0]["shortDescription"]["text"] == "The same works are cited."
    assert rules[2]["defaultConfiguration"]["level"] == "warning"
    first = run["results"][0]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("number-count", 2, "warning")
    place = first["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "locales/pl/a.po"},
        "region": {"startLine": 3},
    }
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert "region" not in run["results"][2]["locations"][0]["physicalLocation"]


def test_warnings_are_printed_and_do_not_fail(
    book: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    po = book / "locales/pl/LC_MESSAGES/chapter.po"
    po.write_text(po.read_text().replace('msgstr "Marsz"', 'msgstr "Marsz."'))
    assert check(book) == 0
    out, err = capfd.readouterr()
    assert err == ""
    warning = "final-punctuation: ends with full stop, the msgid with nothing; end it in the"
    assert any(warning in line and line.endswith("(warning)") for line in out.splitlines())


@pytest.mark.parametrize("format", ["text", "github", "sarif"])
def test_errors_are_told_and_fail(
    book: Path, capfd: pytest.CaptureFixture[str], format: str
) -> None:
    po = book / "locales/pl/LC_MESSAGES/chapter.po"
    po.write_text(po.read_text().replace('msgstr "Marsz"', 'msgstr "# Marsz"'))
    assert check(book, "--format", format) == 1
    out, err = capfd.readouterr()
    told = err if format == "text" else out
    assert "block-start" in told
    assert "locales/pl/LC_MESSAGES/chapter.po" in told


def test_the_chapters_are_read_again_when_they_have_changed(
    book: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check(book) == 0
    assert " template: " not in capfd.readouterr().out
    chapter = book / "docs/chapter.md"
    chapter.write_text(chapter.read_text() + "\nA new paragraph.\n")
    assert check(book) == 0
    assert "chapter.po:1: template: " in (out := capfd.readouterr().out)
    assert "(1 missing)" in out
    with monkeypatch.context() as patched:
        patched.setattr("colophon.catalogs.templates.extract", None)  # not called again
        assert check(book) == 0
    chapter.unlink()
    index = book / "docs/index.md"
    index.write_text(index.read_text().replace("chapter\n", ""))
    assert check(book) == 0
    assert "the chapter has 0" in capfd.readouterr().out


def test_text_that_sphinx_cannot_read_is_told_with_the_rest(
    book: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    po = book / "locales/pl/LC_MESSAGES/chapter.po"
    po.write_text(po.read_text().replace('msgstr "Marsz"', 'msgstr "# Marsz"'))
    chapter = book / "docs/chapter.md"
    chapter.write_text(chapter.read_text() + "\n```{nonesuch}\n```\n")
    assert check(book) == 1
    err = capfd.readouterr().err
    assert "Unknown directive type" in err
    assert "block-start" in err


def test_a_fault_is_one_line_that_commands_no_terminal(tmp_path: Path) -> None:
    path = tmp_path / "pl" / "LC_MESSAGES" / "a.po"
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "See."\nmsgstr "[x](https://a\x1b[2Jb) {math}`a\\n::error::b\u202e`"\n'
    )
    lines = [str(problem) for problem in check_catalog(path, severities={"error"})]
    assert lines
    assert all(line.isprintable() for line in lines)
