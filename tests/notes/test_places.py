"""Both roles wherever an author may cite, with the same numbers in every format."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from docutils import nodes
from lxml import etree

from colophon.print.typeset import typeset
from tests.notes.conftest import ROOTS, Reading, compare_no_notes, ebook_page, read, web_page

ROOT = ROOTS / "test-notes-places"
LAST_WORDS = [
    "first.", "second.", "item.", "cell.", "caption.", "caption.", "Epigraph.", "—Attribution",
    "Quotation.", "entry.", "Term", "Definition.", "words.", "own.", "all.",
]  # fmt: skip
"""What stands before each mark in English, by number."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root in two languages and three formats, built in silence."""
    folder = tmp_path_factory.mktemp("places")
    for code in ("en", "pl"):
        for builder in ("html", "epub", "latex"):
            assert read(ROOT, folder, code, builder).warnings == "", (code, builder)
    return folder


_web = partial(web_page, docname="places")
_ebook = partial(ebook_page, docname="places")


def _numbers(page: etree._Element) -> list[int]:
    return [int(a.text) for a in page.iter("{*}a") if a.get("role") == "doc-noteref"]


def _tex(folder: Path) -> str:
    (path,) = (folder / "latex").glob("*.tex")
    return path.read_text().split(r"\label{\detokenize{places:places}}")[-1]


def _print(tex: str) -> list[str]:
    """The bodies of the notes."""
    return re.split(r"\\begin\{footnote(?:text)?\}\[\d+\]", tex)[1:]


def _before_marks(page: etree._Element) -> dict[int, str]:
    """The last word before each mark."""
    found = {}
    for mark in (a for a in page.iter("{*}a") if a.get("role") == "doc-noteref"):
        outer = mark.getparent() if mark.getparent().tag.endswith("sup") else mark
        before = outer.getprevious()
        text = (before.tail if before is not None else outer.getparent().text) or ""
        found[int(mark.text)] = text.split()[-1]
    return found


@pytest.mark.parametrize("page", [_web, _ebook], ids=["html", "epub"])
def test_a_note_in_every_place(page: Callable[[Path], etree._Element], output: Path) -> None:
    found = page(output / "en")
    assert _before_marks(found) == dict(enumerate(LAST_WORDS, 1))
    # The mark of the inner note stands in its note, below the text.
    assert _numbers(found) == [*range(1, 14), 15, 14]


@pytest.mark.parametrize("code", ["en", "pl"])
def test_the_same_numbers_in_three_formats(code: str, output: Path) -> None:
    web, ebook, tex = (made(output / code) for made in (_web, _ebook, _tex))
    assert _numbers(web) == _numbers(ebook)
    bodies = re.findall(r"\\begin\{footnote(?:text)?\}\[(\d+)\]", tex)
    assert bodies == [str(number) for number in range(1, 16)]
    # What is no note at its mark is a mark with the note below.
    marks = re.findall(r"\\sphinxfootnotemark\[(\d+)\]", tex)
    assert marks == re.findall(r"\\begin\{footnotetext\}\[(\d+)\]", tex)


@pytest.mark.parametrize("code", ["en", "pl"])
def test_each_number_has_the_same_note_in_three_formats(code: str, output: Path) -> None:
    notes = read(ROOT, output, code).notes("places")
    for (number, text), tex in zip(notes, _print(_tex(output / code)), strict=True):
        place = re.findall(r"\d+", text)[-1]
        assert place in tex[: tex.index(r"\end{footnote")], number
    for page in (_web(output / code), _ebook(output / code)):
        plain = re.sub(r"\s+", " ", "".join(page.itertext()))
        for _, text in notes:
            assert re.sub(r"\d+\.?$", "", text).strip() in plain.replace("\u00a0", " ")


def test_in_print_each_note_stands_at_the_foot_of_its_page(output: Path) -> None:
    """Of a table and of its caption as well, though both end a page here."""
    path = typeset(output / "en" / "latex", "places-en")
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    pages = done.stdout.decode().split("\f")
    for number, word in enumerate(LAST_WORDS, 1):
        mark = re.compile(rf"{re.escape(word.lstrip('—'))}{number}\b")
        (page,) = (page for page in pages if mark.search(page))
        assert re.search(rf"^ *{number}\.(?: |$)", page, re.MULTILINE), number


def test_the_other_role_prints_in_the_text_in_every_place(output: Path) -> None:
    for page in (_web(output / "en"), _ebook(output / "en")):
        text = " ".join("".join(page.itertext()).split())
        for word, work in [
            ("Paragraph", "Gross, Revolution from Abroad"),
            ("List item", "Łach, “Przywracanie pamięci”"),
            ("Table", "Zaloga, Poland 1939"),
            ("Title", "Zaloga, Poland 1939"),
            ("Figure", "Gross, Revolution from Abroad"),
            ("Epigraph", "Łach, “Przywracanie pamięci”"),
            ("Quotation", "Gross, Revolution from Abroad"),
            ("Entry", "Łach, “Przywracanie pamięci”"),
            ("Definition", "Gross, Revolution from Abroad"),
        ]:
            assert f"{word} with ({work})" in text
        assert re.search(r"Attribution\s?8 with \(Zaloga, Poland 1939\)", text)
        assert re.search(r"Term\s?11 with \(Zaloga, Poland 1939\)", text)


def test_both_roles_in_a_note(output: Path) -> None:
    notes = dict(read(ROOT, output).notes("places"))
    assert notes["13"] == (
        "Both roles: Łach, “Przywracanie pamięci”, 13 and Zaloga, Poland 1939, 14, "
        "and a note of its own.14"
    )
    assert notes["14"] == "The inner note has Gross, Revolution from Abroad, 15."


def _places(edition: Reading) -> list[tuple[str, str]]:
    """Number and last figure (the page that is cited) of each note."""
    return [(n, re.findall(r"\d+", text)[-1]) for n, text in edition.notes("places")]


def test_numbers_follow_a_translation_in_another_order(output: Path) -> None:
    edition = read(ROOT, output, "pl")
    pages = [page for _, page in _places(edition)]
    assert pages == [*"213456789", "10", "11", "12", "13", "15", "16"]
    # The full form stands where the Polish reader meets the work first.
    assert edition.notes("places")[0][1].startswith("S.J. Zaloga, Poland 1939: The Birth")


def test_numbers_follow_a_translation_that_adds_and_drops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check of the catalogues refuses such a translation, which is mostly a slip.

    Where it is muted, the sequence is that of the translation all the same.
    """
    root = Path(shutil.copytree(ROOT, tmp_path / "root"))
    shutil.copy(root / "free.po", root / "locales" / "pl" / "LC_MESSAGES" / "places.po")
    with pytest.raises(Exception, match=r"(?s)missing in the translation.*not in the msgid"):
        read(root, tmp_path, "pl")
    compare_no_notes(monkeypatch)
    for builder in ("html", "epub", "latex", "dummy"):
        edition = read(root, tmp_path, "pl", builder)
        assert edition.warnings == ""
    # Dropped: page 3, and the note with words with all in it; added: pages 44 and 61.
    pages = [*"214", "44", *"56789", "10", "11", "12", "61", "16"]
    assert _places(edition) == [(str(number), page) for number, page in enumerate(pages, 1)]
    assert _numbers(_web(tmp_path / "pl")) == list(range(1, len(pages) + 1))
    assert _numbers(_ebook(tmp_path / "pl")) == list(range(1, len(pages) + 1))
    assert len(_print(_tex(tmp_path / "pl"))) == len(pages)
    notes = [text for _, text in edition.notes("places")]
    # Cited twice running since the list item between them has lost its note.
    assert notes[2] == "Tamże, s. 4."


@pytest.mark.parametrize("role", ["footcite:p", "cite:p"])
def test_in_a_heading_both_roles_are_refused(role: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(ROOT, tmp_path / "root"))
    chapter = root / "places.md"
    text = chapter.read_text().replace("# Where notes stand", f"# Heading{{{role}}}`gross2002`")
    chapter.write_text(text)
    edition = read(root, tmp_path)
    (line,) = edition.warnings.splitlines()
    assert "places.md:2: WARNING: a citation cannot stand in a heading" in line
    assert "put it into the text below" in line
    (title, *_) = edition.document("places").findall(nodes.title)
    assert title.astext() == "Heading"
