"""The proof-readers' document: what they see, and what comes back of what they say."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from colophon.__main__ import main
from colophon.exchange.files import export, take
from colophon.project import Project
from tests.conftest import LANGUAGES
from tests.exchange.conftest import TEXTS, catalog, exchange


def opened(book: Project, language: str) -> tuple[Path, Document]:
    export(book, [language])
    path = exchange(book, f"{language}/book-{language}.docx")
    return path, docx.Document(str(path))


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("en", ["Message", "Source", "Translation", "Comment"]),
        ("pl", ["Komunikat", "Oryginał", "Tłumaczenie", "Uwaga"]),
        ("th", ["ข้อความ", "ต้นฉบับ", "คำแปล", "ความเห็น"]),
    ],
)
def test_a_table_for_each_chapter(book: Project, language: str, heads: list[str]) -> None:
    _, document = opened(book, language)
    one, two = document.tables
    assert [cell.text for cell in one.rows[0].cells] == heads
    ids = [row.cells[0].text for row in [*one.rows[1:], *two.rows[1:]]]
    assert len(set(ids)) == len(ids) == 5  # what the book no longer has is not proof-read
    assert all(name.startswith(f"{language}-m") for name in ids)
    row = one.rows[3].cells
    assert row[1].text == "Two lines\nin one message"
    assert row[2].text == TEXTS[language]["lines"].replace('\\n"\n"', "\n")
    assert row[3].text == ""
    tags = [r.get(docx.oxml.ns.qn("w:val")) for r in one._tbl.iter(docx.oxml.ns.qn("w:lang"))]
    assert tags[5:7] == ["en-GB", {"en": "en-GB", "pl": "pl", "th": "th"}[language]]


def test_comments_come_back(book: Project, capsys: pytest.CaptureFixture[str]) -> None:
    path, document = opened(book, "th")
    rows = document.tables[0].rows
    rows[1].cells[3].text = "ใครพูด\nและเมื่อไร"
    rows[2].cells[2].text = "ถ้อยคำใหม่"
    margin = rows[4].cells[1].paragraphs[0].runs[0]
    document.add_comment(margin, text="Not yet?", author="B", initials="B")
    document.save(str(path))
    assert main(["--root", str(book.root), "import", str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "locales/th/LC_MESSAGES/one.po:7: comment added: "
        "Comment of the proof-reader: ใครพูด และเมื่อไร",
        "locales/th/LC_MESSAGES/one.po:15: comment added: Proposal of the proof-reader: ถ้อยคำใหม่",
        "locales/th/LC_MESSAGES/one.po:30: comment added: Comment of the proof-reader: Not yet?",
    ]
    text = catalog(book, "th").read_text()
    assert "translator.\n# Comment of the proof-reader: ใครพูด และเมื่อไร\n#. Of the" in text
    assert "\n\n# Proposal of the proof-reader: ถ้อยคำใหม่\n#: docs/one.md:5\n#, fuzzy, no-w" in text
    assert 'with a tab."\nmsgstr "ถ้อยคำ  เดิม\\tมีแท็บ"\n' in text
    # A second time there is nothing new.
    assert take(book, [path]) == ([], [])


def test_tracked_changes_are_read_as_accepted(book: Project) -> None:
    path, document = opened(book, "pl")
    paragraph = document.tables[1].rows[1].cells[3].paragraphs[0]._p
    paragraph.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="9"><w:r><w:delText>Old</w:delText></w:r></w:del>')
    )
    paragraph.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="8"><w:r><w:t>Nowe</w:t></w:r></w:ins>')
    )
    document.save(str(path))
    assert take(book, [path]) == (
        ["locales/pl/LC_MESSAGES/part/two.po:7: comment added: Comment of the proof-reader: Nowe"],
        [],
    )


def test_rows_that_fit_no_message(book: Project) -> None:
    path, document = opened(book, "pl")
    rows = document.tables[0].rows
    rows[1].cells[0].text = "pl-m0123456789"
    rows[1].cells[3].text = "Who?"
    rows[2]._tr.remove(rows[2].cells[3]._tc)
    document.save(str(path))
    name = document.tables[0].rows[2].cells[0].text
    changes, problems = take(book, [path])
    assert changes == []
    assert [str(problem) for problem in problems] == [
        f"{path}:2: message pl-m0123456789 is no more in the book; its comment was: Who?",
        f"{path}:3: message {name} has 3 columns instead of 4; give the row its columns back",
    ]


def test_a_comment_is_one_line_whatever_it_says(book: Project) -> None:
    path, document = opened(book, "pl")
    evil = 'x\nmsgid "A"\u2028msgstr "B" colophon: ignore numbers – so there'
    document.tables[0].rows[1].cells[3].text = evil
    document.save(str(path))
    assert take(book, [path])[1] == []
    line = '# Comment of the proof-reader: x msgid "A" msgstr "B" colophon ·: ignore numbers'
    assert line in catalog(book, "pl").read_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_edition_has_its_document(book: Project, language: str) -> None:
    path, document = opened(book, language)
    assert document.core_properties.language == {"en": "en-GB"}.get(language, language)
    assert take(book, [path]) == ([], [])
