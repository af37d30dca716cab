"""A book in languages of which the package knows nothing but what CLDR tells."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from colophon.validate import epubcheck
from tests.conftest import ROOT

CONF = """
extensions = ["myst_parser", "sphinxcontrib.bibtex", "colophon"]
language = "de"
locale_dirs = ["../locales"]
bibtex_bibfiles = ["references.bib"]
colophon_languages = ["de", "cs"]
colophon_book = {"slug": "buch", "title": "Ein Buch"}
"""
INDEX = "# Ein Buch\n\n```{toctree}\nkapitel\n```\n"
CHAPTER = """(kapitel)=
# Das Kapitel

```{index} single: Zürich
```
```{index} single: Chur
```
```{index} single: Österreich; Anschluss
```

Am {date}`1939-09-17` "kamen" {num}`450000` Mann.{footcite:p}`{Siehe}gross2002{17}`
"""
BIB = "@book{gross2002,\n  title = {Revolution},\n  author = {Gross, Jan},\n  year = {2002}\n}\n"
CZECH = """msgid ""
msgstr ""
"Language: cs\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Das Kapitel"
msgstr "Kapitola"

msgid "Am {date}`1939-09-17` \\"kamen\\" {num}`450000` Mann.{footcite:p}`{Siehe}gross2002{17}`"
msgstr "{date}`1939-09-17` \\"přišlo\\" {num}`450000` mužů.{footcite:p}`{Viz}gross2002{17}`"
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("buch")
    files = {
        "conf.py": CONF,
        "references.bib": BIB,
        "docs/index.md": INDEX,
        "docs/kapitel.md": CHAPTER,
        "locales/cs/LC_MESSAGES/kapitel.po": CZECH,
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    done = run(root, "build")
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return root


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "colophon", *command],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def text(root: Path, language: str, page: str) -> str:
    article = html.parse(root / "_build" / "html" / language / page).getroot().find(".//article")
    return " ".join(article.text_content().split())


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Am 17. September 1939 „kamen“ 450.000 Mann."),
        ("cs", "17. září 1939 „přišlo“ 450 000 mužů."),
    ],
)
def test_quotation_marks_dates_and_numbers_are_the_languages_own(
    book: Path, language: str, sentence: str
) -> None:
    assert sentence in text(book, language, "kapitel.html").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "order"),
    [("de", "C Chur O Österreich Anschluss Z Zürich"), ("cs", "CH Chur O Österreich")],
)
def test_the_index_has_its_order_and_heads(book: Path, language: str, order: str) -> None:
    assert order.lower() in text(book, language, "genindex.html").lower()


def test_the_language_switch_names_them_in_themselves(book: Path) -> None:
    page = (book / "_build" / "html" / "de" / "kapitel.html").read_text()
    assert "Deutsch" in page and "Čeština" in page


@pytest.mark.parametrize("language", ["de", "cs"])
def test_e_book_and_print_stand(book: Path, language: str) -> None:
    assert epubcheck.check(book / "_build" / "epub" / language / f"buch-{language}.epub") == []
    assert (book / "_build" / "pdf" / language / f"buch-{language}.pdf").exists()


def test_the_check_sees_every_citation(book: Path) -> None:
    """Three index entries in a row end before the text that follows."""
    assert "not cited" not in run(book, "check").stdout
