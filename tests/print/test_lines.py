"""Where the lines of a printed page end."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from colophon.print.elements import escape
from colophon.print.hyphenation import marks
from colophon.print.typeset import typeset
from tests.print.conftest import write


@pytest.fixture(scope="session")
def heads(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The TeX file of the root in each language that divides words."""
    folder = tmp_path_factory.mktemp("lines")
    return {language: write(folder, language)[0] for language in ("en", "pl")}


def lines(head: Path, cases: list[tuple[str, str]]) -> list[str]:
    """The lines of each text where its first line has room for so much and no more, with bars."""
    preamble, _, _body = head.read_text("utf-8").partition("\\begin{document}")
    boxes = [
        rf"\settowidth\room{{{room}}}\noindent\begin{{minipage}}{{\textwidth}}"
        rf"\rule{{\dimexpr\textwidth-\room}}{{0pt}}\hskip0pt {marks(escape(text), '')}"
        "\\end{minipage}\n\\clearpage"
        for room, text in cases
    ]
    begin = r"\newlength\room\begin{document}\pagestyle{empty}"
    body = "\n".join(["", begin, *boxes, r"\end{document}", ""])
    stem = "lines"
    head.with_name(f"{stem}.tex").write_text(preamble + body, "utf-8")
    pdf = typeset(head.parent, stem)
    done = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True
    )
    pages = done.stdout.split("\f")[: len(cases)]
    return ["|".join(filter(None, map(str.strip, page.split("\n")))) for page in pages]


def test_polish_compounds_alone_repeat_their_hyphen(heads: dict[str, Path]) -> None:
    assert lines(
        heads["pl"],
        [
            ("czerwono-", "czerwono-biały"),
            ("tpg-", "tpg-grabowiec.pl"),
            ("http://ą-", "http://ą-ę"),
            ("PZL-", "PZL-37"),
        ],
    ) == ["czerwono-|-biały", "tpg-|grabowiec.pl", "http://ą-|ę", "PZL-|37"]


def test_compounds_are_divided_at_their_hyphen(heads: dict[str, Path]) -> None:
    assert lines(heads["en"], [("non-ag-", "non-aggression")]) == ["non-|aggression"]
    assert lines(heads["pl"], [("biało-czer-", "biało-czerwony")]) == ["biało-|-czerwony"]


def test_dates_are_not_divided(heads: dict[str, Path]) -> None:
    assert lines(
        heads["en"],
        [
            ("24 Au-", "24\u00a0August"),
            ("20–", "20–21\u00a0September"),
            ("Au-", "Augustus"),
            ("war—", "war—peace"),
        ],
    ) == ["24 August", "20–21 September", "Au-|gustus", "war—|peace"]
    assert lines(heads["pl"], [("wrze-", "września"), ("Sep-", "September")])[0] == "września"


def test_thai_words_change_nothing_for_those_after_them(heads: dict[str, Path]) -> None:
    assert lines(heads["en"], [("กองทัพ", "กองทัพ"), ("20–", "20–21")]) == ["กองทัพ", "20–21"]
