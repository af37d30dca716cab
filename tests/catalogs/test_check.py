"""The rules over a translation: Bad and Good of each, and nothing more than what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from colophon.catalogs.check import RULES, WORD_RULES, check_catalog
from tests.conftest import LANGUAGES, ROOT

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

BAD = [
    ("references", "Fell.{footcite:p}`gross2002`", "Padło.", "missing in the translation"),
    ("references", "Fell.", "Padło.{footcite:p}`gross2002`", "not in the msgid"),
    ("references", "Fell.{footcite:p}`a{83}`", "Padło.{footcite:p}`a{84}`", "missing in"),
    ("references", "Fell.[^n-x]", "Padło.", "missing in the translation: [^n-x]"),
    ("references", "{term}`KOP`", "{term}`Korpus`", "missing in the translation"),
    ("references", "[site](https://a.pl)", "[strona](javascript:alert)", "not in the msgid"),
    ("references", "A sum.", "{math}`\\\\input{/etc/hostname}`", "not in the msgid: {math}"),
    ("references", "A text.", "{download}`../../etc/passwd`", "not in the msgid: {download}"),
    ("references", "A text.", "![x](../../secret.png)", "not in the msgid: (../../secret.png)"),
    (
        "index-entries",
        "{index}`Lwów <single: Lwów; fall of>` fell.",
        "Padł {index}`Lwów`.",
        "index entries differ: single of 2 expected, single of 1 found",
    ),
    (
        "index-entries",
        "{index}`KOP <see: KOP; Corps>` fell.",
        "Padł {index}`KOP <KOP; Korpus>`.",
        "index entries differ: see of 2 expected, single of 2 found",
    ),
    ("index-entries", "A {index}`fall`.", "Upadek.", "index entries differ: single of 1 expected"),
    ("index-entries", "A {index}`x <!y>`.", "A {index}`x <y>`.", "index entries differ: ! single"),
    ("block-start", "The year 1939.", "1939. Rok wojny.", "the text begins with '1939.'"),
    ("block-start", "Five.", "- Pięć.", "the text begins with '-'"),
    ("block-start", "Note.", "```{include} /etc/passwd", "the text begins with"),
    ("block-start", "The end.", "Koniec\\n===\\nfoo", "the text begins with '==='"),
    ("one-paragraph", "One. Two.", "Raz.\\n\\nDwa.", "an empty line inside the text"),
    ("languages", "Police.", "[Polizei]{lang=german}", "'german' is no language tag"),
    ("languages", "Police.", "*Polizei*{lang=de}", "{lang=de} stands behind no words"),
    ("references", "{date}`1939-09-17`", "{date}`1939-09-18`", "missing in the translation"),
    ("references", "{num}`450000`", "450 000", "missing in the translation: {num}`450000`"),
    ("controls", "One.", "Raz\u202e.", "hidden characters: U+202E"),
]
GOOD = [
    ("Fell.{footcite:p}`a,b` Then.[^n-x]", "Potem[^n-x]. Padło{footcite:p}`a,b`."),
    ("{footcite:p}`{See}a{83},{Compare}b`", "{footcite:p}`{Zob.}a{83},{por.}b`"),
    ("See {ref}`the end <end>`.", "Zob. {ref}`koniec <end>`."),
    ("{term}`KOP` stood.", "Stał {term}`Korpus <KOP>`."),
    (
        "{index}`Lwów <single: Lwów; fall of>` fell to {index}`Soviets`.",
        "{index}`Sowietom` uległ {index}`Lwów <single: Lwów; upadek>`.",
    ),
    ("- Five.", "- Pięć."),
    ("Police.", "[Polizei]{lang=de}, [w domu]{.language-pl}"),
    ("In {date}`1939-09`, {num}`5`.", "We {date}`wrześniu <1939-09>` {num}`pięć <5>`."),
    ("On {date}`1939-09-17`.", "W dniu {day}`1939-09-17`."),
    ("The year 1939.", "Rok 1939."),
    ("[site](https://a.pl)", "[strona](https://a.pl)"),
]


BAD_WORDS = [
    ("markup", "Link to this heading", r"\" onclick=alert(7) x=\""),
    ("markup", "Search", "<script>alert(1)</script>"),
    ("markup", r"By <a href=\"x\">us</a>", r"<a href=\"javascript:alert(1)\">my</a>"),
    ("placeholders", "Copyright %s.", "Prawa."),
    ("placeholders", "Copyright %s.", "Prawa %(x)s."),
]


@pytest.mark.parametrize(("name", "msgid", "msgstr"), BAD_WORDS)
def test_bad_interface_words(tmp_path: Path, name: str, msgid: str, msgstr: str) -> None:
    """A book's own sphinx.po is printed by templates, which escape nothing."""
    path = catalog(tmp_path, msgid, msgstr).rename(tmp_path / "sphinx.po")
    assert {p.message.partition(":")[0] for p in check_catalog(path)} == {name}


def test_our_own_interface_words_are_clean() -> None:
    paths = sorted((ROOT / "colophon" / "locale").rglob("*.po"))
    assert len(paths) == 4
    assert [str(problem) for path in paths for problem in check_catalog(path)] == []


def catalog(tmp_path: Path, msgid: str, msgstr: str) -> Path:
    path = tmp_path / "chapter.po"
    path.write_text(f'{HEADER}#: docs/a.md:1\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n')
    return path


@pytest.mark.parametrize(("name", "msgid", "msgstr", "start"), BAD)
def test_bad(tmp_path: Path, name: str, msgid: str, msgstr: str, start: str) -> None:
    path = catalog(tmp_path, msgid, msgstr)
    problems = check_catalog(path)
    assert problems
    # A changed target is missing and surplus at once: both are said, nothing else is.
    assert {p.message.partition(":")[0] for p in problems} == {name}
    assert any(p.message.startswith(f"{name}: {start}") for p in problems), problems
    assert {(p.file, p.line) for p in problems} == {(str(path), 5)}


@pytest.mark.parametrize(("msgid", "msgstr"), GOOD)
def test_good(tmp_path: Path, msgid: str, msgstr: str) -> None:
    assert check_catalog(catalog(tmp_path, msgid, msgstr)) == []


def test_every_rule_shows_bad_and_good() -> None:
    assert set(RULES) == {name for name, *_ in BAD}
    assert set(WORD_RULES) == {name for name, *_ in BAD_WORDS}
    for check in [*RULES.values(), *WORD_RULES.values()]:
        assert check.__doc__ and "Bad:" in check.__doc__ and "Good:" in check.__doc__


def test_fuzzy_and_missing_translations_reach_no_page(tmp_path: Path) -> None:
    path = tmp_path / "chapter.po"
    path.write_text(HEADER + '#, fuzzy\nmsgid "A{ref}`x`"\nmsgstr "- B"\n')
    assert check_catalog(path) == []


def test_the_book_is_clean() -> None:
    catalogs = [p for lang in LANGUAGES for p in (ROOT / "locales" / lang).rglob("*.po")]
    assert len(catalogs) >= 27
    assert [str(problem) for path in catalogs for problem in check_catalog(path)] == []
