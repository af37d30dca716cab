"""Where the names of an edition come from."""

from __future__ import annotations

from colophon.names.term import Term
from colophon.typography.names import phrases


def test_index_and_termbase() -> None:
    brest = Term("brzesc", "place", {"en": "Brześć", "th": "เบรสต์"}, today={"th": "แบรสต์"})
    treaty = Term("versailles", "treaty", {"en": "Treaty", "th": "สนธิสัญญาแวร์ซาย"})
    entries = [
        ("single", "Lwów; fall of", "id", "", None),
        ("see", "Lviv; Lwów", "id", "", None),
    ]
    found = [phrase.strip() for phrase in phrases(entries, [brest, treaty], "th")]
    # A treaty's title may be broken between its words; a town's name may not.
    assert found == ["Lwów", "Lviv", "Lwów", "เบรสต์", "แบรสต์"]
