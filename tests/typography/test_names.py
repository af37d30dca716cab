"""Where the names of an edition come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from colophon.problems import Problems
from colophon.typography.names import phrases


def test_index_and_termbase(tmp_path: Path) -> None:
    terms = tmp_path / "terms.csv"
    terms.write_text("id,en,th\na,Brest,เบรสต์\nb,Beck,\n", encoding="utf-8")
    entries = [
        ("single", "Lwów; fall of", "id", "", None),
        ("see", "Lviv; Lwów", "id", "", None),
    ]
    found = list(phrases(entries, [terms, tmp_path / "missing.csv"], "th"))
    assert [phrase.strip() for phrase in found if phrase] == ["Lwów", "Lviv", "Lwów", "เบรสต์"]


def test_termbase_in_another_encoding(tmp_path: Path) -> None:
    terms = tmp_path / "terms.csv"
    terms.write_bytes("id,pl\na,Łódź\n".encode("cp1250"))
    with pytest.raises(Problems, match=r"terms\.csv.*save it as CSV in UTF-8"):
        list(phrases([], [terms], "pl"))
