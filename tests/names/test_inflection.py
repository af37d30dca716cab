"""Polish inflects names: which words count as a form of one, and which do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from colophon.languages import language
from colophon.names import polish
from colophon.names.inflection import is_form, occurs

POLISH = language("pl")
FORMS = [
    line.split()
    for line in (Path(__file__).parent / "forms.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_every_form_of_the_books_names_is_known() -> None:
    assert len(FORMS) >= 119
    assert [form for form, name, *stems in FORMS if not is_form(form, name, POLISH, stems)] == []


def test_the_dictionary_knows_most_of_them_by_itself() -> None:
    unknown = [form for form, name, *_ in FORMS if not is_form(form, name, POLISH)]
    assert len(unknown) <= 13, unknown


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("lwów", "Lwów"),  # lions
        ("Lwiw", "Lwów"),
        ("Kockiego", "Kock"),
        ("Wilanów", "Wilno"),
        ("Brześciany", "Brześć"),
        ("60", "52"),
        ("kowal", "Kowel"),
    ],
)
def test_what_is_no_form(word: str, name: str) -> None:
    assert not is_form(word, name, POLISH)


def test_a_stem_has_an_ending_not_another_word() -> None:
    assert is_form("Skidlu", "Skidel", POLISH, ["Skidl"])
    assert not is_form("Skidloryszczyzna", "Skidel", POLISH, ["Skidl"])


def test_names_of_several_words_stand_together() -> None:
    text = "Marszałka Edwarda Rydza-Śmigłego i Korpus Ochrony Pogranicza"
    assert occurs("Edward Rydz-Śmigły", text, POLISH)
    assert not occurs("Edward Korpus", text, POLISH)
    assert occurs("pakt Ribbentrop–Mołotow", "Tekst paktu Ribbentrop–Mołotow.", POLISH)


def test_a_language_without_cases_wants_the_very_form() -> None:
    assert occurs("ลวูฟ", "หน่วยโซเวียตเข้าโจมตีที่ลวูฟ", language("th"))
    assert not occurs("ลวูฟ", "หน่วยโซเวียตเข้าโจมตีที่ลวีฟ", language("th"))


def test_without_its_dictionary_it_is_lenient(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_word: str) -> frozenset[str]:
        raise ImportError

    monkeypatch.setattr(polish, "lemmas", missing)
    assert is_form("Lwowa", "Lwów", POLISH)
    assert is_form("Grzybowskiemu", "Grzybowski", POLISH)
    assert not is_form("Wilna", "Lwów", POLISH)
