"""The printed book in its three languages, as a reader leafs through it."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from itertools import count, pairwise, takewhile
from pathlib import Path

import pikepdf
from roman_numerals import RomanNumeral

from colophon.collation import sort_key
from colophon.languages import called
from colophon.languages import language as data_of
from colophon.print.preflight import check, facts
from tests.conftest import Editions

NOTE = re.compile(r"^ {0,12}(\d+)\. ", re.MULTILINE)
GAZETTEER = {"en": "Gazetteer", "pl": "Wykaz nazw i osób", "th": "นามานุกรม"}
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufb00-\ufb06\ufffd]")


@cache
def pages(pdf: Path) -> list[str]:
    """The text of each page, laid out as it is printed."""
    done = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    return done.stdout.split("\f")[:-1]


@cache
def words(pdf: Path) -> str:
    """The whole text in reading order."""
    done = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True)
    return done.stdout


def lines(page: str) -> list[str]:
    return [" ".join(line.split()) for line in page.splitlines() if line.strip()]


def labels(pdf: Path) -> list[str]:
    """The printed page numbers."""
    with pikepdf.open(pdf) as document:
        return [page.label for page in document.pages]


@cache
def chapters(pdf: Path) -> dict[int, str]:
    """The chapters from the contents to the last, by the page on which they begin."""
    with pikepdf.open(pdf) as document, document.open_outline() as outline:
        places = pikepdf.NameTree(document.Root.Names.Dests)
        begins = [pikepdf.Page(places[str(item.action.D)][0]) for item in outline.root]
        return {
            document.pages.index(page): str(item.title)
            for page, item in zip(begins, outline.root, strict=True)
        }


@cache
def printed_notes(pdf: Path) -> list[dict[int, tuple[str, str]]]:
    """By number what stands above a note on its page and how it begins; a mapping a chapter."""
    found = []
    for first, last in pairwise([*sorted(chapters(pdf)), len(pages(pdf))]):
        notes: dict[int, tuple[str, str]] = {}
        for page in pages(pdf)[first:last]:
            for match in NOTE.finditer(page):
                notes.setdefault(int(match[1]), (page[: match.start()], match[0]))
        # A note may stand pages before the last one, with a figure; a year that happens to begin
        # a line is no note, and there is a gap before it.
        found.append({number: notes[number] for number in takewhile(notes.__contains__, count(1))})
    return [notes for notes in found if notes]


def plain(text: str) -> str:
    return "".join(text.split())


def test_the_printer_has_nothing_to_complain_of(editions: Editions, language: str) -> None:
    assert check(editions.pdf(language)) == []


def test_metadata_are_in_the_language(editions: Editions, language: str) -> None:
    found = facts(editions.pdf(language))
    book = editions.project.metadata_in(language)
    assert (found.title, found.author) == (book.full_title, book.authors)
    assert found.language == data_of(language).tag


def test_half_title_title_page_and_imprint(editions: Editions, language: str) -> None:
    half_title, blank, title, imprint, *_ = pages(editions.pdf(language))
    book = editions.project.metadata_in(language)
    assert plain(half_title) == plain(book.title)
    assert plain(blank) == ""
    people = "".join(person.name + person.role for person in book.people)
    assert plain(title) == plain(book.title + book.subtitle + people + book.publisher)
    assert plain(book.rights) in plain(imprint)
    assert called(data_of(language), data_of(language)) in imprint


def test_front_matter_is_counted_in_roman_and_the_history_begins_on_page_1(
    editions: Editions, language: str
) -> None:
    pdf = editions.pdf(language)
    printed = labels(pdf)
    start = printed.index("1")
    assert printed[:start] == [RomanNumeral(n).to_lowercase() for n in range(1, start + 1)]
    assert printed[start:] == [str(n) for n in range(1, len(printed) - start + 1)]
    assert start in chapters(pdf)


def test_chapters_open_on_the_right_without_a_running_head(
    editions: Editions, language: str
) -> None:
    pdf = editions.pdf(language)
    title = plain(editions.project.metadata_in(language).title)
    for number in chapters(pdf):
        assert number % 2 == 0  # counted from nought: the first page is a right-hand one
        assert lines(pages(pdf)[number])[-1] == labels(pdf)[number]
        assert title not in plain(lines(pages(pdf)[number])[0])


def test_running_heads(editions: Editions, language: str) -> None:
    pdf = editions.pdf(language)
    title = plain(editions.project.metadata_in(language).title)
    names = chapters(pdf)
    chapter = ""
    for number, (page, label) in enumerate(zip(pages(pdf), labels(pdf), strict=True)):
        if number in names:
            chapter = plain(names[number])
        elif chapter and lines(page):  # a blank page carries nothing at all
            expected = label + title if number % 2 else chapter + label
            assert plain(lines(page)[0]).casefold() == expected.casefold(), number


def test_each_note_begins_on_the_page_of_its_mark(editions: Editions, language: str) -> None:
    # A mark touches the word before it, or the comma between two marks; behind a vowel above its
    # consonant pdftotext sees a space in a line that is spread.
    space = " ?" if language == "th" else ""
    for notes in printed_notes(editions.pdf(language)):
        for number, (body, note) in notes.items():
            assert re.search(rf"(?:\S{space}|, ){number}(?!\d)", body), note


def test_no_entry_of_the_gazetteer_goes_on_overleaf_or_has_a_divided_name(
    editions: Editions, language: str
) -> None:
    others = [called(data_of(code), data_of(language)) for code in editions.project.languages]
    pdf = editions.pdf(language)
    starts = sorted(chapters(pdf))
    title = next(n for n, name in chapters(pdf).items() if name == GAZETTEER[language])
    end = next((n for n in starts if n > title), len(pages(pdf)))
    for page in pages(pdf)[title + 1 : end]:
        first, *rest = lines(page)[1:-1] or [""]
        assert not first.startswith(tuple(f"{other}:" for other in others)), first
        assert not [line for line in rest if line.endswith("-")]


def test_text_is_found_whole(editions: Editions, language: str) -> None:
    sought = {
        "en": ["Molotov–Ribbentrop Pact", "Rydz-Śmigły", "Brześć"],
        "pl": ["Związek Sowiecki", "Rydz-Śmigły", "Grzybowski", "źródł"],
        "th": ["กองทัพแดง", "สหภาพโซเวียต", "กันยายน", "น้ำ", "กำลัง"],
    }
    text = words(editions.pdf(language))
    for word in sought[language]:
        assert word in text, word
    assert not INVISIBLE.search(text)


def test_thai_lines_break_between_words(editions: Editions) -> None:
    ends = [line[-1] for page in pages(editions.pdf("th")) for line in lines(page)]
    starts = [line[0] for page in pages(editions.pdf("th")) for line in lines(page)]
    assert not set(ends) & set("เแโใไ")
    assert not set(starts) & set("ะาำๅๆฯ็ัิีึืฺุู่้๊๋์ํ๎")


def test_no_short_word_is_left_at_the_end_of_a_polish_line(editions: Editions) -> None:
    pdf = editions.pdf("pl")
    _contents, _preface, first, _second, after, *_ = chapters(pdf)
    ends = [line.split()[-1] for page in pages(pdf)[first:after] for line in lines(page)]
    assert not {end for end in ends if re.fullmatch("[aiouwz]", end, re.IGNORECASE)}
    assert sum(end.endswith("-") for end in ends) > 20  # and words are divided


def test_the_index_is_in_the_order_of_the_language(editions: Editions, language: str) -> None:
    pdf = editions.pdf(language)
    *_, start, end = chapters(pdf)
    done = subprocess.run(
        ["pdftotext", "-raw", "-f", str(start + 1), "-l", str(end), str(pdf), "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    heads = [line for line in done.stdout.splitlines() if len(line) == 1 and line.isalpha()]
    collation = data_of(language).collation
    assert len(heads) > 10
    assert heads == sorted(heads, key=lambda head: sort_key(head, collation))
