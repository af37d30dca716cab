"""What an import does not take: each unit with its line, and files that are an attack."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from colophon.__main__ import main
from colophon.exchange import untrusted
from colophon.exchange.files import export, take
from colophon.project import Project
from tests.exchange.conftest import catalog, exchange

BACK = '#: docs/one.md:30\nmsgid "Gone."\nmsgstr "Przepadło."'


def changed(book: Project, old: str, new: str, name: str = "pl/one.xlf") -> Path:
    """An exported file in which somebody has changed something."""
    export(book, ["pl", "th", "en"])
    path = exchange(book, name)
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    return path


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "fault"),
    [
        (
            "pl/one.xlf",
            "<source>Not yet.</source>",
            "<source>Not today.</source><target>Nie dziś.</target>",
            50,
            "no message has this source: 'Not today.'; "
            "the source has changed since the export: export anew",
        ),
        (
            "pl/one.xlf",
            "<target>Nie ma.</target>",
            "<target>Ma.</target>",
            63,
            "the book no longer has this message: 'Gone.'; take it out of the file",
        ),
        (
            "pl/one.xlf",
            "<source>Not yet.</source>",
            '<source>Not yet.</source><target>Nie<ph id="1"/></target>',
            50,
            "elements inside the text: ph; give the text without them",
        ),
        (
            "pl/one.xlf",
            'original="one"',
            'original="../../../etc/passwd"',
            4,
            "no catalogue of pl is named '../../../etc/passwd'; name one of the book's",
        ),
        (
            "pl/one.xlf",
            'trgLang="pl"',
            'trgLang="de"',
            0,
            "the language of the translation is de; the book has en pl th",
        ),
        (
            "pl/one.xlf",
            'srcLang="en-GB"',
            'srcLang="ru"',
            0,
            "the language of the source is ru; the book's is en-GB",
        ),
        (
            "pl/one.xlf",
            "urn:oasis:names:tc:xliff:document:2.0",
            "urn:oasis:names:tc:xliff:document:1.2",
            2,
            "no XLIFF 2; export XLIFF 2.0; version 1.2 is another format",
        ),
        ("pl/one.xlf", "</xliff>", "", 71, "no XML: Premature end of data in tag xliff line 2; "),
        (
            "th/book-th.tmx",
            '<tuv xml:lang="en-GB">',
            '<tuv xml:lang="ru">',
            6,
            "no text in the language of the source, en-GB; export it with its source",
        ),
        (
            "th/book-th.tmx",
            "<seg>Two</seg>",
            "<seg>Three</seg>",
            65,
            "no message has this source: 'Three'; the source has changed since the export",
        ),
        (
            "th/book-th.tmx",
            "<seg>Two</seg>",
            "<seg>T<bpt i='1'/>o</seg>",
            65,
            "elements inside the text: bpt; give the text without them",
        ),
    ],
)
def test_refused_units(book: Project, name: str, old: str, new: str, line: int, fault: str) -> None:
    path = changed(book, old, new, name)
    before = {po: po.read_bytes() for po in book.root.rglob("*.po")}
    changes, problems = take(book, [path])
    (problem,) = problems
    place = f"{path}:{line}: " if line else f"{path}: "
    assert str(problem).startswith(place + fault)
    assert changes == []
    assert {po: po.read_bytes() for po in book.root.rglob("*.po")} == before


def test_the_rest_of_a_file_is_taken(book: Project) -> None:
    path = changed(book, ">Stare  brzmienie", ">Nowe  brzmienie")
    text = path.read_text().replace('state="initial"', 'state="reviewed"', 1)
    path.write_text(text.replace("<source>Not yet.", "<source>Never."))
    changes, (problem,) = take(book, [path])
    assert changes == [
        "locales/pl/LC_MESSAGES/one.po:15: translation changed, no longer fuzzy",
    ]
    assert "'Never.'" in str(problem)
    assert (
        "#: docs/one.md:5\n#, no-wrap\n"
        'msgid "The new  wording,\\twith a tab."\nmsgstr "Nowe  brzmienie,\\tz tabulatorem."\n\n'
    ) in catalog(book, "pl").read_text()


def test_two_translations_of_one_message(book: Project) -> None:
    path = changed(book, "</file>", "</file>")
    text = path.read_text()
    start, end = text.rindex("<unit", 0, text.index("Not yet.")), text.index("Not yet.")
    unit = text[start : text.index("</unit>", end) + 7]
    twice = unit.replace("</source>", "</source><target>Jeszcze nie.</target>")
    path.write_text(text.replace("</file>", f"{twice}</file>"))
    changes, (problem,) = take(book, [path])
    assert changes == []
    assert str(problem).startswith(f"{path}:69: another translation of the unit in line 50; keep")


def test_a_message_that_has_come_back_keeps_its_translation(book: Project) -> None:
    export(book, ["pl"])
    path = catalog(book, "pl")
    path.write_text(path.read_text().replace('#~ msgid "Gone."\n#~ msgstr "Nie ma."', BACK))
    before = path.read_bytes()
    assert take(book, [exchange(book, "pl/one.xlf")]) == ([], [])
    assert path.read_bytes() == before


def test_an_empty_translation_deletes_nothing_and_comments_stay(book: Project) -> None:
    path = changed(book, "<target>Nie ma.</target>", "<target>Nie ma.</target>")
    text = path.read_text()
    while (start := text.find("<notes>")) >= 0:
        text = text[:start] + text[text.index("</notes>") + 8 :]
    start = text.index("<target>")
    path.write_text(text[:start] + "<target/>" + text[text.index("</target>") + 9 :])
    assert take(book, [path]) == ([], [])


def test_a_new_comment_is_added(book: Project) -> None:
    path = changed(book, "</notes>", "<note>Sure?\nAsk A.</note></notes>")
    changes, problems = take(book, [path])
    assert problems == []
    assert changes == [
        "locales/pl/LC_MESSAGES/one.po:7: comment added: Sure?, comment added: Ask A."
    ]
    assert "# A second line of the translator.\n# Sure?\n# Ask A.\n#. Of the" in (
        catalog(book, "pl").read_text()
    )


def test_a_memory_without_chapters_finds_its_messages(book: Project, tmp_path: Path) -> None:
    """As OmegaT writes it."""
    memory = tmp_path / "project_save.tmx"
    memory.write_text(
        '<tmx version="1.1"><header srclang="EN-US"/><body><tu>'
        '<tuv lang="EN-US"><seg>Two</seg></tuv><tuv lang="PL"><seg>Dwa</seg></tuv>'
        "</tu></body></tmx>"
    )
    changes, problems = take(book, [memory])
    assert problems == []
    assert changes == ["locales/pl/LC_MESSAGES/part/two.po:7: translation changed"]
    assert 'msgstr "Dwa"' in catalog(book, "pl", "part/two").read_text()


ENTITY = '<!DOCTYPE x [\n<!ENTITY a SYSTEM "file:///etc/hostname">]>\n'
LAUGHS = "<!DOCTYPE x [" + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


@pytest.mark.parametrize(
    ("content", "line", "fault"),
    [
        (f"<?xml version='1.0'?>\n{ENTITY}<tmx>&a;</tmx>".encode(), 3, "the file declares"),
        (f"{ENTITY}<tmx>&a;</tmx>".encode("utf-16"), 2, "the file declares entities; export"),
        (f"{LAUGHS}]><tmx>&j;</tmx>".encode(), 1, "the file declares entities; export it"),
        (b"<tmx>&a;</tmx>", 1, "no XML: Entity 'a' not defined; export the file again"),
        (b"<tmx>\xff</tmx>", 0, "neither UTF-8 nor UTF-16; save the file as UTF-8"),
        (b"<tmx>" + b"<a>" * 10_000, 1, "no XML: Excessive depth in document: 256"),
        (b"", 1, "no XML: Document is empty; export the file again"),
        (b"<html/>", 1, "no TMX; export TMX 1.4"),
    ],
)
def test_attacks(book: Project, tmp_path: Path, content: bytes, line: int, fault: str) -> None:
    path = tmp_path / "memory.tmx"
    path.write_bytes(content)
    changes, (problem,) = take(book, [path])
    place = f"{path}:{line}: " if line else f"{path}: "
    assert str(problem).startswith(place + fault)
    assert changes == []


def test_a_document_type_elsewhere_is_not_fetched(book: Project, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(
        '<!DOCTYPE tmx SYSTEM "http://127.0.0.1:1/x.dtd"><tmx><header srclang="en"/><body>'
        '<tu><tuv lang="en"><seg>Two</seg></tuv><tuv lang="pl"><seg>Dwa</seg></tuv></tu>'
        "</body></tmx>"
    )
    assert take(book, [path])[1] == []


def test_sizes(book: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untrusted, "LIMIT", 2**20)
    big, bomb = tmp_path / "big.tmx", tmp_path / "bomb.docx"
    big.write_bytes(b" " * (2**20 + 1))
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (2**20 + 1))
    assert bomb.stat().st_size < 2**12
    assert [str(problem) for problem in take(book, [big, bomb])[1]] == [
        f"{big}: larger than 1 MB; split the file",
        f"{bomb}: unpacked it is larger than 1 MB; save it again in the program that it comes from",
    ]


def test_files_that_are_none_of_ours(
    book: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.doc").touch()
    (tmp_path / "b.docx").write_text("no archive")
    names = [str(tmp_path / name) for name in ("a.doc", "b.docx", "c.xlf")]
    assert main(["--root", str(book.root), "import", *names]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{names[0]}: no format of the exchange; known are .docx .xlf .xliff .tmx",
        f"{names[1]}: no archive that can be read; save it again in the program that it comes from",
        f"{names[2]}: no such file or directory; mend its name or its rights",
    ]
    assert main(["--root", str(book.root), "import"]) == 1
    assert capsys.readouterr().err == "no file is named; give FILES, such as FILES=campaign.xlf\n"


def test_what_no_xml_can_hold(book: Project, capsys: pytest.CaptureFixture[str]) -> None:
    path = catalog(book, "pl", "part/two")
    path.write_text(path.read_text().replace("Nie ma.", "Nie\x01 ma."))
    assert main(["--root", str(book.root), "export", "--languages", "pl"]) == 1
    assert capsys.readouterr().err == (
        "locales/pl/LC_MESSAGES/part/two.po:7: characters that no XML file can hold: U+0001; "
        "delete them\n"
    )
    assert not exchange(book, "pl").exists()
