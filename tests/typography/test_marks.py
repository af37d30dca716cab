"""Visible punctuation: every rule by its own example, and what is printed for what is typed."""

from __future__ import annotations

import pytest

from colophon.languages import language
from colophon.typography import marks
from colophon.typography.edits import apply
from colophon.typography.marks import Mark
from colophon.typography.rules import NEUTRAL, typography
from tests.conftest import LANGUAGES
from tests.typography.corpus import lines

ARROW, PARAGRAPH = " → ", " ¶ "
RULES = [(code, rule) for code in LANGUAGES for rule in typography(language(code)).marks]
CASES = [
    (code, typed, printed or typed)
    for code in LANGUAGES
    for typed, _, printed in (line.partition(ARROW) for line in lines(f"marks-{code}.txt"))
]


def printed(code: str, text: str) -> str:
    edition = language(code)
    texts = text.split(PARAGRAPH)
    edited = marks.passages(texts, edition, typography(edition).marks)
    return PARAGRAPH.join(map(apply, texts, edited))


@pytest.mark.parametrize(("code", "rule"), RULES, ids=[f"{c}: {r.name}" for c, r in RULES])
def test_rule_by_itself(code: str, rule: Mark) -> None:
    edition = language(code)
    assert rule.bad != rule.good
    assert rule.source
    assert marks.edits(rule.bad, edition, (rule,))
    assert printed(code, rule.bad) == rule.good


@pytest.mark.parametrize(("code", "typed", "right"), CASES)
def test_sentence(code: str, typed: str, right: str) -> None:
    assert printed(code, typed) == right
    # What is right stays as it is.
    assert printed(code, right) == right


def test_a_line_break_in_the_source_is_a_space() -> None:
    assert printed("en", "war\n-- and\npeace --\nat last") == "war—and\npeace—at last"


def test_language_of_no_module_has_its_own_marks() -> None:
    dutch = language("nl")
    text = 'He "said" so... in 1939-1941 -- once.'
    edited = apply(text, marks.edits(text, dutch, NEUTRAL.marks))
    assert edited == "He ‘said’ so… in 1939–1941—once."


def test_every_language_has_every_common_rule() -> None:
    common = {rule.name for rule in NEUTRAL.marks}
    for code in LANGUAGES:
        assert common <= {rule.name for rule in typography(language(code)).marks}
