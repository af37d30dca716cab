"""Bad input: one clear line for each fault, status 1, no traceback, the last good output stays."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

ARTEFACT = Path("_build/html/pl/chapter.html")


def build(book: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the Makefile runs, in the book's folder."""
    return subprocess.run(
        [sys.executable, "-m", "colophon", *arguments],
        cwd=book,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small book whose Polish web edition has been built."""
    book = tmp_path_factory.mktemp("books") / "book"
    shutil.copytree(ROOT / "tests" / "roots" / "test-book", book)
    done = build(book, "build", "html", "--languages", "pl")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Nikt się tego nie spodziewał" in (book / ARTEFACT).read_text()
    return book


@pytest.fixture
def book(built: Path, tmp_path: Path) -> Path:
    """A copy of it, to spoil."""
    return Path(shutil.copytree(built, tmp_path / "book"))


def refused(book: Path, *expected: str, arguments: tuple[str, ...] = ()) -> None:
    """Exactly these lines, in this order, and nothing of the last good build touched."""
    before = {p: p.read_bytes() for p in (book / "_build" / "html").rglob("*") if p.is_file()}
    done = build(book, *(arguments or ("build", "html", "--languages", "pl")))
    lines = done.stderr.splitlines()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert len(lines) == len(expected), lines
    for line, pattern in zip(lines, expected, strict=True):
        assert re.search(pattern, line), (pattern, line)
    after = {p: p.read_bytes() for p in (book / "_build" / "html").rglob("*") if p.is_file()}
    assert before == after


def edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text()))


def po(book: Path) -> Path:
    return book / "locales" / "pl" / "LC_MESSAGES" / "chapter.po"


def test_broken_catalog(book: Path) -> None:
    edit(po(book), lambda text: text.replace('msgstr "Marsz"', 'msgstr "Marsz'))
    refused(
        book, r"^locales/pl/LC_MESSAGES/chapter\.po:10: syntax: text not closed; end the line with"
    )


def test_catalog_in_another_encoding(book: Path) -> None:
    po(book).write_bytes(po(book).read_text().encode("cp1250"))
    refused(
        book, r"^locales/pl/LC_MESSAGES/chapter\.po:14: encoding: not UTF-8 .*; save the file with"
    )


def test_chapter_in_another_encoding(book: Path) -> None:
    chapter = book / "docs/chapter.md"
    chapter.write_bytes(chapter.read_bytes() + "\nŻółć\n".encode("cp1250"))
    refused(book, r"^docs/chapter\.md:14: not UTF-8 \(byte 0xaf\); save the file with")


def test_control_character_in_a_chapter(book: Path) -> None:
    edit(book / "docs/chapter.md", lambda text: text.replace("October", "Octo\x01ber"))
    refused(book, r"^docs/chapter\.md:12: hidden characters: U\+0001; delete them$")


def test_malformed_bibliography(book: Path) -> None:
    edit(book / "references.bib", lambda text: text.replace("{Osprey},", "{Osprey,"))
    refused(book, r"^references\.bib:\d+: .+; .+")


def test_duplicate_bibliography_entry(book: Path) -> None:
    edit(book / "references.bib", lambda text: text + text[: text.index("@book{sanford")])
    refused(book, r"^references\.bib:20: .*zaloga2002.*; .+")


def test_misspelt_key_in_a_chapter(book: Path) -> None:
    edit(book / "docs/chapter.md", lambda text: text.replace("`zaloga2002{90}`", "`zalgoa2002`"))
    refused(book, r"^docs/chapter\.md:12: .*'zalgoa2002'.*'zaloga2002'")


def test_misspelt_key_in_a_translation(book: Path) -> None:
    edit(po(book), lambda text: text.replace("ku{footcite:p}`zaloga2002", "ku{footcite:p}`zalgoa2"))
    refused(
        book,
        r"^locales/pl/LC_MESSAGES/chapter\.po:25: citations: missing in the translation",
        r"^locales/pl/LC_MESSAGES/chapter\.po:25: citations: not in the msgid",
        r"^locales/pl/LC_MESSAGES/chapter\.po:26: .*'zalgoa2'.*'zaloga2002'",
    )


def test_missing_image(book: Path) -> None:
    edit(book / "docs/chapter.md", lambda text: text + "\n![A map](map.svg)\n")
    refused(book, r"^docs/chapter\.md:14: image file not readable: map\.svg; put the file there")
    # The fault is still there on the next run, though Sphinx has read the chapter by now.
    refused(book, r"^docs/chapter\.md:14: image file not readable: map\.svg")


def test_unwritable_output(book: Path) -> None:
    work = book / "_build" / "work"
    shutil.rmtree(work)
    work.write_text("a file in the way")
    refused(book, r"_build/work.*: (file exists|not a directory); move the file away")


def test_missing_tex(book: Path, tmp_path: Path) -> None:
    empty = tmp_path / "bin"
    empty.mkdir()
    done = build(book, "build", "latexpdf", "--languages", "pl", PATH=str(empty))
    assert done.returncode == 1
    assert done.stderr == (
        "xelatex is missing, which latexpdf needs; "
        "run make setup, or: apt-get install texlive-xetex\n"
    )


def test_unknown_language_and_format(book: Path) -> None:
    refused(
        book,
        r"^unknown format 'docx'; known are: html epub latexpdf$",
        r"^unknown language 'xx'; known are: en pl th$",
        arguments=("build", "docx", "--languages", "xx"),
    )


def test_broken_conf(book: Path) -> None:
    edit(book / "conf.py", lambda text: text + "\nthis is no Python\n")
    refused(book, r"^conf\.py:\d+: .*; mend conf\.py")


def test_unfit_metadata(book: Path) -> None:
    edit(book / "conf.py", lambda text: text.replace('"slug": "small-book"', '"slug": "Mała!"'))
    refused(book, r"^conf\.py: colophon_book: slug 'Mała!' is no file name; use small ASCII")


def test_everything_wrong_at_once(book: Path) -> None:
    """One run tells of the catalogue, the bibliography and the chapter."""
    edit(po(book), lambda text: text.replace('msgstr "Marsz"', 'msgstr "Marsz'))
    edit(book / "references.bib", lambda text: text + text[: text.index("@book{sanford")])
    edit(book / "docs/chapter.md", lambda text: text.replace("`zaloga2002{90}`", "`zalgoa2002`"))
    refused(
        book,
        r"^docs/chapter\.md:12: ",
        r"^locales/pl/LC_MESSAGES/chapter\.po:10: ",
        r"^references\.bib:20: ",
    )


def test_the_other_languages_are_built(book: Path) -> None:
    """A fault of the Polish catalogue alone stops the Polish editions alone."""
    edit(po(book), lambda text: text.replace("Marsz zakończył", "{unknownrole}`x` zakończył"))
    done = build(book, "build", "html", "--languages", "th")
    assert (done.returncode, done.stderr) == (0, "")
