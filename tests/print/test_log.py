"""What is read from XeLaTeX's log."""

from __future__ import annotations

import pytest

from colophon.print.log import problems, source_mark

TEX = (
    "\\begin{document}"
    + source_mark("docs/note.md", 12)
    + "\nA line of the book.\n"
    + source_mark("docs/note.md", 14)
    + "\nAnother line.\n"
)


def said(log: str) -> list[str]:
    return [str(problem) for problem in problems(log, TEX, "book.tex")]


def test_a_sound_log_says_nothing() -> None:
    assert said("Overfull \\hbox (0.4pt too wide) in paragraph at lines 4--4\n") == []


@pytest.mark.parametrize(
    ("log", "message"),
    [
        (
            "Missing character: There is no 漢 (U+6F22) in font [LinLibertine_R.otf]!",
            "book.tex: no face of the book has the character 漢 (U+6F22)",
        ),
        (
            "Missing character: There is no 漢 in font [LinLibertine_R.otf]!",
            "book.tex: no face of the book has the character 漢 (U+6F22)",
        ),
        (
            "Overfull \\hbox (12.5pt too wide) in paragraph at lines 4--5",
            "docs/note.md:12: a line is too wide by 12.5 pt",
        ),
        (
            "Overfull \\hbox (12.5pt too wide) detected at line 8",
            "docs/note.md:14: a line is too wide by 12.5 pt",
        ),
        (
            "Overfull \\vbox (3.0pt too high) has occurred while \\output is active []",
            "book.tex: a page is too full by 3.0 pt",
        ),
        (
            "LaTeX Warning: Float too large for page by 20.5pt on input line 5.",
            "docs/note.md:12: a figure with caption and notes is too high by 20.5 pt; shorten them",
        ),
        (
            "LaTeX Warning: Hyper reference `note:x' on page 3 undefined on input line 7.",
            "book.tex: reference to note:x, which is not in the book",
        ),
        (
            "./book.tex:8: Undefined control sequence.",
            "docs/note.md:14: TeX stopped: Undefined control sequence.",
        ),
        (
            "! LaTeX Error: File `titlesec.sty' not found.",
            "book.tex: TeX lacks titlesec.sty; run make setup or install texlive-latex-extra",
        ),
        (
            "./colophon.sty:21: LaTeX Error: File `fontspec.sty' not found.",
            "book.tex: TeX lacks fontspec.sty; run make setup or install texlive-latex-recommended",
        ),
        (
            './colophon.sty:30: Package fontspec Error: The font "Norasi" cannot be found.',
            "book.tex: TeX lacks the face Norasi; run make setup or install fonts-tlwg-norasi-otf",
        ),
        (
            "./sphinx.sty:9: Font TU/lmr/m/n/10=[lmroman10-regular]:+tlig; at 10pt not loadable",
            "book.tex: TeX lacks the face lmroman10; run make setup or install fonts-lmodern",
        ),
    ],
)
def test_each_fault_is_one_line_with_its_place(log: str, message: str) -> None:
    (line,) = said(log)
    assert line.startswith(message)


def test_every_fault_is_told_once() -> None:
    line = "Overfull \\hbox (12.5pt too wide) in paragraph at lines 4--5\n"
    assert len(said(line * 3)) == 1
