"""The termbase as its keeper meets it: what it says, and every fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from colophon.names.table import read, terms_of
from colophon.names.term import PERSON
from tests.conftest import LANGUAGES, ROOT

HEAD = "id,kind,en,pl,th,variants,note,lat,lon,surname,state,original,today_en,stems_pl\n"
LWOW = "lwow,place,Lwów,Lwów,ลวูฟ,,,49.8397,24.0297,,,,Lviv,\n"
BAD = [
    ("grodno,plce,Grodno,Grodno,กรอดโน,,,,,,,,,\n", "unknown kind 'plce'; did you mean 'place'?"),
    (LWOW, "the id lwow stands already in line 2; rename one"),
    ("grodno,place,Grodno,,กรอดโน,,,,,,,,,\n", "grodno has no form in the language pl"),
    ("grodno,place,Grodno,Grodno, ,,,,,,,,,\n", "grodno has no form in the language th"),
    ("grodno,place,G,G,ก,,,abc,23.8,,,,,\n", "no lat: 'abc'; write degrees from -90 to 90"),
    ("grodno,place,G,G,ก,,,53.7,223.8,,,,,\n", "no lon: '223.8'; write degrees from -180 to 180"),
    ("grodno,place,G,G,ก,,,nan,23.8,,,,,\n", "no lat: 'nan'"),
    ("grodno,place,G,G,ก,,,53.7,,,,,,\n", "one coordinate without the other"),
    ("Grodno,place,G,G,ก,,,,,,,,,\n", "no id: 'Grodno'; write small ASCII letters"),
    ("grodno,place,G,G,ก,,,,,,belrus,,,\n", "unknown state 'belrus'"),
    ("grodno,place,G,G,ก,,,,,,,ru,,\n", "unknown language 'ru' in the column original"),
    ("grodno,place,G,G,ก,,,,,2,,,,\n", "no number of words of a surname: '2'"),
    ("beck,person,J B,J B,ย บ,,,,,one,,,,\n", "no number of words of a surname: 'one'"),
    ("grodno,place,G,G,ก\n", "5 cells where the first line has 14"),
    ("grodno,place,a \u202eG,G,ก,,,,,,,,,\n", "hidden characters: U+202E"),
]


def table(folder: Path, text: str | bytes) -> Path:
    path = folder / "terms.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(("row", "message"), BAD)
def test_a_bad_row_is_told_with_its_line(tmp_path: Path, row: str, message: str) -> None:
    # Line 3 is empty and line 4 runs over two, as a spreadsheet writes a long note.
    note = 'wilno,place,Wilno,Wilno,วิลโน,,"a\nnote",,,,,,,\n'
    path = table(tmp_path, f"{HEAD}{LWOW}\n{note}{row}")
    _terms, problems = read(path, LANGUAGES)
    assert [(problem.file, problem.line) for problem in problems] == [(str(path), 6)]
    assert str(problems[0]).startswith(f"{path}:6: {message}")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("id,kind,en,pl\n", 1, "no column 'th'; add it to the first line: id,kind,en,pl,th"),
        ("", 1, "no column 'id'"),
        ("id,kind,en,pl,th,pl\n", 1, "two columns 'pl'"),
        ("id,kind,en,pl,th,varients\n", 1, "unknown column 'varients'; did you mean 'variants'?"),
        (f'{HEAD}"lwow"x,place\n', 2, "',' expected after '\"'"),
        (f'{HEAD}{LWOW}"lwow,place\n', 3, "unexpected end of data"),
        (f"{HEAD}{LWOW}lodz,place,Łódź".encode("cp1250", "ignore"), 2, "not UTF-8 (byte 0xf3)"),
    ],
)
def test_a_bad_file(tmp_path: Path, text: str | bytes, line: int, message: str) -> None:
    path = table(tmp_path, text)
    _terms, problems = read(path, LANGUAGES)
    assert str(problems[0]).startswith(f"{path}:{line}: {message}")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    path = table(tmp_path, HEAD + "".join(row for row, _ in BAD[:6]))
    assert len(read(path, LANGUAGES)[1]) >= 5


def test_no_table_no_names(tmp_path: Path) -> None:
    assert read(tmp_path / "terms.csv", LANGUAGES) == ([], [])
    assert terms_of([tmp_path / "terms.csv"]) == {}


def test_a_table_as_windows_saves_it(tmp_path: Path) -> None:
    path = table(tmp_path, b"\xef\xbb\xbf" + (HEAD + LWOW).replace("\n", "\r\n").encode())
    terms, problems = read(path, LANGUAGES)
    assert [term.forms["th"] for term in terms] == ["ลวูฟ"] and problems == []


def test_what_a_row_says(tmp_path: Path) -> None:
    row = "beck,person,J. von Beck,J. von Beck,ย. ฟอน แบ็ก,Bek; pl: Beckowi; th: เบค,,,,2,,th,,Bek\n"
    (term,), problems = read(table(tmp_path, HEAD + row), LANGUAGES)
    assert problems == []
    assert term.family_name("th") == "ฟอน แบ็ก"
    assert term.accepted("pl") == ["J. von Beck", "Beckowi"]
    assert term.accepted("th") == ["ย. ฟอน แบ็ก", "เบค"]
    assert term.accepted("en") == ["J. von Beck"]
    assert term.stems["pl"] == ("Bek",)


def test_the_books_own_table() -> None:
    path = ROOT / "locales" / "terms.csv"
    terms, problems = read(path, LANGUAGES)
    assert [str(problem) for problem in problems] == []
    found = {term.id: term for term in terms}
    assert len(terms) >= 205
    assert (
        found["lwow"].forms["th"] == "ลวูฟ" and found["stanislawow"].today["pl"] == "Iwano-Frankiwsk"
    )
    assert {"grzybowski", "wilno", "kop"} <= found.keys()
    assert path.read_text("utf-8").startswith("id,kind,en,pl,th,variants,note,lat,lon,")
    persons = [term for term in terms if term.kind == PERSON]
    assert all(term.family_name(code) for term in persons for code in LANGUAGES)
    for term in terms:
        assert (
            all("\u0e00" <= letter <= "\u0e7f" for letter in term.forms["th"] if letter.isalpha())
            or "KOP" in term.forms["th"]
        ), term
