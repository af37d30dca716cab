"""The book's metadata: checked, translated, and the same identifier on every build."""

from __future__ import annotations

import pytest

from colophon.book import read
from colophon.problems import Problems

VALUES = {
    "slug": "book",
    "title": "A book",
    "subtitle": "On things",
    "people": [{"name": "Colophon", "role": "Edition", "marc": "edt"}],
    "published": "2020-01-31",
    "isbn": {"epub-pl": "978-83-000000-0-5"},
}


def test_translation_reaches_title_and_roles() -> None:
    words = {"A book": "Książka", "Edition": "Redakcja"}
    book = read(VALUES).translated("pl", lambda text: words.get(text, text))
    assert book.full_title == "Książka: On things"
    assert [(person.name, person.role) for person in book.people] == [("Colophon", "Redakcja")]


def test_the_empty_text_is_never_looked_up() -> None:
    """gettext gives the catalogue's header for it."""
    book = read({"title": "A book"}).translated("pl", lambda text: text or "Header: x")
    assert book.subtitle == book.rights == ""


def test_identifiers() -> None:
    book = read(VALUES)
    pl, th = (book.translated(code, str) for code in ("pl", "th"))
    assert pl.identifier("epub") == "urn:isbn:9788300000005"
    assert th.identifier("epub").startswith("urn:uuid:")
    assert th.identifier("epub") == th.identifier("epub") != th.identifier("html")


def test_date_follows_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert read({"title": "x"}).date.isoformat() == "1970-01-02"
    assert read(VALUES).date.isoformat() == "2020-01-31"


def test_every_unfit_value_is_named() -> None:
    with pytest.raises(Problems) as caught:
        read({"titel": "x", "slug": "a b", "published": "31.1.2020", "people": [{"nom": "x"}]})
    text = str(caught.value)
    for part in ("'titel'", "'a b'", "'31.1.2020'", "{'nom': 'x'}"):
        assert part in text


def test_slug_from_the_title() -> None:
    assert read({}, "A Long History!").slug == "a-long-history"
