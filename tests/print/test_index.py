"""The printed index: order, heads, pages and cross-references."""

from __future__ import annotations

import re

from colophon.print.index import index, plain


def entries(collation: str, *terms: str) -> str:
    lines = [rf"\indexentry{{{term}}}{{{page}}}" for page, term in enumerate(terms, 1)]
    return "\n".join([rf"\indexcollation{{{collation}}}", *lines])


def heads(text: str) -> list[str]:
    return re.findall(r"\\indexhead\{(.*?)\}\n", text)


def test_polish_letters_are_letters_of_their_own() -> None:
    text = index(entries("pl", "Źródło", "Łuck", "Stalin", "Lwów", "Śniatyń", "Zamość", "Żółkiew"))
    assert heads(text) == ["L", "Ł", "S", "Ś", "Z", "Ź", "Ż"]


def test_thai_stands_under_its_consonant() -> None:
    text = index(entries("th", "ลวีฟ", "เบรสต์", "โกแวล", "กรอดโน"))
    assert heads(text) == ["ก", "บ", "ล"]
    assert text.index("กรอดโน") < text.index("โกแวล")


def test_what_is_no_letter_comes_first_under_a_word_of_the_edition() -> None:
    assert heads(index(entries("en", "Abbeville", "29th Brigade"))) == [
        r"\sphinxsymbolsname{}",
        "A",
    ]


def test_subordinate_terms_follow_their_term() -> None:
    text = index(entries("en", r"Katyn\indexsub trials", "Kock", r"Katyn\indexsub memory", "Katyn"))
    assert re.findall(r"\\(?:sub)?item ([A-Za-z]+)(.*)", text) == [
        ("Katyn", r", \hyperpage{4}"),
        ("memory", r", \hyperpage{3}"),
        ("trials", r", \hyperpage{1}"),
        ("Kock", r", \hyperpage{2}"),
    ]


def test_pages_are_joined_to_ranges_and_the_main_one_is_bold() -> None:
    pages = ["vii", "2", "3", "5", "6", "7", "8"]
    lines = [rf"\indexentry{{Kuty}}{{{page}}}" for page in pages]
    text = index("\n".join([*lines, r"\indexentry{Kuty\indexmain }{3}"]))
    shown = re.sub(r"\\hyperpage\{(\w+)\}", r"\1", text)
    assert r"\item Kuty, vii, 2, \textbf{3}, 5–8" in shown


def test_see_and_see_also() -> None:
    text = index(entries("en", r"KOP\indexsee Corps", r"Corps\indexseealso Army", "Corps"))
    assert r"\item KOP, \indexsee{Corps}" in text
    assert r"\item Corps, \hyperpage{3}; \indexseealso{Army}" in text


def test_places_to_break_do_not_part_a_term() -> None:
    text = index(entries("th", "กองทัพ\u200bแดง", "กองทัพแดง"))
    assert text.count(r"\item") == 1
    assert "กองทัพ\u200bแดง, \\hyperpage{1}, \\hyperpage{2}" in text


def test_tex_is_not_part_of_the_order() -> None:
    assert plain(r"Brest\sphinxhyphen {}Litovsk \& {[}sic{]}") == "Brest-Litovsk & [sic]"
    text = index(entries("en", r"Brest\sphinxhyphen {}Litovsk", "Brest Fortress", "Brest"))
    assert text.index("Fortress") < text.index("Litovsk")


def test_a_book_without_entries_has_no_index() -> None:
    assert index("\\indexcollation{en}\n") == ""
