"""The rules over a translation: Bad and Good of each, and nothing more than what is expected."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from colophon.catalogs.check import check_catalog
from colophon.catalogs.rules import FILE, TEXT, WORDS, Rule
from tests.catalogs import findings, manual
from tests.conftest import LANGUAGES, ROOT

RULES = FILE.rules | TEXT.rules | WORDS.rules
MADE_UP = {"template"}
"""Rules that compare with the text of a book, tested below."""

HEADER = (
    'msgid ""\nmsgstr "Project-Id-Version: Book\\n"\n"Language: {code}\\n"\n"MIME-Version: 1.0\\n"'
    '\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
)


def catalog(folder: Path, code: str, text: str, domain: str = "chapter") -> Path:
    path = folder / code / "LC_MESSAGES" / f"{domain}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    head = "" if text.startswith('msgid ""\nmsgstr') else HEADER.format(code=code)
    path.write_text(f"{head}{text}\n")
    return path


@pytest.mark.parametrize("name", [name for name in RULES if name not in MADE_UP])
def test_bad_and_good_of_the_documentation(tmp_path: Path, name: str) -> None:
    """What the manual calls bad is found by its rule alone; what it calls good by none."""
    domain = "colophon" if name in WORDS.rules else "chapter"
    shutil.copy(findings.FOLDER / "terms.csv", tmp_path)
    examples = manual.examples(RULES[name])
    assert {example.good for example in examples} == {True, False}
    for example in examples:
        path = catalog(tmp_path, example.language, example.text, domain)
        found = {problem.rule for problem in check_catalog(path, entries=findings.ENTRIES)}
        if example.text.startswith('msgid ""'):  # a header cut to what matters
            found -= {"header"} - {name}
        assert found == (set() if example.good else {name}), example.text


def test_every_fixture_has_the_expected_findings_and_no_surplus() -> None:
    assert findings.found() == findings.EXPECTED.read_text("utf-8").splitlines()


def test_every_rule_has_a_fixture() -> None:
    found = {line.split(": ")[2] for line in findings.found()}
    assert found - {"mute"} == set(RULES) - MADE_UP


def test_a_rule_says_why(tmp_path: Path) -> None:
    for rule in RULES.values():
        summary, _, rest = rule.documentation.partition("\n")
        assert summary.endswith((".", "?", ":")) or rest, rule.name
        assert "Bad" in rest and "Good" in rest, rule.name


def test_rules_of_safety_stop_the_build() -> None:
    assert {rule.severity for rule in RULES.values() if rule.safety} == {"error"}
    assert [rule.name for rule in RULES.values() if rule.safety] == [
        "roles", "images", "raw-html", "unsafe-links", "directives", "attributes", "controls",
        "size", "placeholders", "tags",
    ]  # fmt: skip


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.safety])
def test_rules_of_safety_cannot_be_muted(tmp_path: Path, rule: Rule) -> None:
    domain = "colophon" if rule.name in WORDS.rules else "chapter"
    (bad,) = (example.text for example in manual.examples(rule) if not example.good)
    comment = f"# colophon: ignore {rule.name} – a reason\n"
    found = {p.rule for p in check_catalog(catalog(tmp_path, "pl", comment + bad, domain))}
    assert found == {rule.name, "mute"}


def test_template(tmp_path: Path) -> None:
    """A message that the chapter has gained, and one that it has lost."""
    path = catalog(tmp_path, "pl", 'msgid "One."\nmsgstr "Jeden."\n')
    (problem,) = check_catalog(path, template=frozenset({(None, "Two."), (None, "Three.")}))
    assert str(problem) == (
        f"{path}:1: template: 1 messages, the chapter has 2 (2 missing, 1 not in it); "
        "run make catalogs"
    )
    assert problem.severity == "warning"
    assert check_catalog(path, template=frozenset({(None, "One.")})) == []


def test_the_source_language_may_be_empty(tmp_path: Path) -> None:
    text = 'msgid "One thing and another."\nmsgstr ""\n'
    assert check_catalog(catalog(tmp_path, "en", text)) == []
    assert [p.rule for p in check_catalog(catalog(tmp_path, "pl", text))] == ["untranslated"]
    assert check_catalog(catalog(tmp_path, "pl", text), source="pl") == []


def test_a_language_of_which_nothing_is_known(tmp_path: Path) -> None:
    text = 'msgid "He said “no” in 1939."\nmsgstr "Er sagte 1939 „nein“."\n'
    assert check_catalog(catalog(tmp_path, "de", text)) == []
    assert check_catalog(catalog(tmp_path, "xx", text)) == []


def test_warnings_stop_no_build(tmp_path: Path) -> None:
    path = catalog(tmp_path, "pl", 'msgid "The end"\nmsgstr "Koniec.  "\n')
    assert {p.severity for p in check_catalog(path)} == {"warning"}
    assert check_catalog(path, severities={"error"}) == []


def test_our_own_interface_words_are_clean() -> None:
    paths = sorted((ROOT / "colophon" / "locale").rglob("*.po"))
    assert len(paths) == 4
    assert [str(problem) for path in paths for problem in check_catalog(path)] == []


def test_the_book_is_clean() -> None:
    catalogs = [p for lang in LANGUAGES for p in (ROOT / "locales" / lang).rglob("*.po")]
    assert len(catalogs) >= 27
    assert [str(problem) for path in catalogs for problem in check_catalog(path)] == []


def test_gettext_accepts_every_catalogue() -> None:
    """`msgfmt -c` checks syntax, header, plural forms and formats."""
    folders = (ROOT / "locales", ROOT / "colophon" / "locale")
    catalogs = sorted(path for folder in folders for path in folder.rglob("*.po"))
    assert len(catalogs) >= 31
    for path in catalogs:
        command = ["msgfmt", "-c", "-o", "/dev/null", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "seed", ["\\n", " ", " \\n", "[^a", "![", "{a}`", "{cite}`{}", "**a *b ", "1,"]
)
def test_no_text_holds_up_the_rules(tmp_path: Path, seed: str) -> None:
    """A minute for what takes a moment: an expression that tries everything takes hours."""
    path = catalog(tmp_path, "pl", f'msgid "One."\nmsgstr "a{seed * (48_000 // len(seed))}b"')
    code = f"from colophon.catalogs.check import *; check_catalog(Path({str(path)!r}))"
    command = [sys.executable, "-c", code]
    subprocess.run(command, cwd=ROOT, timeout=60, check=True)
