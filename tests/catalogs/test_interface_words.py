"""Readers of the Polish and the Thai editions meet no English interface word."""

from __future__ import annotations

import ast
import datetime
import importlib.util
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
import pytest
import sphinx.util.i18n
from babel.messages.extract import extract
from jinja2.ext import babel_extract
from lxml import html
from sphinx.testing.util import SphinxTestApp
from sphinx.util.docutils import patch_docutils

from colophon.catalogs.files import PACKAGE_LOCALE, messages_folder
from colophon.catalogs.interface import javascript

ROOTS = Path(__file__).parent.parent / "roots"
PACKAGE = PACKAGE_LOCALE.parent
TRANSLATED = ("pl", "th")
SPEAKING = ("sphinx", "furo", "sphinx_basic_ng", "myst_parser", "sphinxcontrib.bibtex")
"""The packages that look up words of the domain `sphinx`. Log messages use `__`, not `_`."""

WORDLESS = {
    "%s %s",
    "%(filename)s &#8212; %(docstitle)s",
    "&#169; %(copyright_prefix)s %(copyright)s.",
    '\n            <a href="https://github.com/pradyunsg/furo">Furo</a>\n            ',
}
"""Messages that read the same in every language."""

DATE = "%b %d, %Y"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\$\{\w+\}|<<|>>|<[^>]*>|&#?\w+;")
POSITIONAL = re.compile(r"%[sd]|; ")
TEX = {
    "variable_start_string": "<%=",
    "variable_end_string": "%>",
    "block_start_string": "<%",
    "block_end_string": "%>",
    "comment_start_string": "<#",
    "comment_end_string": "#>",
}
SCRIPT_WORDS = {"_": None, "Documentation.gettext": None, "Documentation.ngettext": (1, 2)}

Word = tuple[str, ...]
"""A msgid, or one and its plural."""


def words_of(path: Path) -> Iterator[Word]:
    """The messages that one source file looks up."""
    found: list[str | tuple[str, ...]] = []
    source = path.read_bytes()
    if not re.search(rb"\b_\(|gettext|trans", source):
        return
    with io.BytesIO(source) as file:
        if path.suffix == ".py":
            found = list(calls(ast.parse(source)))
        elif ".js" in path.suffixes:
            found = [entry[1] for entry in extract("javascript", file, keywords=SCRIPT_WORDS)]
        elif path.suffix in {".html", ".xml", ".xhtml", ".jinja"}:
            options = TEX if path.parent.name in {"latex", "imgmath"} else {}
            found = [entry[2] for entry in babel_extract(file, ["_", "gettext"], [], options)]
    for word in found:
        yield word if isinstance(word, tuple) else (word,)


def calls(tree: ast.AST) -> Iterator[str]:
    """The texts in `_("…")`; Babel overlooks those inside of f-strings."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str(text)), *_]):
                yield text


def words_below(folder: Path) -> Iterator[tuple[Path, Word]]:
    for path in sorted(folder.rglob("*")):
        # Stemmers are scripts without words; the templates of quickstart make Jinja for later.
        if path.is_file() and not {"quickstart", "minified-js"} & set(path.parts):
            yield from ((path, word) for word in words_of(path))


@cache
def words_of_sphinx() -> frozenset[Word]:
    """All that Sphinx, the themes and the extensions of a book can show to a reader."""
    specs = [importlib.util.find_spec(name) for name in SPEAKING]
    folders = [Path(spec.origin).parent for spec in specs if spec and spec.origin]
    assert len(folders) == len(SPEAKING)
    return frozenset(word for folder in folders for _, word in words_below(folder))


def own_words() -> dict[str, set[Word]]:
    """The words of this package by domain; a template's `_` is Sphinx's own."""
    found: dict[str, set[Word]] = {"colophon": set(), "sphinx": set(), "scripts": set()}
    for path, word in words_below(PACKAGE):
        own = path.suffix == ".py" and "get_translation(" in path.read_text("utf-8")
        found["scripts" if ".js" in path.suffixes else "colophon" if own else "sphinx"].add(word)
    return found


@cache
def catalog(language: str, domain: str) -> polib.POFile:
    return polib.pofile(str(messages_folder(PACKAGE_LOCALE, language) / f"{domain}.po"))


def faults(language: str, domain: str, words: set[Word] | frozenset[Word]) -> list[str]:
    """What is wrong with the catalogue's translations of `words`, a line each."""
    translated = {entry.msgid: entry for entry in catalog(language, domain).translated_entries()}
    found = []
    for word in sorted(words):
        if not (entry := translated.get(word[0])):
            found.append(f"{word[0]!r} has no translation")
            continue
        texts = list(entry.msgstr_plural.values()) if len(word) > 1 else [entry.msgstr]
        if word[0] not in WORDLESS:
            found += [f"{text!r} is English" for text in texts if text in word]
            if language == "th":
                found += [f"{text!r} is not Thai" for text in texts if not re.search("[ก-๙]", text)]
        if len(word) == 1 and word[0] != DATE and signs(texts[0]) != signs(word[0]):
            found.append(f"{word[0]!r} and {texts[0]!r} have different placeholders")
    return found


def signs(text: str) -> tuple[list[str], list[str], bool, bool]:
    """What a translation must keep: the code in it, and the spaces at its ends."""
    positional = POSITIONAL.findall(text) if "%" in text else []
    return sorted(PLACEHOLDER.findall(text)), positional, text[:1] == " ", text[-1:] == " "


@pytest.mark.parametrize("language", TRANSLATED)
def test_words_of_sphinx_and_its_themes_are_translated(language: str) -> None:
    assert len(words_of_sphinx()) > 200
    assert faults(language, "sphinx", words_of_sphinx()) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_words_of_this_package_are_translated(language: str) -> None:
    words = own_words()
    assert ("Language",) in words["colophon"]
    assert faults(language, "colophon", words["colophon"]) == []
    assert faults(language, "sphinx", words["sphinx"] | words["scripts"]) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_entry_keeps_its_placeholders(language: str) -> None:
    for domain in ("sphinx", "colophon"):
        entries = {(entry.msgid,) for entry in catalog(language, domain) if not entry.msgid_plural}
        assert faults(language, domain, entries) == []


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("domain", ["sphinx", "colophon"])
def test_msgfmt_accepts_the_catalogue(language: str, domain: str, tmp_path: Path) -> None:
    path = catalog(language, domain).fpath
    done = subprocess.run(
        ["msgfmt", "-c", "-o", tmp_path / "out.mo", path], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("language", "date"), [("pl", "7 listopada 2026 r."), ("th", "7 พฤศจิกายน ค.ศ. 2026")]
)
def test_date_reads_as_in_a_book(language: str, date: str) -> None:
    form = catalog(language, "sphinx").find(DATE)
    assert form
    day = datetime.datetime(2026, 11, 7, tzinfo=datetime.UTC)
    assert sphinx.util.i18n.format_date(form.msgstr, date=day, language=language) == date


RESULTS = "Search finished, found one page matching the search query."
MANY = "Search finished, found ${resultCount} pages matching the search query."
FOUND = {
    "pl": {
        1: "jedną stronę",
        2: "2 strony",
        5: "5 stron",
        12: "12 stron",
        22: "22 strony",
        112: "112 stron",
    },
    "th": {1: "1 หน้า", 2: "2 หน้า", 22: "22 หน้า"},
    "en": {1: "one page", 2: "2 pages", 22: "22 pages"},
}
"""What the result line of the search says of a number of pages."""

SHOWN = {
    "pl": {
        "index.html": [
            "Uwaga",
            "Zobacz też",
            "Tabela 1",
            "Kod 1",
            "Na tej stronie",
            "Szukaj",
            "Dalej",
            "Przejdź do treści",
            "Odnośnik do tego nagłówka",
            "Prawa autorskie",
            "Ostatnia aktualizacja:",
        ],
        "genindex.html": ["Indeks", "zob. 17", "zob. też 17", "Symbole"],
        "search.html": ["Błąd", "Aby korzystać z wyszukiwania, włącz obsługę JavaScriptu."],
    },
    "th": {
        "index.html": [
            "หมายเหตุ",
            "ดูเพิ่มเติม",
            "ตารางที่ 1",
            "โค้ดที่ 1",
            "ในหน้านี้",
            "ค้นหา",
            "ถัดไป",
            "ข้ามไปยังเนื้อหา",
            "ลิงก์ไปยังหัวข้อนี้",
            "ลิขสิทธิ์",
            "ปรับปรุงล่าสุดเมื่อ",
        ],
        "genindex.html": ["ดรรชนี", "ดู 17", "ดูเพิ่มเติมที่ 17", "สัญลักษณ์"],
        "search.html": ["ข้อผิดพลาด", "โปรดเปิดใช้งาน JavaScript เพื่อให้ค้นหาได้"],
    },
}
"""Words that a reader of a page sees or hears."""


def build(builder: str, language: str, folder: Path) -> tuple[Path, str]:
    """The output of the tiny book of numbers in one language, and what the build warned of."""
    source = folder / "source"
    shutil.copytree(ROOTS / "test-interface-words", source)
    with patch_docutils():
        app = SphinxTestApp(builder, source, confoverrides={"language": language})
        try:
            app.build()
            return Path(app.outdir), app.warning.getvalue()
        finally:
            app.cleanup()


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    sites = {}
    for language in FOUND:
        sites[language], warnings = build("html", language, tmp_path_factory.mktemp(language))
        assert warnings == ""
    return sites


def seen(page: Path) -> list[str]:
    """The texts of a page, and the attributes that a screen reader speaks."""
    tree = html.fromstring(page.read_text("utf-8"))
    # Icons have fixed English titles in furo; the page template of the html room replaces them.
    texts = tree.xpath("//text()[not(ancestor::script or ancestor::style or ancestor::svg)]")
    spoken = tree.xpath("//@title | //@aria-label | //@placeholder | //@alt | //@value")
    return [" ".join(text.split()) for text in [*texts, *spoken]]


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("name", ["index.html", "next.html", "genindex.html", "search.html"])
def test_page_speaks_the_language(sites: dict[str, Path], language: str, name: str) -> None:
    texts = seen(sites[language] / name)
    for expected in SHOWN[language].get(name, []):
        assert any(expected in text for text in texts), expected
    entries = catalog(language, "sphinx").translated_entries()
    english = {entry.msgid.strip() for entry in entries if entry.msgid not in WORDLESS}
    assert english & set(texts) == set()


@pytest.mark.parametrize("language", FOUND)
def test_search_counts_pages(sites: dict[str, Path], language: str) -> None:
    static = sites[language] / "_static"
    script = "\n".join(
        [
            "const document = {readyState: 'loading', addEventListener() {}};",
            (static / "doctools.js").read_text("utf-8"),
            (static / "translations.js").read_text("utf-8"),
            f"const lines = {json.dumps(list(FOUND[language]))}.map((n) =>",
            f"Documentation.ngettext({RESULTS!r}, {MANY!r}, n).replace('${{resultCount}}', n));",
            "console.log(JSON.stringify(lines));",
        ]
    )
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    for line, expected in zip(json.loads(done.stdout), FOUND[language].values(), strict=True):
        assert re.search(rf"\b{expected}(?!\w)", line), line


@pytest.mark.parametrize(
    ("language", "continued", "table"),
    [("pl", "ciąg dalszy z poprzedniej strony", "Tabela"), ("th", "ต่อจากหน้าก่อน", "ตารางที่")],
)
def test_print_speaks_the_language(
    language: str, continued: str, table: str, tmp_path: Path
) -> None:
    out, _ = build("latex", language, tmp_path)
    files = [*out.glob("*.tex"), out / "sphinxmessages.sty"]
    tex = "".join(path.read_text("utf-8") for path in files)
    assert continued in tex
    assert table in tex
    assert not re.search(r"continue[sd] (on|from)|Table|Symbols|Numbers|Listing", tex)


def test_first_catalogue_wins_in_scripts(tmp_path: Path) -> None:
    book = tmp_path / "sphinx.po"
    book.write_text('msgid "Searching"\nmsgstr "Szukam"\n', "utf-8")
    ours = messages_folder(PACKAGE_LOCALE, "pl") / "sphinx.po"
    words = script_words(javascript([book, ours], "pl"))
    assert words["messages"]["Searching"] == "Szukam"
    assert words["messages"]["Search Results"] == "Wyniki wyszukiwania"
    assert "Note" not in words["messages"]


def test_other_languages_keep_the_scripts_of_sphinx() -> None:
    assert script_words(javascript([], "de"))["messages"]["Search Results"] == "Suchergebnisse"


def test_plural_rule_cannot_smuggle_code(tmp_path: Path) -> None:
    path = tmp_path / "sphinx.po"
    path.write_text('msgid ""\nmsgstr "Plural-Forms: nplurals=1; plural=alert(1);\\n"\n', "utf-8")
    assert script_words(javascript([path], "th"))["plural_expr"] == "+(n != 1)"


def script_words(script: str) -> dict[str, dict[str, str]]:
    found = re.fullmatch(r"Documentation\.addTranslations\((.*)\);\n", script, re.DOTALL)
    assert found
    return json.loads(found[1])
