"""Running XeLaTeX: what comes out, and what is left when nothing does."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from colophon.print import typeset as module
from colophon.print.typeset import typeset
from colophon.problems import Problems

SOUND = r"\documentclass{article}\begin{document}Sound.\end{document}"


def document(folder: Path, body: str) -> Path:
    (folder / "book.tex").write_text(rf"\documentclass{{article}}\begin{{document}}{body}")
    return folder


def text_of(pdf: Path) -> str:
    return subprocess.run(
        ["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout


def test_the_same_text_makes_the_same_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = []
    for name in ("here", "elsewhere"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "book.tex").write_text(SOUND)
        made.append(typeset(tmp_path / name, "book").read_bytes())
    assert made[0] == made[1]


def test_nothing_is_done_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "book.tex").write_text(SOUND)
    pdf = typeset(tmp_path, "book")
    monkeypatch.setattr(module, "_passes", None)  # calling it would fail
    assert typeset(tmp_path, "book") == pdf


def test_a_fault_names_its_place_and_leaves_the_last_good_pdf(tmp_path: Path) -> None:
    (tmp_path / "book.tex").write_text(SOUND)
    good = typeset(tmp_path, "book").read_bytes()
    document(tmp_path, "\n%% docs/note.md:7\n\\nonsense\\end{document}")
    with pytest.raises(Problems, match=r"^docs/note.md:7: TeX stopped: Undefined control"):
        typeset(tmp_path, "book")
    assert (tmp_path / "book.pdf").read_bytes() == good
    assert not (tmp_path / "book.aux").exists()


def test_a_missing_program_is_named_with_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "book.tex").write_text(SOUND)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Problems) as caught:
        typeset(tmp_path, "book")
    assert str(caught.value) == (
        "xelatex is not installed; run make setup or install texlive-xetex"
    )


def test_a_missing_style_is_named_with_its_package(tmp_path: Path) -> None:
    (tmp_path / "book.tex").write_text(r"\documentclass{article}\usepackage{nonesuch}\relax")
    with pytest.raises(Problems, match=r"TeX lacks nonesuch.sty; .* texlive-latex-extra$"):
        typeset(tmp_path, "book")


def test_a_character_without_a_face_is_a_fault(tmp_path: Path) -> None:
    document(tmp_path, "漢\\end{document}")
    with pytest.raises(Problems, match=r"no face of the book has the character 漢 \(U\+6F22\)"):
        typeset(tmp_path, "book")
    assert not (tmp_path / "book.pdf").exists()


def test_a_line_that_sticks_out_is_a_fault(tmp_path: Path) -> None:
    document(tmp_path, "\n%% docs/note.md:9\n\\noindent\\hbox to 400pt{}\n\n\\end{document}")
    with pytest.raises(Problems, match=r"^docs/note.md:9: a line is too wide by 55"):
        typeset(tmp_path, "book")


@pytest.mark.parametrize(
    "command",
    [r"\input{/etc/hostname}", r"\input{../secret}", r"\openin1=/etc/hostname \read1 to\x \x"],
)
def test_text_reads_no_file_of_the_machine(tmp_path: Path, command: str) -> None:
    (tmp_path / "secret.tex").write_text("secret")
    folder = tmp_path / "work"
    folder.mkdir()
    document(folder, command + r"\end{document}")
    with pytest.raises(Problems):
        typeset(folder, "book")
    assert not (folder / "book.pdf").exists()


def test_text_runs_no_command_and_writes_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    document(folder, r"\immediate\write18{touch ran}Text.\end{document}")
    assert "Text." in text_of(typeset(folder, "book"))
    assert not (folder / "ran").exists()
    document(folder, r"\immediate\openout3=../out \end{document}")
    with pytest.raises(Problems):
        typeset(folder, "book")
    assert list(tmp_path.iterdir()) == [folder]


def test_text_that_never_ends_is_stopped(tmp_path: Path) -> None:
    document(tmp_path, r"\def\x{\x}\x\end{document}")
    with pytest.raises(Problems, match=r"^book.tex: xelatex ran for 3 s without end"):
        typeset(tmp_path, "book", timeout=3)
