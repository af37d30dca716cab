"""Entries as CSL items."""

from pathlib import Path
from typing import Any

import pytest
from pybtex.database import Person

from colophon.names.table import read
from colophon.notes import bib, dates, langid
from colophon.notes.items import NAMES, TYPES
from colophon.notes.latex import to_text, to_url
from colophon.notes.names import name
from colophon.notes.titles import short_title

TYPES_BIB = Path(__file__).parent / "types.bib"


@pytest.fixture(scope="module")
def works() -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in bib.csl_items(TYPES_BIB)}


def test_sample_is_sound() -> None:
    assert bib.check(TYPES_BIB) == []


@pytest.mark.parametrize(
    ("key", "csl_type"),
    [
        ("book", "book"),
        ("chapter", "chapter"),
        ("article", "article-journal"),
        ("newspaper", "article-newspaper"),
        ("page", "webpage"),
        ("act", "legislation"),
        ("report", "report"),
        ("thesis", "thesis"),
        ("archive", "manuscript"),
        ("forthcoming", "document"),
    ],
)
def test_types(works: dict[str, dict[str, Any]], key: str, csl_type: str) -> None:
    assert works[key]["type"] == csl_type


def test_every_type_has_a_csl_type() -> None:
    assert all(TYPES.values())


def test_titles_are_verbatim(works: dict[str, dict[str, Any]]) -> None:
    assert works["undated"]["title"] == "The Katyn Controversy: Stalin’s Killing Field"
    assert works["edited"]["title"] == "Polski wiek XX"
    assert works["forthcoming"]["title"] == "The <i>Nota</i>: A Commentary"


def test_persons(works: dict[str, dict[str, Any]]) -> None:
    assert works["translated"]["translator"] == [{"family": "Smith", "given": "Anna Maria"}]
    assert works["act"]["author"] == [{"literal": "Sejm Rzeczypospolitej Polskiej"}]
    assert works["thai"]["author"] == [{"literal": "ชาญวิทย์ เกษตรศิริ"}]
    assert works["chapter"]["author"] == [{"family": "Dębski", "given": "Sławomir"}]
    assert name(Person("von der Schulenburg, Friedrich Werner")) == {
        "family": "Schulenburg",
        "given": "Friedrich Werner",
        "dropping-particle": "von der",
    }
    assert name(Person("van der Rohe, Ludwig"))["non-dropping-particle"] == "van der"


def test_languages(works: dict[str, dict[str, Any]]) -> None:
    assert works["page"]["language"] == "pl"
    assert works["thai"]["language"] == "th"
    assert langid.tag("ngerman") == "de"
    assert langid.tag("pt-BR") == "pt-BR"
    assert langid.tag("klingonese") == ""


@pytest.mark.parametrize(
    ("language", "text", "tag"),
    [
        ("ru", "Междубурье", "ru"),
        ("ru", "Mezhdubur'e", "ru-Latn"),
        ("en", "Документы внешней политики", "und-Cyrl"),
        ("en", "Revolution from Abroad", "en"),
        ("", "มูลนิธิโครงการตำรา", "th"),
        ("", "Warszawa", ""),
    ],
)
def test_language_of_a_title(language: str, text: str, tag: str) -> None:
    assert langid.of_text(language, text) == tag


def test_dates(works: dict[str, dict[str, Any]]) -> None:
    assert works["newspaper"]["issued"] == {"date-parts": [[2009, 9, 8]]}
    assert works["page"]["accessed"] == {"date-parts": [[2026, 1, 31]]}
    assert works["forthcoming"]["issued"] == {"literal": "forthcoming"}
    assert "issued" not in works["undated"]
    assert dates.issued({"year": "1983", "month": "July"}) == {"date-parts": [[1983, 7]]}
    assert dates.date("1939/1941") == {"date-parts": [[1939], [1941]]}
    assert dates.date("1939?") == {"date-parts": [[1939]], "circa": True}


def test_numbers_and_places(works: dict[str, dict[str, Any]]) -> None:
    assert works["article"]["issue"] == "1"
    assert works["book"]["collection-number"] == "7"
    assert works["act"]["number"] == "2009, nr 63, poz. 831"
    assert works["page"]["URL"] == "https://example.org/a_b?c=1&d=2"
    assert works["page"]["container-title"] == "Instytut Pamięci Narodowej"
    assert works["archive"]["archive-place"] == "Warszawa"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Katyn: A Crime Without Punishment", "Katyn"),
        ("Czas nadziei. Obywatele Rzeczypospolitej", "Czas nadziei"),
        ("Walczyć czy odstąpić? Postawy i dylematy", "Walczyć czy odstąpić?"),
        ("Obrona Grodna – trzy dni", "Obrona Grodna"),
        ("Wilno–Grodno–Kodziowce 1939", "Wilno–Grodno–Kodziowce 1939"),
        ("Resolution No. 979-1 on the Appraisal", "Resolution No. 979-1 on the Appraisal"),
        ("Akta gen. Sikorskiego", "Akta gen. Sikorskiego"),
        ("สงครามโลกครั้งที่ 2", "สงครามโลกครั้งที่ 2"),
    ],
)
def test_short_title(title: str, short: str) -> None:
    assert short_title(title) == short


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"P{\'o}lski {\L}\'od\'z", "Pólski Łódź"),
        (r"G\k{e}si{\'n}ski, D{\k e}bski", "Gęsiński, Dębski"),
        (r"na\"{\i}ve K{\"o}hler \O{}re", "naïve Köhler Øre"),
        ("1939--1941 --- ``so'' `said' God's", "1939–1941 — “so” ‘said’ God’s"),
        (r"Pen \& Sword, 100\%, P9\_TA", "Pen & Sword, 100%, P9_TA"),
        (r"The \emph{Katyn} {Affair}", "The <i>Katyn</i> Affair"),
        (r"\textit{A \textsc{nkvd}} and $x$ \unknown{kept}", "<i>A <sc>nkvd</sc></i> and x kept"),
        (
            r"Wojna pol\-sko-nie\-miec\-ka, w~1939\,r.",
            "Wojna polsko-niemiecka, w\u00a01939\u202fr.",
        ),
        (
            r"\url{https://a.org/~x--y\_z} or \href{https://b.org}{there}",
            "https://a.org/~x--y_z or there",
        ),
        ("two\n   lines", "two lines"),
        (r"\textquotedblleft A\textquotedblright{} \guillemotleft{}B\guillemotright", "“A” «B»"),
        (r"A{\textasciitilde}B, 5\textdegree{} \textsection~7", "A~B, 5° §\u00a07"),
    ],
)
def test_latex(tex: str, text: str) -> None:
    assert to_text(tex) == text


def test_address_stays_as_it_is() -> None:
    assert to_url(r"https://a.org/~x/a\_b--c") == "https://a.org/~x/a_b--c"


def test_words_for_one_edition(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text("@book{a,\n  title = {T},\n  note = {Pseudonym},\n  note_pl = {pseudonim}\n}\n")
    (item,) = bib.csl_items(path)
    assert item["note"] == "Pseudonym"
    assert item["custom"] == {"pl": {"note": "pseudonim"}}


def test_names_as_each_edition_writes_them(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "@incollection{part,\n  title = {Part},\n  crossref = {whole},\n"
        "  author = {Molotov, Vyacheslav}, author_pl = {Mołotow, Wiaczesław and others}\n}\n"
        "@book{revised,\n  author = {Other, Ann}, title = {R}, crossref = {whole}\n}\n"
        "@book{whole,\n  title = {T}, author = {Krivoshein, Semyon},\n"
        "  author_pl = {Kriwoszein, Siemion}\n}\n",
        encoding="utf-8",
    )
    assert bib.check(path) == []
    part, revised, whole = bib.csl_items(path)
    commander = {"family": "Kriwoszein", "given": "Siemion"}
    assert whole["author"] == [{"family": "Krivoshein", "given": "Semyon"}]
    assert whole["custom"] == {"pl": {"author": [commander]}}
    assert part["custom"]["pl"]["author"][0] == {"family": "Mołotow", "given": "Wiaczesław"}
    assert part["custom"]["pl"]["container-author"] == [commander]
    assert "custom" not in revised


def test_the_books_names_are_those_of_its_termbase() -> None:
    """Who is written in another way in an edition's notes is so in its text, too."""
    root = Path(__file__).parents[2]
    persons = [term for term in read(root / "locales" / "terms.csv")[0] if term.kind == "person"]
    found = 0
    for work in bib.csl_items(root / "references.bib"):
        for code, words in work.get("custom", {}).items():
            for role in words.keys() & set(NAMES.values()):
                for own, other in zip(work[role], words[role], strict=True):
                    (term,) = (t for t in persons if t.forms["en"].endswith(own["family"]))
                    assert term.forms[code].endswith(other["family"])
                    assert term.forms[code].startswith(other["given"].split()[0])
                    found += 1
    assert found


def test_a_part_inherits_from_its_crossref(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text(
        "@incollection{part,\n author = {One, A.},\n title = {Part},\n pages = {3--9},\n"
        " crossref = {Whole}\n}\n"
        "@collection{whole,\n editor = {Two, B.},\n title = {Whole},\n subtitle = {All of It},\n"
        " publisher = {Osprey},\n year = 2002,\n keywords = {primary}\n}\n"
    )
    part, _ = bib.csl_items(path)
    assert part["title"] == "Part"
    assert part["container-title"] == "Whole: All of It"
    assert (part["author"][0]["family"], part["editor"][0]["family"]) == ("One", "Two")
    assert (part["publisher"], part["page"]) == ("Osprey", "3–9")
    assert part["issued"]["date-parts"] == [[2002]]
    assert "keyword" not in part
