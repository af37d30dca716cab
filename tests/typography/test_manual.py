"""The manual of the room says what the code does; `python -m tests.typography.manual` mends it."""

from __future__ import annotations

import re

from tests.generated import part
from tests.typography import manual
from tests.typography.corpus import FOLDER


def test_every_rule_is_in_the_manual() -> None:
    assert part(manual.README, "rules") == manual.rules()


def test_the_tables_are_whole() -> None:
    rows = [line for line in manual.rules().split("\n") if line.startswith("|")]
    # A bar in an example would be one cell more.
    assert {line.count("|") for line in rows} == {5}


def test_the_manual_names_the_corpora() -> None:
    named = re.findall(r"`([a-z-]+\.txt)`", manual.README.read_text("utf-8"))
    assert len(named) >= 7
    assert [name for name in named if not (FOLDER / name).is_file()] == []
