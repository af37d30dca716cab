"""The styles: each type in each language, all locators, and no English where none belongs."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pybtex.database import parse_string

from colophon.languages import language
from colophon.notes import render
from colophon.notes.inlines import text_of
from colophon.notes.items import item
from colophon.notes.sequence import Chapter, Cluster
from colophon.notes.style import style
from colophon.notes.syntax import LOCATORS, parse, parse_locator
from tests.notes.conftest import Notes, Works

TABLE = tomllib.loads((Path(__file__).parent / "types.toml").read_text())
LANGUAGES = ("en", "pl", "th")
FOREIGN = [
    *("edited", "chapter", "newspaper", "page", "act", "thesis", "archive", "thai", "russian"),
    *("film", "map", "volumes", "undatedbook", "thaiarticle", "thaithesis", "thaiarchive"),
]
"""Works with no English in their data."""
ENGLISH = re.compile(
    r"\b([Aa]nd|[Ii]n|[Ee]dited|eds?|[Tt]ranslated|[Tt]rans|[Vv]ol|[Nn]os?|[Aa]ccessed|n\.d|[Ii]bid|"
    r"pp?|ch|et al|thesis|forthcoming|review|repr|January|September)\b"
)


@pytest.mark.parametrize("code", LANGUAGES)
def test_types(code: str, works: Works, notes: Notes) -> None:
    assert TABLE.keys() == works.keys()
    citations = [
        f"{key}{{{place}}}" if (place := TABLE[key]["places"][time]) else key
        for time in (0, 1)
        for key in works
    ]
    texts = notes(code, *citations)
    entries = render.entries(works, works, style(language(code)))
    for position, key in enumerate(works):
        expected = TABLE[key][code]
        assert texts[position] == expected["note"]
        assert texts[position + len(works)] == expected["short"]
        assert text_of(entries[key]) == expected["entry"]


@pytest.mark.parametrize("code", ["pl", "th"])
def test_no_english(code: str, works: Works, notes: Notes) -> None:
    citations = [f"{key}{{{word}. 3-4}}" for key in FOREIGN for word in LOCATORS]
    entries = render.entries(FOREIGN, works, style(language(code)))
    for text in [*notes(code, *citations), *map(text_of, entries.values())]:
        # "i in." is Polish for et al.
        assert not ENGLISH.search(re.sub(r"https?://\S+|\bi in\.", "", text)), text


LOCATORS_OF_EDITIONS = {
    "83": ("83", "s. 83", "น. 83"),
    "12-14": ("12–14", "s. 12–14", "น. 12–14"),
    "ch. 3": ("ch. 3", "rozdz. 3", "บทที่ 3"),
    "n. 5": ("n. 5", "przyp. 5", "เชิงอรรถที่ 5"),
    "vol. 2": ("vol. 2", "t. 2", "เล่ม 2"),
    "no. 7": ("no. 7", "nr 7", "ฉบับที่ 7"),
    "fig. 1": ("fig. 1", "il. 1", "ภาพที่ 1"),
    "art. 2": ("art. 2", "art. 2", "ข้อ 2"),
    "sec. 4": ("sec. 4", "podrozdz. 4", "หัวข้อที่ 4"),
    "doc. 12": ("doc. 12", "dok. 12", "เอกสารที่ 12"),
    "col. 3": ("col. 3", "szp. 3", "คอลัมน์ที่ 3"),
    "fol. 7v": ("fol. 7v", "k. 7v", "แผ่นที่ 7v"),
    "para. 2": ("para. 2", "akap. 2", "ย่อหน้าที่ 2"),
    "vol. 2, 83": ("vol. 2, p. 83", "t. 2, s. 83", "เล่ม 2, น. 83"),
}
"""What an author writes, and what each edition prints."""


@pytest.mark.parametrize("code", LANGUAGES)
def test_locators(code: str, notes: Notes) -> None:
    """In the short form and after "ibid."; the table of types has them in the full form."""
    expected = [row[LANGUAGES.index(code)] for row in LOCATORS_OF_EDITIONS.values()]
    places = list(LOCATORS_OF_EDITIONS)
    # Two works in the note before forbid "ibid.".
    after = [f"article,book{{{place}}}" for place in places]
    again = [text for place in places for text in ("book", f"book{{{place}}}")]
    texts = notes(code, "book", "article", *after, *again)
    short, ibid = texts[2 : 2 + len(places)], texts[2 + len(places) :][1::2]
    for text, wanted in zip(short, expected, strict=True):
        assert re.search(rf"Revolution from Abroad…?, {re.escape(wanted)}\.$", text), text
    word = {"en": "Ibid.", "pl": "Tamże", "th": "เรื่องเดียวกัน"}[code]
    assert ibid == [f"{word}, {wanted}." for wanted in expected]


def test_every_locator_has_its_row() -> None:
    known = {parse_locator(place)[0].label for place in LOCATORS_OF_EDITIONS}
    assert known == set(LOCATORS.values())


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("83", "Ibid., 83."),
        ("12-14", "Ibid., 12–14."),
        ("ch. 3-4", "Ibid., chs 3–4."),
        ("art. 2-3", "Ibid., arts 2–3."),
        ("doc. 12, 14", "Ibid., docs 12, 14."),
        ("fol. 7v", "Ibid., fol. 7v."),
        ("vol. 2, 83", "Ibid., vol. 2, p. 83."),
        ("vol. 2, 83-85", "Ibid., vol. 2, pp. 83–85."),
        ("col. 3-4", "Ibid., cols 3–4."),
        ("para. 2-3", "Ibid., paras 2–3."),
        ("83, n. 5", "Ibid., 83, n. 5."),
        ("83, 85", "Ibid., 83, 85."),
    ],
)
def test_number_of_locators(locator: str, expected: str, notes: Notes) -> None:
    assert notes("en", "book", f"book{{{locator}}}")[1] == expected


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("pl", ["Tamże, akap. 2–3.", "Tamże, szp. 1082–1083W.", "Tamże, s. 2–3."]),
        (
            "th",
            [
                "เรื่องเดียวกัน, ย่อหน้าที่ 2–3.",
                "เรื่องเดียวกัน, คอลัมน์ที่ 1082–1083W.",
                "เรื่องเดียวกัน, น. 2–3.",
            ],
        ),
    ],
)
def test_one_abbreviation_for_one_and_for_several(
    code: str, printed: list[str], notes: Notes
) -> None:
    places = ("para. 2-3", "col. 1082-1083W", "2-3")
    assert [notes(code, "book", f"book{{{place}}}")[1] for place in places] == printed


LETTER = {
    "id": "letter",
    "type": "manuscript",
    "title": "List do żony",
    "author": [{"family": "Nowak", "given": "Jan"}],
    "archive": "Centralne Archiwum Wojskowe",
    "archive-short": "CAW",
    "archive_location": "sygn. 17",
}


@pytest.mark.parametrize(
    ("code", "full", "short"),
    [
        (
            "en",
            "Jan Nowak, “List do żony”, n.d., sygn. 17, Centralne Archiwum Wojskowe (CAW).",
            "Nowak, “List do żony”, sygn. 17, CAW.",
        ),
        (
            "pl",
            "Centralne Archiwum Wojskowe (CAW), sygn. 17, J. Nowak, List do żony, b.d.",
            "CAW, sygn. 17, J. Nowak, List do żony.",
        ),
        (
            "th",
            "Centralne Archiwum Wojskowe (CAW), sygn. 17, Jan Nowak, “List do żony”, ไม่ปรากฏวันที่.",
            "CAW, sygn. 17, Nowak, “List do żony”.",
        ),
    ],
)
def test_document_of_an_archive_can_be_found_again(
    code: str, full: str, short: str, works: Works
) -> None:
    """By archive and shelfmark in later notes too; with an author, and without a date."""
    chapter = Chapter(
        tuple((Cluster(parse(key), closes=True),) for key in ("letter", "book", "letter"))
    )
    found = render.chapters({"a": chapter}, {**works, "letter": LETTER}, style(language(code)))
    texts = [text_of(inlines) for inlines in found["a"]]
    assert (texts[0], texts[2]) == (full, short)


@pytest.mark.parametrize(
    ("code", "issued", "entry"),
    [
        ("pl", {"date-parts": [[2008]]}, "Kresy w czerwieni, b.m. 2008."),
        ("pl", {}, "Kresy w czerwieni, b.m.r."),
        ("th", {"date-parts": [[2008]]}, "Kresy w czerwieni. ม.ป.ท., 2008."),
        ("th", {}, "Kresy w czerwieni. ม.ป.ท., ม.ป.ป."),
    ],
)
def test_book_without_a_place(code: str, issued: dict[str, Any], entry: str) -> None:
    book = {"id": "kresy", "type": "book", "title": "Kresy w czerwieni", "issued": issued}
    found = render.entries(["kresy"], {"kresy": book}, style(language(code)))
    assert text_of(found["kresy"]) == entry


def test_polish_names_the_day_of_a_debate(works: Works) -> None:
    """Which the volume alone does not lead to."""
    debate = works["article"] | {"issued": {"date-parts": [[1939, 9, 20]]}}
    found = render.entries(["debate"], {"debate": debate | {"id": "debate"}}, style(language("pl")))
    assert "„Soviet Studies”, 20 IX 1939, t. 44" in text_of(found["debate"])


@pytest.mark.parametrize(
    ("code", "entry"),
    [
        ("en", "Snyder, Timothy. “Wstęp”. In Kresy, by Jan Nowak. Wilno, [1939?]."),
        ("pl", "Snyder T., Wstęp, w: J. Nowak, Kresy, Wilno [1939?]."),
        ("th", "Snyder, Timothy. “Wstęp”. ใน Kresy, โดย Jan Nowak. Wilno, [1939?]."),
    ],
)
@pytest.mark.parametrize("sign", ["?", "~"])
def test_part_of_another_authors_book_in_a_doubtful_year(code: str, entry: str, sign: str) -> None:
    source = (
        "@inbook{a, author = {Snyder, Timothy}, bookauthor = {Nowak, Jan}, title = {Wstęp}, "
        f"booktitle = {{Kresy}}, address = {{Wilno}}, date = {{1939{sign}}}, langid = {{polish}}}}"
    )
    assert _entry(code, source) == entry


def test_part_of_an_authors_own_book_names_the_author_once() -> None:
    source = (
        "@inbook{a, author = {Nowak, Jan}, bookauthor = {Nowak, Jan}, title = {Wstęp}, "
        "booktitle = {Kresy}, address = {Wilno}, year = 1939}"
    )
    assert _entry("pl", source) == "Nowak J., Wstęp, w: Kresy, Wilno 1939."


@pytest.mark.parametrize(
    ("code", "entry"),
    [
        ("en", "Nowak, Jan, et al. Kresy. Wilno, 1939."),
        ("pl", "Nowak J., Kot E. i in., Kresy, Wilno 1939."),
        ("th", "Nowak, Jan และคณะ. Kresy. Wilno, 1939."),
    ],
)
def test_and_does_not_meet_et_al(code: str, entry: str) -> None:
    source = (
        "@book{a, author = {Nowak, Jan and Kot, Ewa and others}, title = {Kresy}, "
        "address = {Wilno}, year = 1939}"
    )
    assert _entry(code, source) == entry


def test_polish_leads_to_the_issue_and_the_pages_of_a_weekly() -> None:
    source = (
        "@article{a, author = {Nowak, Jan}, title = {Tekst}, journal = {Polityka}, number = 5, "
        "entrysubtype = {magazine}, date = {2009-09-08}, pages = {5--9}}"
    )
    assert _entry("pl", source) == "Nowak J., Tekst, „Polityka”, 8 IX 2009, nr 5, s. 5–9."


@pytest.mark.parametrize(
    ("code", "entry"),
    [
        ("en", "“Nota”. In Документы, vol. 22, pt 2. Москва, 1992."),
        ("pl", "Nota, w: Документы, t. 22, cz. 2, Москва 1992."),
        ("th", "“Nota”. ใน Документы, เล่ม 22, ตอนที่ 2. Москва, 1992."),
    ],
)
def test_a_volume_in_parts(code: str, entry: str) -> None:
    source = (
        "@incollection{a, title = {Nota}, booktitle = {Документы}, volume = {22}, part = {2}, "
        "address = {Москва}, year = {1992}}"
    )
    assert _entry(code, source) == entry


@pytest.mark.parametrize(
    ("code", "entry"),
    [
        ("en", "“Nota”. Teka (n.d.)."),
        ("pl", "Nota, „Teka” b.r."),
        ("th", "“Nota”. Teka (ม.ป.ป.)."),
    ],
)
def test_an_article_of_which_neither_year_nor_volume_is_known(code: str, entry: str) -> None:
    assert _entry(code, "@article{a, title = {Nota}, journal = {Teka}}") == entry


def test_a_short_title_has_one_sign_at_its_end() -> None:
    """An abbreviation's full stop is enough (2009 r.)."""
    book = {"id": "a", "type": "book", "title": "Uchwała z 2009 r. o agresji"}
    chapter = Chapter(tuple((Cluster(parse(key), closes=True),) for key in "aba"))
    for short, printed in (("Uchwała z 2009 r.", "Uchwała z 2009 r."), ("Uchwała", "Uchwała…")):
        works = {"a": book | {"title-short": short}, "b": book | {"title": "Kresy"}}
        found = render.chapters({"chapter": chapter}, works, style(language("pl")))
        assert text_of(found["chapter"][2]) == printed


@pytest.mark.parametrize(
    ("said", "printed"),
    [("page", "s. 5–9"), ("column", "szp. 5–9"), ("folio", "k. 5–9")],
)
def test_pages_that_are_columns(said: str, printed: str) -> None:
    source = (
        "@incollection{a, title = {Mowa}, booktitle = {Protokoły}, pages = {5--9}, "
        f"bookpagination = {{{said}}}, address = {{Wilno}}, year = 1939}}"
    )
    assert _entry("pl", source) == f"Mowa, w: Protokoły, Wilno 1939, {printed}."


@pytest.mark.parametrize(
    ("code", "entry"),
    [
        ("en", "Wyrok. 55508/07, 21 October 2013."),
        ("pl", "Wyrok, 55508/07, 21 X 2013."),
        ("th", "Wyrok. 55508/07, 21 ตุลาคม 2013."),
    ],
)
def test_judgment_has_number_and_day(code: str, entry: str) -> None:
    source = "@jurisdiction{a, title = {Wyrok}, date = {2013-10-21}, number = {55508/07}}"
    assert _entry(code, source) == entry


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ("1939-02-15", "15 กุมภาพันธ์ 2481"),
        ("1939-04-01", "1 เมษายน 2482"),
        ("1940-03-31", "31 มีนาคม 2482"),
        ("1941-01-01", "1 มกราคม 2484"),
    ],
)
def test_buddhist_years_began_in_april_until_1940(date: str, printed: str) -> None:
    """The act on the calendar year of B.E. 2483 moved New Year's Day to 1 January 2484."""
    source = f"@archival{{a, title = {{บันทึก}}, date = {{{date}}}, langid = {{thai}}}}"
    assert printed in _entry("th", source)


def _entry(code: str, source: str) -> str:
    works = {"a": item(parse_string(source, "bibtex").entries["a"])}
    return text_of(render.entries(["a"], works, style(language(code)))["a"])


def test_thai_page_has_one_era(works: Works) -> None:
    page = {**works["page"], "language": "th", "title": "สงคราม"}
    entry = text_of(render.entries(["page"], {"page": page}, style(language("th")))["page"])
    assert "17 กันยายน 2563" in entry
    assert "เข้าถึงเมื่อ 31 มกราคม 2569" in entry


def test_unknown_language_uses_english_words(notes: Notes) -> None:
    assert notes("de", "book", "book{5}")[1] == "Ibid., 5."
