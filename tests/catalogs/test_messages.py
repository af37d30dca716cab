"""What the rules over messages find, and what they let pass, beyond the examples of the manual."""

from __future__ import annotations

from pathlib import Path

import pytest

from colophon.catalogs.check import check_catalog
from tests.catalogs.test_check import catalog

BAD = [
    ("citations", "Fell.{footcite:p}`gross2002`", "Padło.", "missing in the translation"),
    ("citations", "Fell.", "Padło.{footcite:p}`gross2002`", "not in the msgid"),
    ("locators", "Fell.{footcite:p}`a{83}`", "Padło.{footcite:p}`a{84}`", "missing in"),
    ("footnotes", "Fell.[^n-x]", "Padło.", "missing in the translation: [^n-x]"),
    ("references", "{term}`KOP`", "{term}`Korpus`", "missing in the translation"),
    ("unsafe-links", "[site](https://a.pl)", "[strona](javascript:alert)", "link that is no web"),
    ("roles", "A sum.", "{math}`\\\\input{/etc/hostname}`", "not in the msgid: {math}"),
    ("roles", "A text.", "{download}`../../etc/passwd`", "not in the msgid: {download}"),
    ("images", "A text.", "![x](../../secret.png)", "not in the msgid: ![](../../secret.png)"),
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
    ("directives", "Note.", ":::{include} /etc/passwd", "directive in the text"),
    ("block-start", "The end.", "Koniec\\n===\\nfoo.", "the text begins with '==='"),
    ("paragraph-count", "One. Two.", "Raz.\\n\\nDwa.", "an empty line inside the text"),
    ("languages", "Police.", "[Polizei]{lang=german}.", "'german' is no language tag"),
    ("languages", "Police.", "*Polizei*{lang=de}.", "{lang=de} stands behind no words"),
    ("attributes", "Police.", '[x]{lang=\\"pl}\\\\\\\\input{y\\"}.', "attributes"),
    ("attributes", "Police.", "[x]{lang='pl onclick=alert'}.", "attributes"),
    ("values", "{date}`1939-09-17`", "{date}`1939-09-18`", "missing in the translation"),
    (
        "values",
        "Men: {num}`450000`",
        "Ludzie: 450 000",
        "missing in the translation: {num}`450000`",
    ),
    ("values", "On 17 September 1939.", "Dnia {date}`1939-09-17`.", "not in the msgid: {date}"),
    ("values", "The city.", "Miasto {name}`lwow`.", "not in the msgid: {name}`lwow`"),
    ("values", "{name}`lwow` fell.", "Padło miasto.", "missing in the translation: {name}`lwow`"),
    ("numbers", "{num}`450000` men, 5 tanks.", "{num}`450000` ludzi, 77 czołgów.", "numbers"),
    ("number-count", "In {date}`1939-09`.", "We {date}`wrześniu 1940 <1939-09>`.", "number not in"),
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
    ("Police.", "[Polizei]{lang=de}, [w domu]{.language-pl}."),
    ("In {date}`1939-09`, {num}`5`.", "We {date}`wrześniu <1939-09>` {num}`pięć <5>`."),
    ("On {date}`1939-09-17`.", "W dniu {day}`1939-09-17`."),
    ("In {date}`1939-09`.", "We {date}`wrześniu 1939 <1939-09>`."),
    (
        "By {date}`1939-09-17/1939-09-22`.",
        "Do {date}`22 września <1939-09-17/1939-09-22>`.",
    ),
    ("Some {num}`230000-250000` men.", "Do {num}`250 tysięcy <230000-250000>` ludzi."),
    ("{name}`lwow` fell.", "{name}`!lwow` padł, a {name}`Lwowa <lwow>` nie broniono."),
    ("The year 1939.", "Rok 1939."),
    ("[site](https://a.pl)", "[strona](https://a.pl)"),
]


def message(folder: Path, msgid: str, msgstr: str) -> Path:
    return catalog(folder, "pl", f'msgid "{msgid}"\nmsgstr "{msgstr}"\n')


@pytest.mark.parametrize(("rule", "msgid", "msgstr", "start"), BAD)
def test_bad(tmp_path: Path, rule: str, msgid: str, msgstr: str, start: str) -> None:
    path = message(tmp_path, msgid, msgstr)
    problems = check_catalog(path)
    # A changed target is missing and surplus at once: both are said, nothing else is.
    assert {problem.rule for problem in problems} == {rule}
    assert any(problem.message.startswith(start) for problem in problems), problems
    assert {(problem.file, problem.line) for problem in problems} == {(str(path), 8)}


@pytest.mark.parametrize(("msgid", "msgstr"), GOOD)
def test_good(tmp_path: Path, msgid: str, msgstr: str) -> None:
    assert check_catalog(message(tmp_path, msgid, msgstr)) == []


def test_a_name_of_the_termbase_may_be_added(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("id,kind,en,pl\nlwow,place,Lwów,Lwów\nbug,river,Bug,\n")
    assert check_catalog(message(tmp_path, "Lwów fell.", "{name}`lwow` padł.")) == []
    for id in ("lvov", "bug"):  # the second has no form in this language
        (problem,) = check_catalog(message(tmp_path, "It fell.", f"{{name}}`{id}` padł."))
        assert (problem.rule, problem.message) == ("values", f"not in the msgid: {{name}}`{id}`")
