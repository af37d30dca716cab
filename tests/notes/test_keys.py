"""The check of citation keys in chapters and catalogues."""

from pathlib import Path

import pytest

from colophon.__main__ import main
from colophon.notes import check, fields
from colophon.notes.keys import catalogue, unknown_keys
from colophon.sources import chapter

BIB = "@book{zaloga2002,\n  title = {Poland}\n}\n@book{gross2002,\n  title = {Revolution}\n}\n"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "references.bib").write_text(BIB)
    return tmp_path


def problems(book: Path) -> list[str]:
    found = check((book / "docs").rglob("*.md"), [book / "references.bib"], book.glob("*.po"))
    return [str(problem) for problem in found]


def test_misspelt_key_in_a_chapter(book: Path) -> None:
    (book / "docs" / "note.md").write_text(
        "# Title\n\nA claim.{footcite:p}`{See}gross2002{5},zalgoa2002{83}`\n"
    )
    assert problems(book) == [
        "docs/note.md:3: unknown citation key 'zalgoa2002'; did you mean 'zaloga2002'?"
    ]


def test_misspelt_key_in_a_catalogue(book: Path) -> None:
    (book / "note.po").write_text(
        'msgid "A claim.{footcite:p}`gross2002`"\n'
        'msgstr ""\n'
        '"Twierdzenie.{footcite:"\n'
        '"p}`{Zob.}gros"\n'
        '"s2020{83}`"\n'
    )
    assert problems(book) == [
        "note.po:4: unknown citation key 'gross2020'; did you mean 'gross2002'?"
    ]


def test_message_itself_is_not_checked_again(book: Path) -> None:
    (book / "note.po").write_text('msgid "{cite:p}`nobody1900`"\nmsgstr ""\n')
    assert problems(book) == []


def test_unreadable_citation(book: Path) -> None:
    (book / "docs" / "note.md").write_text("\nText{cite:p}`gross2002{xx. 3}`\n")
    (problem,) = problems(book)
    assert problem.startswith("docs/note.md:2: unknown locator 'xx.'")


def test_key_like_no_other(book: Path) -> None:
    (book / "docs" / "note.md").write_text("{footcite:p}`qqq`\n")
    assert problems(book) == ["docs/note.md:1: unknown citation key 'qqq'; add it to the .bib file"]


def test_bib_and_chapters_in_one_run(book: Path) -> None:
    (book / "references.bib").write_text(BIB + "@book{x,\n  year = 1999\n}\n")
    (book / "docs" / "note.md").write_text("{footcite:p}`x`, {footcite:p}`y`\n")
    assert [problem.split(":")[0] for problem in problems(book)] == [
        "references.bib",
        "docs/note.md",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "``{footcite:p}`nobody` ``\n",
        "```\n{footcite:p}`nobody`\n```\n",
        "```md\n{cite:p}`nobody`\n```\n",
        "% {footcite:p}`nobody`\n",
        "<!-- {footcite:p}`nobody` -->\n",
    ],
)
def test_code_and_comments_are_no_citations(text: str) -> None:
    assert list(unknown_keys(chapter(text), [])) == []


@pytest.mark.parametrize(
    "text",
    [
        "```{note}\n{footcite:p}`nobody`\n```\n",
        "> {footcite}`nobody`\n",
        ":footcite:p:`nobody`\n",
        "[^n]: See {cite:p}`nobody`.\n",
    ],
)
def test_citations_anywhere_in_text(text: str) -> None:
    assert [key for _, key, _ in unknown_keys(chapter(text), [])] == ["nobody"]


def test_line_in_a_catalogue() -> None:
    text = 'msgid "a"\nmsgstr "x"\n\nmsgid "b"\nmsgstr "{cite:p}`nobody`"\n'
    assert list(unknown_keys(catalogue(text), [])) == [(5, "nobody", "")]


CONF = """
extensions = ["myst_parser", "colophon"]
bibtex_bibfiles = ["references.bib"]
colophon_languages = ["en", "pl"]
colophon_book = {"slug": "keys", "title": "Keys"}
locale_dirs = ["../locales"]
"""


def test_uncited_entries_are_told_and_are_no_fault(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book / "conf.py").write_text(CONF)
    (book / "docs" / "index.md").write_text("# Title\n\nClaim.{footcite:p}`zaloga2002{83}`\n")
    assert main(["check"]) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("references.bib:4: not cited (gross2002)\n", "")


def test_fields_that_are_not_read_are_told_and_are_no_fault(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book / "conf.py").write_text(CONF)
    (book / "docs" / "index.md").write_text("# Title\n\nA.{footcite:p}`zaloga2002,gross2002,x`\n")
    entry = """@book{x,
  Title = {T, with editon = in it},
  pubisher = {P},
  note_pl = {N},
  abstract = {A},
  xyzzy = 5,
  month = sep
}
"""
    (book / "references.bib").write_text(f"{BIB}{entry}")
    start = BIB.count("\n") + 1
    assert main(["check"]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        f"references.bib:{start + 2}: field pubisher is not read (x); did you mean publisher?",
        f"references.bib:{start + 5}: field xyzzy is not read (x)",
    ]
    assert told.err == ""


def test_every_field_of_the_examples_is_read() -> None:
    assert list(fields.unknown(Path(__file__).parent / "types.bib")) == []


def test_entry_that_a_translation_or_a_crossref_needs_is_not_uncited(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book / "conf.py").write_text(CONF)
    parts = "@collection{whole,\n  title = {W}\n}\n@incollection{part,\n  title = {P},\n"
    (book / "references.bib").write_text(BIB + parts + "  crossref = {whole}\n}\n")
    (book / "docs" / "index.md").write_text("# Title\n\nA.{footcite:p}`zaloga2002,part`\n")
    folder = book / "locales" / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "index.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "A.{footcite:p}`zaloga2002,part`"\n'
        'msgstr "A.{footcite:p}`zaloga2002,part,gross2002`"\n'
    )
    main(["check"])
    assert "not cited" not in capsys.readouterr().out
