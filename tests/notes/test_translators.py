"""A translator's own notes: in the chapter's sequence, marked, in every format."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from colophon.catalogs.check import check_catalog
from tests.notes.conftest import ROOTS, read
from tests.notes.test_added import CHAPTER, translate

OWN = {
    "pl": {
        "First.[^a] Second.[^b]": (
            "Pierwsze[^tr-1], drugie[^b] i[^a] znowu[^tr-1].\\n\\n"
            "[^tr-1]: O *nazwie* zob. {cite:p}`gross2002{9}`."
        ),
        "Third.": "Trzecie[^tr-1].\\n\\n[^tr-1]: Tu inaczej.",
        "Text of b.": "Przypis b.",
    },
    "th": {
        "First.[^a] Second.[^b]": (
            "ข้อหนึ่ง[^tr-1] ข้อสอง[^b] และ[^a] อีกครั้ง[^tr-1]\\n\\n"
            "[^tr-1]: เรื่อง*ชื่อ* ดู {cite:p}`gross2002{9}`"
        ),
        "Third.": "ข้อสาม[^tr-1]\\n\\n[^tr-1]: ที่นี่ต่างออกไป",
        "Text of b.": "เชิงอรรถ ข",
    },
}
WORDS = {"pl": "(przyp. tłum.)", "th": "(หมายเหตุผู้แปล)"}
FIRST = {"pl": "O nazwie zob. ", "th": "เรื่องชื่อ ดู "}
SECOND = {"pl": "Tu inaczej.", "th": "ที่นี่ต่างออกไป"}


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = Path(shutil.copytree(ROOTS / "test-notes", tmp_path / "root"))
    (root / "one.md").write_text(CHAPTER)
    for code, messages in OWN.items():
        translate(root, code, messages)
    return root


@pytest.mark.parametrize("code", OWN)
def test_own_notes_stand_in_the_sequence_and_are_marked(
    code: str, book: Path, tmp_path: Path
) -> None:
    edition = read(book, tmp_path, code)
    assert edition.warnings == ""
    assert edition.marks("one") == ["1", "2", "3", "1", "4", "5", "6", "7"]
    notes = [text for _, text in edition.notes("one")]
    assert notes[0].startswith(FIRST[code])
    assert re.search(r"9\.? ", notes[0])
    assert notes[0].endswith(WORDS[code])
    assert notes[3] == f"{SECOND[code]} {WORDS[code]}"
    assert [WORDS[code] in note for note in notes] == [True, False, False, True, *[False] * 3]


@pytest.mark.parametrize("code", OWN)
@pytest.mark.parametrize("builder", ["html", "epub", "latex"])
def test_every_format_has_them(code: str, builder: str, book: Path, tmp_path: Path) -> None:
    edition = read(book, tmp_path, code, builder)
    assert edition.warnings == ""
    if builder == "latex":
        (tex,) = (tmp_path / code / "latex").glob("*.tex")
        plain = re.sub("[\u200b\u2060]", "", tex.read_text()).replace("\u00a0", " ")
        assert plain.count(WORDS[code]) == 2


BAD = {
    "Trzecie[^tr-1].": "translators-notes: translator's note [^tr-1] has no text",
    "Trzecie.\\n\\n[^tr-1]: Tekst.": "translators-notes: translator's note [^tr-1] has no mark",
    "Trzecie[^n-1].\\n\\n[^n-1]: Tekst.": "footnotes: not in the msgid: [^n-1]",
    "Trzecie[^tr-1].\\n\\n[^tr-1]: Tekst.\\n\\nDrugi akapit.": "paragraph-count: an empty line",
}


@pytest.mark.parametrize("text", BAD)
def test_check_refuses(text: str, book: Path) -> None:
    translate(book, "pl", {"Third.": text})
    found = check_catalog(book / "locales" / "pl" / "LC_MESSAGES" / "one.po")
    assert [BAD[text] in str(problem) for problem in found].count(True) == 1


@pytest.mark.parametrize("code", OWN)
def test_check_lets_them_pass(code: str, book: Path) -> None:
    path = book / "locales" / code / "LC_MESSAGES" / "one.po"
    assert check_catalog(path, severities={"error"}) == []
