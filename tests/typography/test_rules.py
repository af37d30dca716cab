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
    assert shown(rules.bind(plain)) == sentence, differing(rules, sentence)
    assert rules.ties(plain) == [i for i, char in enumerate(sentence) if char == "~"]
    assert rules.ties(rules.bind(plain)) == []  # nothing is done twice


def differing(rules: Typography, sentence: str) -> str:
    """Which rules tie what should part, and where a tie is missing."""
    plain = sentence.replace("~", " ")
    expected = {i for i, char in enumerate(sentence) if char == "~"}
    told = [
        f"“{rule.name}” ties “{plain[max(0, tie - 12) : tie + 12]}”"
        for rule in rules.rules
        for tie in sorted(set(Typography((rule,)).ties(plain)) - expected)
    ]
    missing = sorted(expected - set(rules.ties(plain)))
    told += [f"no rule ties “{plain[max(0, tie - 12) : tie + 12]}”" for tie in missing]
    return "; ".join(told)


@pytest.mark.parametrize(("code", "name"), SENTENCES.items())
def test_corpus_is_large_enough(code: str, name: str) -> None:
    sentences = lines(name)
    assert len(sentences) == len(set(sentences)) >= 60
    found = {
        rule.name
        for rule in typography(language(code)).rules
        for sentence in sentences
        if Typography((rule,)).ties(sentence.replace("~", " "))
    }
    # Every rule is met in a sentence as well, not in its example alone.
    assert found == {rule.name for rule in typography(language(code)).rules}


def test_a_failing_sentence_is_told_with_its_rule() -> None:
    told = differing(typography(language("pl")), "I w~domu, 5~psów")
    assert told == "“one-letter word” ties “I w domu, 5 p”; no rule ties “I w domu, 5 psów”"


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
