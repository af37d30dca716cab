"""No sentence is taken over from the two accounts that the book compares.

tests/data/accounts.json holds digests of every run of eight words of the Polish account and of
every eighth run of forty letters of the Thai one, so that the texts themselves need not be here.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator

import polib
import pytest

from tests.conftest import ROOT

ACCOUNTS: dict[str, list[str]] = json.loads((ROOT / "tests" / "data" / "accounts.json").read_text())

QUOTED = {"pl": ["Te sowieckie zbrodnie rozpoczęły"], "th": []}
"""How the marked quotations begin that stand in both an account and the book, with a source."""


def runs(text: str, language: str) -> Iterator[str]:
    """Digests of the runs of eight words, or of forty letters where no spaces part words."""
    text = re.sub(r"\{[\w:]+\}`[^`]*`|\[\^[\w-]+\]|\{[^{}]*\}", " ", text).lower()
    pieces = re.findall(r"\w+", text) if language == "pl" else re.findall(r"[\u0e01-\u0e4e]", text)
    size, glue = (8, " ") if language == "pl" else (40, "")
    for start in range(len(pieces) - size + 1):
        run = glue.join(pieces[start : start + size])
        yield hashlib.sha256(run.encode()).hexdigest()[:12]


@pytest.mark.parametrize("language", ["pl", "th"])
def test_no_run_of_words_is_shared_with_an_account(language: str) -> None:
    known, seen = set(ACCOUNTS[language]), 0
    assert len(known) > 300
    for path in sorted((ROOT / "locales" / language / "LC_MESSAGES").glob("*.po")):
        for entry in polib.pofile(str(path)):
            found = list(runs(entry.msgstr, language))
            seen += len(found)
            if not any(begin in entry.msgstr for begin in QUOTED[language]):
                assert not known & set(found), f"{path.name}:{entry.linenum}: {entry.msgstr[:200]}"
    assert seen > 10_000
