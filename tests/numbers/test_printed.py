"""Dates and numbers as each language prints them, and what cannot be read."""

from __future__ import annotations

import icu
import pytest

from colophon.characters import NO_BREAK_SPACE, THIN_SPACE
from colophon.languages import of_tag
from colophon.numbers import amounts, dates, written
from tests.conftest import LANGUAGES


def shown(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, "~").replace(THIN_SPACE, "'")


DATES = {
    "1939-09-17": ("17 September 1939", "17 września 1939 r.", "17 กันยายน ค.ศ. 1939"),
    "1939-09": ("September 1939", "wrzesień 1939 r.", "กันยายน ค.ศ. 1939"),
    "1939": ("1939", "1939 r.", "ค.ศ. 1939"),
    "1939-09-17/1939-09-22": (
        "17–22 September 1939",
        "17–22 września 1939 r.",
        "17–22 กันยายน ค.ศ. 1939",
    ),
    "1939-09-29/1939-10-03": (
        "29 September'–'3 October 1939",
        "29 września'–'3 października 1939 r.",
        "29 กันยายน'–'3 ตุลาคม ค.ศ. 1939",
    ),
    "1939-12-29/1940-01-03": (
        "29 December 1939'–'3 January 1940",
        "29 grudnia 1939 r.'–'3 stycznia 1940 r.",
        "29 ธันวาคม ค.ศ. 1939'–'3 มกราคม ค.ศ. 1940",
    ),
    "1939-04/1939-08": (
        "April'–'August 1939",
        "kwiecień–sierpień 1939 r.",
        "เมษายน – สิงหาคม ค.ศ. 1939",
    ),
    "1939-12/1940-02": (
        "December 1939'–'February 1940",
        "grudzień 1939 r.'–'luty 1940 r.",
        "ธันวาคม ค.ศ. 1939 – กุมภาพันธ์ ค.ศ. 1940",
    ),
    "1919/1939": ("1919–1939", "1919–1939 r.", "ค.ศ. 1919–1939"),
    "0966-04-14": ("14 April 966", "14 kwietnia 966 r.", "14 เมษายน ค.ศ. 966"),
}
DAYS = {
    "1939-09-17": ("17 September", "17 września", "17 กันยายน"),
    "1939-09-17/1939-09-22": ("17–22 September", "17–22 września", "17–22 กันยายน"),
    "1939-09-29/1939-10-03": (
        "29 September'–'3 October",
        "29 września'–'3 października",
        "29 กันยายน – 3 ตุลาคม",
    ),
}
AMOUNTS = {
    "450000": ("450,000", "450~000", "450,000"),
    "4500": ("4,500", "4500", "4,500"),
    "13.50": ("13.50", "13,50", "13.50"),
    "230000-250000": ("230,000–250,000", "230~000–250~000", "230,000–250,000"),
    "1.5-2": ("1.5–2", "1,5–2", "1.5–2"),
    "0": ("0", "0", "0"),
    "12345678901234567890.123456": (
        "12,345,678,901,234,567,890.123456",
        "12~345~678~901~234~567~890,123456",
        "12,345,678,901,234,567,890.123456",
    ),
}


def of_date(value: str, tag: str, era: str = dates.COMMON) -> str:
    return shown("".join(dates.printed(written.dates(value), of_tag(tag), era=era)))


@pytest.mark.parametrize("value", DATES)
def test_dates(value: str) -> None:
    assert tuple(of_date(value, tag) for tag in LANGUAGES) == DATES[value]


@pytest.mark.parametrize("value", DAYS)
def test_days(value: str) -> None:
    found = written.days(value)
    texts = (dates.printed(found, of_tag(tag), year=False) for tag in LANGUAGES)
    assert tuple(shown("".join(text)) for text in texts) == DAYS[value]


@pytest.mark.parametrize("value", AMOUNTS)
def test_amounts(value: str) -> None:
    found = written.amounts(value)
    texts = (amounts.printed(found, of_tag(tag)) for tag in LANGUAGES)
    assert tuple(map(shown, texts)) == AMOUNTS[value]


def test_the_buddhist_era() -> None:
    assert of_date("1939-09-17", "th", "buddhist") == "17 กันยายน พ.ศ. 2482"
    assert of_date("1939-09-17", "th", "both") == "17 กันยายน พ.ศ. 2482 (ค.ศ. 1939)"
    assert of_date("1919/1939", "th", "both") == "พ.ศ. 2462–2482 (ค.ศ. 1919–1939)"
    assert of_date("1939-09-17", "pl", "both") == "17 września 1939 r."


def test_languages_without_a_module() -> None:
    assert of_date("1939-09-17", "de") == "17. September 1939"
    assert of_date("1939-09-17/1939-09-22", "de-AT") == "17.–22. September 1939"
    assert of_date("1939-09-17", "ru").startswith("17 сентября 1939")
    assert of_date("1939-09-17", "csb") == "17 September 1939"  # Babel has no Kashubian
    assert amounts.printed(written.amounts("450000"), of_tag("de")) == "450.000"
    assert amounts.printed(written.amounts("4500"), of_tag("es")) == "4500"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_groups_begin_where_cldr_has_them(tag: str) -> None:
    said = str(icu.NumberFormatter.withLocale(icu.Locale(tag)).formatInt(1000))
    assert of_tag(tag).grouped_from == (5 if said == "1000" else 4)


BAD = [
    ("date", "17.9.1939", "is no date"),
    ("date", "1939-9-17", "is no date"),
    ("date", "1939-02-30", "is no day of the calendar"),
    ("date", "1939-13", "is no day of the calendar"),
    ("date", "1939-00", "is no day of the calendar"),
    ("date", "0000", "is no day of the calendar"),
    ("date", "1939-09-17/1939-10", "more exact"),
    ("date", "1939-09-22/1939-09-17", "does not end after"),
    ("date", "", "is no date"),
    ("date", "<1939>", "no words before"),
    ("day", "1939-09", "names no day"),
    ("num", "-5", "is below nought"),
    ("num", "450,000", "is no number"),
    ("num", "450 000", "is no number"),
    ("num", "007", "is no number"),
    ("num", "1e5", "is no number"),
    ("num", "٣", "is no number"),
    ("num", "250000-230000", "does not end above"),
    ("num", "many <lots>", "is no number"),
]


@pytest.mark.parametrize(("role", "content", "fault"), BAD)
def test_what_cannot_be_read_is_told_with_its_line(role: str, content: str, fault: str) -> None:
    text = f"One.\n`` {{num}}`x` ``\nTwo {{{role}}}`{content}` three."
    ((offset, message),) = written.faults(text)
    assert text.count("\n", 0, offset) == 2
    assert message.startswith(f"{role}: ") and fault in message
    assert any(word in message for word in ("write ", "leave out", "use "))
