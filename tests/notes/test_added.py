"""Notes that a translation moves, adds and drops, where the check of the catalogues is muted."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from docutils import nodes

from colophon.notes.added import added
from tests.notes.conftest import ROOTS, Reading, compare_no_notes, ebook_page, read, web_page

CHAPTER = """(one)=
# One

First.[^a] Second.[^b]

Third.

Fourth.[^c] Fifth.{footcite:p}`gross2002{5}`

- Sixth.[^d]

[^a]: Text of a.

[^b]: Text of b.

[^c]: Text of c, as {cite:p}`zaloga2002{7}` has it.

[^d]: Text of d.
"""
CHANGED = {
    "pl": {
        "First.[^a] Second.[^b]": "Drugie[^b]. Pierwsze[^a].",  # moved
        "Third.": "Trzecie[^c], znowu[^c] i znowu{footcite:p}`gross2002{3}`.",  # added
        "Sixth.[^d]": "Szóste (zob. {cite:p}`zaloga2002{6}`).",  # dropped and added
        "Text of a.": "Przypis a, por. przypis do drugiego[^b].",
    },
    "th": {
        "First.[^a] Second.[^b]": "ข้อสอง[^b] ข้อหนึ่ง[^a]",
        "Third.": "ข้อสาม[^c] ซ้ำ[^c] และ{footcite:p}`gross2002{3}`",
        "Sixth.[^d]": "ข้อหก (ดู {cite:p}`zaloga2002{6}`)",
        "Text of a.": "เชิงอรรถ ก ดูเชิงอรรถของข้อสอง[^b]",
    },
}
MARKS = ["1", "2", "3", "3", "4", "3", "5"]
"""Of the text; the note on a has the mark of b besides."""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    compare_no_notes(monkeypatch)
    root = Path(shutil.copytree(ROOTS / "test-notes", tmp_path / "root"))
    (root / "one.md").write_text(CHAPTER)
    for code, messages in CHANGED.items():
        translate(root, code, messages)
    return root


def translate(root: Path, code: str, messages: dict[str, str]) -> None:
    head = f'msgid ""\nmsgstr "Language: {code}\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
    parts = [f'\nmsgid "{there}"\nmsgstr "{here}"\n' for there, here in messages.items()]
    (root / "locales" / code / "LC_MESSAGES" / "one.po").write_text(head + "".join(parts))


def titles(edition: Reading) -> list[str]:
    """What each note is on."""
    words = {
        "b": "Text of b", "a": "(Przypis a|เชิงอรรถ ก)", "c": "Text of c",
        "3": "(s|น). 3", "5": "(s|น). 5", "d": "Text of d",
    }  # fmt: skip
    return [
        next(name for name, word in words.items() if re.search(word, text))
        for _, text in edition.notes("one")
    ]


@pytest.mark.parametrize("code", CHANGED)
def test_reading_order_of_the_translation(code: str, book: Path, tmp_path: Path) -> None:
    edition = read(book, tmp_path, code)
    assert edition.warnings == ""
    assert edition.marks("one") == MARKS
    assert [number for number, _ in edition.notes("one")] == ["1", "2", "3", "4", "5"]
    assert titles(edition) == ["b", "a", "c", "3", "5"]


@pytest.mark.parametrize("code", CHANGED)
def test_every_mark_leads_to_its_note_and_back(code: str, book: Path, tmp_path: Path) -> None:
    document = read(book, tmp_path, code).document("one")
    notes = {note["ids"][0]: note for note in document.findall(nodes.footnote)}
    marks = list(document.findall(nodes.footnote_reference))
    assert len({mark["ids"][0] for mark in marks}) == len(marks) == len(MARKS) + 1
    for mark in marks:
        assert notes[mark["refid"]][0].astext() == mark.astext()
    for identifier, note in notes.items():
        found = [mark["ids"][0] for mark in marks if mark["refid"] == identifier]
        assert note["backrefs"] == found


@pytest.mark.parametrize("code", CHANGED)
def test_the_same_numbers_in_every_format(code: str, book: Path, tmp_path: Path) -> None:
    for builder in ("html", "epub", "latex"):
        assert read(book, tmp_path, code, builder).warnings == ""
    for page in (web_page, ebook_page):
        tree = page(tmp_path / code, "one")
        found = [a.text for a in tree.iter("{*}a") if a.get("role") == "doc-noteref"]
        assert found == [*MARKS, "1"]
    (source,) = (tmp_path / code / "latex").glob("*.tex")
    tex = source.read_text().split(r"\label{\detokenize{one:one}}")[1].split(r"\chapter")[0]
    printed = re.findall(r"(footnote(?:text)?\}|footnotemark)\[(\d+)\]", tex)
    # The mark of b in the note on a stands where that note is.
    assert [number for _, number in printed] == ["1", "2", "1", *MARKS[2:]]
    assert [number for kind, number in printed if kind != "footnotemark"] == list("12345")


def test_mark_of_no_note_is_named(book: Path, tmp_path: Path) -> None:
    translate(book, "pl", {"Third.": "Trzecie[^nikt]."})
    edition = read(book, tmp_path, "pl")
    (line,) = edition.warnings.splitlines()
    assert "one.md:6" in line
    assert "note [^nikt] has no text; write it as [^nikt]: …" in line


def test_untranslated_and_unread_marks_leave_nothing(book: Path, tmp_path: Path) -> None:
    translate(book, "pl", {"Third.": "Trzecie z `[^c]` jako kodem.", "One": "Jeden"})
    edition = read(book, tmp_path, "pl")
    assert edition.warnings == ""
    assert edition.marks("one") == ["1", "2", "3", "4", "5"]
    assert "Trzecie z [^c] jako kodem." in edition.document("one").astext()


def test_the_check_names_what_a_translation_adds_and_drops(tmp_path: Path) -> None:
    root = Path(shutil.copytree(ROOTS / "test-notes", tmp_path / "root"))
    (root / "one.md").write_text(CHAPTER)
    translate(root, "pl", CHANGED["pl"])
    with pytest.raises(Exception, match=r"(?s)one\.po:") as caught:
        read(root, tmp_path, "pl")
    message = str(caught.value)
    assert "not in the msgid: {footcite:p}`gross2002`" in message
    assert "not in the msgid: [^c] [^c]" in message
    assert "missing in the translation: [^d]" in message


@pytest.mark.parametrize(
    ("message", "translation", "names"),
    [
        ("One[^a]", "Jeden[^a]", []),
        ("One[^a]", "[^a]Jeden[^a][^b]", ["a", "b"]),
        ("One[^a]", "Jeden", []),
    ],
)
def test_added(message: str, translation: str, names: list[str]) -> None:
    assert list(added(message, translation)) == names
