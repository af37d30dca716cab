"""The rule `names`: a catalogue has the forms on which the termbase has agreed."""

from __future__ import annotations

from pathlib import Path

import pytest

from colophon.catalogs.check import check_catalog
from colophon.catalogs.stage import stage
from colophon.problems import Problems
from tests.catalogs.test_check import HEADER

TERMS = """\
id,kind,en,pl,th,variants,stems_pl
lwow,place,Lwów,Lwów,ลวูฟ,Lviv,
szack,place,Szack,Szack,ชาตสก์,,Szack
san,river,San,San,ซาน,,
moscow,place,Moscow,Moskwa,มอสโก,pl: moskiewski,
kovalyov,person,Mikhail Kovalyov,Michaił Kowalow,มิคาอิล โควัลยอฟ,Kovalev,Kowalow
molotov,person,Vyacheslav Molotov,Wiaczesław Mołotow,วยาเชสลาฟ โมโลตอฟ,,
ribbentrop,person,Joachim von Ribbentrop,Joachim von Ribbentrop,โยอาคิม ฟอน ริบเบนทรอพ,,
pact,treaty,Molotov–Ribbentrop Pact,pakt Ribbentrop–Mołotow,กติกาสัญญาโมโลตอฟ-ริบเบนทรอพ,,
invasion,event,liberation campaign,wyzwoleńczy pochód,การทัพเพื่อการปลดปล่อย,,
kop,unit,Border Protection Corps,Korpus Ochrony Pogranicza,กองกำลังป้องกันชายแดน,pl: KOP,
"""

BAD = [
    ("pl", "Lwów fell.", "Upadł Lwiw.", "Lwów"),
    ("pl", "Lwów fell.", "Upadł Lviv.", "Lwów"),
    ("pl", "Kovalyov led the front.", "Frontem dowodził Kovalev.", "Kowalow"),
    ("pl", "Mikhail Kovalyov led it.", "Dowodził nim Mikołaj Kowalow.", "Michaił Kowalow"),
    ("pl", "The Molotov–Ribbentrop Pact", "Traktat z Moskwy", "pakt Ribbentrop–Mołotow"),
    ("pl", "At {name}`szack` they won.", "Zwyciężyli pod {name}`Szczekiem <szack>`.", "Szack"),
    ("pl", "They crossed the San.", "Przeprawili się na saniach.", "San"),
    ("th", "Lwów fell.", "เมืองลวีฟเสียแก่ข้าศึก", "ลวูฟ"),
    ("th", "Molotov spoke.", "มอโลตอฟกล่าว", "โมโลตอฟ"),
    ("th", "The {term}`Border Protection Corps`", "{term}`กองชายแดน <Border Protection Corps>`",
     "กองกำลังป้องกันชายแดน"),
    ("en", "Lwów fell.", "Lviv fell.", "Lwów"),
]  # fmt: skip
GOOD = [
    ("pl", "Lwów fell.", "Upadek Lwowa."),
    ("pl", "At Szack they won.", "Zwyciężyli pod Szackiem."),
    ("pl", "Moscow time.", "Czas moskiewski, czasu moskiewskiego."),
    ("pl", "Mikhail Kovalyov led it.", "Dowodził nim Michaił Kowalow."),
    ("pl", "Told to Mikhail Kovalyov.", "Powiedziano Michaiłowi Kowalowowi."),
    ("pl", "Kovalyov, Mikhail", "Kowalow Michaił"),
    ("pl", "Potemkin’s and Molotov’s paper.", "Pismo Mołotowa."),
    ("pl", "The Molotov–Ribbentrop Pact", "O pakcie Ribbentrop–Mołotow"),
    ("pl", "Liberation campaign", "Nazwa „wyzwoleńczego pochodu”"),
    ("pl", "The Border Protection Corps", "Oddziały KOP"),
    ("pl", "{name}`lwow` and {name}`kovalyov`", "{name}`Kowalowa <kovalyov>` we {name}`lwow`"),
    ("pl", "Santa and the Sanitary Cordon", "Mikołaj i kordon sanitarny"),
    ("pl", "See{footcite:p}`{On Lwów}lwow`", "Zob.{footcite:p}`{O mieście}lwow`"),
    ("th", "Mikhail Kovalyov at Lwów", "มิคาอิล โควัลยอฟที่ลวูฟ"),
    ("th", "Kovalyov, Mikhail", "โควัลยอฟ, มิคาอิล"),
    ("th", "{name}`!lwow` fell.", "{name}`lwow`เสียแก่ข้าศึก"),
    ("en", "Lwów fell.", "The fall of Lwów."),
]


def catalog(folder: Path, language: str, msgid: str, msgstr: str, name: str = "chapter") -> Path:
    (folder / "terms.csv").write_text(TERMS, "utf-8")
    path = folder / language / "LC_MESSAGES" / f"{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    head = HEADER.format(code=language)
    path.write_text(f'{head}msgid "{msgid}"\nmsgstr "{msgstr}"\n', "utf-8")
    return path


@pytest.mark.parametrize(("language", "msgid", "msgstr", "agreed"), BAD)
def test_bad(tmp_path: Path, language: str, msgid: str, msgstr: str, agreed: str) -> None:
    path = catalog(tmp_path, language, msgid, msgstr)
    (problem,) = check_catalog(path, severities={"error"})
    assert (problem.file, problem.line, problem.rule) == (str(path), 8, "names")
    assert "no agreed form of" in problem.message
    assert problem.remedy.startswith(f"write {agreed}")
    assert "of terms.csv (line " in problem.remedy


@pytest.mark.parametrize(("language", "msgid", "msgstr"), GOOD)
def test_good(tmp_path: Path, language: str, msgid: str, msgstr: str) -> None:
    assert check_catalog(catalog(tmp_path, language, msgid, msgstr), severities={"error"}) == []


def test_a_chapter_in_a_folder_is_judged_as_well(tmp_path: Path) -> None:
    (tmp_path / "pl" / "LC_MESSAGES" / "parts").mkdir(parents=True)
    assert check_catalog(catalog(tmp_path, "pl", "Lwów fell.", "Upadł Lwiw.", "parts/war"))


def test_interface_words_name_nobody(tmp_path: Path) -> None:
    assert check_catalog(catalog(tmp_path, "pl", "San", "Dom", "sphinx")) == []


def test_without_a_termbase_there_is_no_rule(tmp_path: Path) -> None:
    path = catalog(tmp_path, "pl", "Lwów fell.", "Upadł Lwiw.")
    (tmp_path / "terms.csv").unlink()
    assert check_catalog(path) == []


def test_a_changed_table_judges_a_compiled_catalogue_again(tmp_path: Path) -> None:
    folder = tmp_path / "locales"
    folder.mkdir()
    catalog(folder, "pl", "Lwów fell.", "Upadek Lwowa.")
    stage([folder], "pl", tmp_path / "staged")
    (folder / "terms.csv").write_text(TERMS.replace("Lwów,Lwów", "Lwów,Lemberg"), "utf-8")
    with pytest.raises(Problems, match="no agreed form of 'Lwów'"):
        stage([folder], "pl", tmp_path / "staged")


def test_names_may_be_inflected_and_moved_but_not_lost(tmp_path: Path) -> None:
    path = catalog(tmp_path, "pl", "{name}`lwow` and {name}`szack`", "Pod {name}`szack`")
    assert [(p.rule, p.message) for p in check_catalog(path)] == [
        ("values", "missing in the translation: {name}`lwow`"),
    ]
