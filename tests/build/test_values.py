"""conf.py with values of every wrong kind: one line each, all in one run, no traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from colophon.problems import Problems
from colophon.project import Project
from colophon.values import check, is_isbn
from tests.notes.conftest import read

TITLE = {"title": "A book"}


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"colophon_book": {"slug": 5, **TITLE}}, "colophon_book: slug is 5, which is no text; "),
        ({"colophon_book": {"title": None}}, "colophon_book: title is None, which is no text; "),
        ({"colophon_book": {"title": " "}}, "the book has no title; set colophon_book = "),
        ({"colophon_book": ["a"]}, "colophon_book is ['a']; write it as {"),
        (
            {"colophon_book": {**TITLE, "people": [{"name": 5, "role": "Author"}]}},
            "colophon_book: unfit entry in people: {'name': 5, 'role': 'Author'}; give name",
        ),
        ({"colophon_book": {**TITLE, "people": {"name": "A"}}}, "colophon_book: people is {"),
        ({"colophon_book": {**TITLE, "isbn": "978"}}, "colophon_book: isbn is '978'; write"),
        (
            {
                "colophon_book": {**TITLE, "isbn": {"pdf-en": "978-83-01-00000-4"}},
                "colophon_languages": ["en", "pl"],
            },
            "colophon_book: isbn has 'pdf-en', which is no edition; "
            "known are html-en, html-pl, epub-en, epub-pl, latexpdf-en, latexpdf-pl",
        ),
        (
            {"colophon_book": {**TITLE, "isbn": {"epub-en": "978-83-01-00000-1"}}},
            "colophon_book: '978-83-01-00000-1' is no ISBN (epub-en); mend its digits",
        ),
        ({"colophon_languages": "en"}, "colophon_languages is 'en', which is no list of texts; "),
        ({"colophon_languages": []}, "colophon_languages is empty; name one"),
        ({"colophon_languages": ["en", "../x"]}, "'../x' is no code of a language; write en, "),
        ({"bibtex_bibfiles": "references.bib"}, "bibtex_bibfiles is 'references.bib', which is "),
        ({"project": 5, "colophon_book": {}}, "project is 5, which is no text; "),
    ],
)
def test_unfit_value(values: dict[str, Any], line: str) -> None:
    (problem,) = check({"project": "A book", **values})
    assert str(problem).startswith(f"conf.py: {line}")


def test_all_unfit_values_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(
        'colophon_book = {"slug": 5, "isbn": {"epub-en": "1"}}\ncolophon_languages = "en"\n'
    )
    with pytest.raises(Problems) as caught:
        _ = Project.at(tmp_path).languages
    assert [str(problem).partition(";")[0] for problem in caught.value.problems] == [
        "conf.py: colophon_book: '1' is no ISBN (epub-en)",
        "conf.py: colophon_book: slug is 5, which is no text",
        "conf.py: colophon_languages is 'en', which is no list of texts",
        "conf.py: the book has no title",
    ]


def test_fit_values() -> None:
    isbn = {"epub-pt_BR": "978-0-306-40615-7", "html-pt_BR": "0-8044-2957-X"}
    people = ({"name": "A", "role": "Author"}, {"name": "B", "role": "Edition", "marc": "edt"})
    book = {"title": "A", "isbn": isbn, "people": people, "published": "2026-01-31"}
    assert check({"colophon_book": book, "colophon_languages": ("pt_BR",)}) == []


@pytest.mark.parametrize("text", ["", "978-0-306-40615-8", "0-8044-2957-1", "X-8044-2957-0", "๙"])
def test_no_isbn(text: str) -> None:
    assert not is_isbn(text)


@pytest.mark.parametrize("builder", ["html", "epub", "latex"])
def test_plain_sphinx_book(tmp_path: Path, builder: str) -> None:
    """A book that only adds the extension is built under the name that `Project` gives it."""
    root = tmp_path / "root"
    root.mkdir()
    (root / "conf.py").write_text(
        'project = "Rivers of Poland"\nauthor = "A. Author"\n'
        'extensions = ["myst_parser", "colophon"]\nlanguage = "pl"\n'
    )
    (root / "index.md").write_text("# Rivers\n\nText.\n")
    reading = read(root, tmp_path, "pl", builder)
    assert reading.warnings == ""
    project = Project.at(root)
    assert (project.slug, project.languages) == ("rivers-of-poland", ("pl",))
    assert reading.app.config.author == "A. Author"
    file = {"html": "index.html", "epub": "rivers-of-poland-pl.epub"}
    assert (Path(reading.app.outdir) / file.get(builder, "rivers-of-poland-pl.tex")).is_file()


def test_file_names_do_not_follow_a_translated_title(tmp_path: Path) -> None:
    root = tmp_path / "root"
    catalogs = root / "locales" / "pl" / "LC_MESSAGES"
    catalogs.mkdir(parents=True)
    (root / "conf.py").write_text(
        'extensions = ["myst_parser", "colophon"]\ncolophon_languages = ["en", "pl"]\n'
        'project = "Rivers"\n'
    )
    (root / "index.md").write_text("# Rivers\n\nText.\n")
    (catalogs / "book.po").write_text(
        'msgid ""\nmsgstr ""\n"Language: pl\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n\nmsgid "Rivers"\nmsgstr "Rzeki"\n'
    )
    reading = read(root, tmp_path, "pl", "epub")
    assert reading.app.config.project == "Rzeki"
    assert [path.name for path in Path(reading.app.outdir).glob("*.epub")] == ["rivers-pl.epub"]


def test_no_name_at_all_under_plain_sphinx(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "conf.py").write_text('extensions = ["myst_parser", "colophon"]\n')
    (root / "index.md").write_text("# Rivers\n\nText.\n")
    assert read(root, tmp_path, "en", "epub").warnings == ""
    with pytest.raises(Problems, match=r"the book has no title; set colophon_book = \{"):
        _ = Project.at(root).slug
