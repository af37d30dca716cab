"""No-break spaces: every rule by its own example, and whole sentences as they must be set."""

from __future__ import annotations

import unicodedata

import pytest

from colophon import characters
from colophon.languages import language
from colophon.typography.rules import NEUTRAL, Rule, Typography, typography
from tests.typography.corpus import lines

RULES = [(code, rule) for code in ("en", "pl", "th") for rule in typography(language(code)).rules]
SENTENCES = {"en": "english.txt", "pl": "polish.txt", "th": "thai-ties.txt"}


@pytest.mark.parametrize(("code", "rule"), RULES, ids=[f"{c}: {r.name}" for c, r in RULES])
def test_rule_by_itself(code: str, rule: Rule) -> None:
    assert rule.good.replace("~", " ") == rule.bad != rule.good
    assert rule.source
    bound = Typography((rule,)).bind(rule.bad)
    # Another rule may have a tie in the example as well, so a rule makes only ties that are in it.
    own = {i for i, char in enumerate(bound) if char == characters.NO_BREAK_SPACE}
    expected = {i for i, char in enumerate(rule.good) if char == "~"}
    assert own and own <= expected
    assert shown(typography(language(code)).bind(rule.bad)) == rule.good


@pytest.mark.parametrize(
    ("code", "sentence"), [(code, s) for code, name in SENTENCES.items() for s in lines(name)]
)
def test_sentence(code: str, sentence: str) -> None:
    rules = typography(language(code))
    plain = sentence.replace("~", " ")
    assert shown(rules.bind(plain)) == sentence
    assert rules.ties(plain) == [i for i, char in enumerate(sentence) if char == "~"]
    assert rules.ties(rules.bind(plain)) == []  # nothing is done twice


def test_language_without_rules_is_left_alone() -> None:
    assert typography(language("nl")) is NEUTRAL
    assert NEUTRAL.bind("a b 1 2") == "a b 1 2"


def test_invisible_characters_are_what_their_names_say() -> None:
    named = {name: char for name, char in vars(characters).items() if name.isupper()}
    assert named
    for name, char in named.items():
        assert unicodedata.name(char).replace("-", " ") == name.replace("_", " ")


def shown(text: str) -> str:
    return text.replace(characters.NO_BREAK_SPACE, "~")
