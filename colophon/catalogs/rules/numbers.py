"""Numbers and years: the same as in the source, however the language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from colophon.catalogs.read import Message
from colophon.catalogs.rules import inline
from colophon.catalogs.rules.rule import TEXT, Catalog, Fault, Placed
from colophon.languages import Language

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_DATE = re.compile(r"(\d{4})(?:-\d\d(?:-(\d\d))?)?")
_SHORT_RANGE = re.compile(r"(?<!\d)(\d\d)(\d\d)([–-])(\d\d)(?!\d)")
_ROMAN = re.compile(r"(?<!\w)[IVXLC]+(?![\w.]*[a-z])")
_YEAR = re.compile(r"(?<![\d.,])(?:19[3-9]\d|2[0-5]\d\d|2600)(?![\d.,]\d|\d)")
_SUCCESSIVE = re.compile(r"(?<!\d)(\d\d?)\D{1,20}(?<!\d)(\d\d?)(?!\d)")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@TEXT.message()
def numbers(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No number has become another.

    Grouping (`450,000`, `450 000`), Thai digits, ordinals, Roman figures and years of the Buddhist
    era after พ.ศ. (543 more) count as the same, and so do
    dates and numbers by role.

    Bad:
        msgid "On 17 September 1939."
        msgstr "17 września 1938 roku."
    Good:
        msgid "With 450,000 men on the 17th."
        msgstr "Siedemnastego z 450 000 ludzi, dnia 17."
    Good (th):
        msgid "In September 1939."
        msgstr "เดือนกันยายน พ.ศ. ๒๔๘๒"
    """
    lost, added = _difference(message, catalog)
    if lost and added:
        fault = f"numbers changed: {_list(lost)} in the msgid, {_list(added)} here"
        yield fault, "write the numbers of the msgid"


@TEXT.message("warning")
def number_count(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No number is lost, and none is new.

    A warning, since a language may write in words what another writes in figures; the words for
    small numbers are known and no fault.

    Bad:
        msgid "In the autumn of 1939."
        msgstr "Jesienią."
    Good:
        msgid "Two days later."
        msgstr "2 dni później."
    """
    lost, added = _difference(message, catalog)
    if lost and not added:
        yield f"number missing: {_list(lost)}", "add it, or mute the rule if it is in words"
    elif added and not lost:
        yield f"number not in the msgid: {_list(added)}", "take it out, or mute the rule"


@TEXT.catalog("warning")
def era(catalog: Catalog) -> Iterator[Placed]:
    r"""Each year says its era where a file uses two.

    In Thai 2482 (พ.ศ.) and 1939 (ค.ศ.) are the same year.

    Bad (th):
        msgid "In 1939."
        msgstr "ใน พ.ศ. 2482"

        msgid "In 1940."
        msgstr "ใน ค.ศ. 1940"

        msgid "In the year 1941."
        msgstr "ในปี 1941"
    Good (th):
        msgid "In 1939."
        msgstr "ใน พ.ศ. 2482 (ค.ศ. 1939)"
    """
    eras = catalog.language.eras
    shown = [m for m in catalog.contents.messages if m.msgstr.strip() and not m.fuzzy]
    if len([name for name, _ in eras if any(name in message.msgstr for message in shown)]) < 2:
        return
    names = "|".join(re.escape(name) for name, _ in eras)
    dated = re.compile(rf"(?:{names})\s*\d+(?:\s*(?:[–-]|และ|ถึง|,)\s*\d+)*")
    for message in shown:
        text = dated.sub("", _latin_digits(inline.prose(message.msgstr)))
        if _YEAR.search(message.msgid) and (years := _YEAR.findall(text)):
            known = " or ".join(name for name, _ in eras)
            yield (
                message.line,
                f"year without an era: {', '.join(years)}",
                f"write {known} before it",
            )


def _difference(message: Message, catalog: Catalog) -> tuple[set[str], set[str]]:
    """The numbers lost and added, but for those that stand in other figures or in words."""
    source, target = inline.prose(message.msgid), inline.prose(message.msgstr)
    # What a role prints may be written out on the other side: that is the business of `values`.
    by_role = {*_by_role(message.msgid), *_by_role(message.msgstr)}
    there = _numbers(source, catalog.source) | by_role
    here = _numbers(target, catalog.language) | by_role
    lost = {n for n in there - here if not _told(n, target, catalog.language)}
    added = {n for n in here - there if not _told(n, source, catalog.source)}
    # "the night after the 18th", "z 18 na 19"
    added -= {
        after for before, after in _SUCCESSIVE.findall(target) if int(after) == int(before) + 1
    }
    # "the 1930s", "lata 30."
    for short in [n for n in added if any(long[-2:] == n and len(long) == 4 for long in lost)]:
        added.discard(short)
        lost = {long for long in lost if long[-2:] != short}
    return lost, added


def _numbers(text: str, language: Language) -> frozenset[str]:
    return _found(text, re.escape(language.digit_groups), language.eras)


@lru_cache(maxsize=1024)
def _found(text: str, groups: str, eras: tuple[tuple[str, int], ...]) -> frozenset[str]:
    text = _latin_digits(text)
    text = re.sub(rf"(?<![\d.,])\d{{1,3}}(?:[{groups}]\d{{3}})+(?!\d)", _ungrouped, text)
    text = re.sub(r"(?<=\d)[,:](?=\d)", ".", text)  # 13,5 and 3:30
    for name, offset in eras:
        if offset:
            dated = rf"(?<={re.escape(name)})\s*\d+(?:\s*[–-]\s*\d+)*"
            text = re.sub(dated, partial(_shifted, offset), text)
    text = _SHORT_RANGE.sub(r"\1\2\3\1\4", text)
    return frozenset(_normal(number) for number in _NUMBER.findall(text))


def _by_role(text: str) -> Iterator[str]:
    """The numbers that roles print: without months, which are words, and with the thousands of
    such as `450 thousand <450000>`."""
    for role, value in inline.values(text):
        if role == "date":
            for year, day in _DATE.findall(value):
                yield year
                yield from [_normal(day)] * bool(day)
        elif role == "num":
            for number in map(_normal, _NUMBER.findall(value)):
                yield number
                while number.endswith("000"):
                    number = number.removesuffix("000")
                    yield number


def _ungrouped(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match[0])


def _shifted(offset: int, years: re.Match[str]) -> str:
    return re.sub(r"\d+", lambda match: str(int(match[0][:9]) - offset), years[0])


def _normal(number: str) -> str:
    """Without zeros that say nothing: 03.00 is 3."""
    parts = [part.lstrip("0") or "0" for part in number.split(".")]
    return parts[0] if parts[1:] == ["0"] else ".".join(parts)


def _latin_digits(text: str) -> str:
    return re.sub(r"(?![0-9])\d", lambda match: str(int(match[0])), text)


def _told(number: str, text: str, language: Language) -> bool:
    """Does a text say the number in words or in Roman figures?"""
    if not number.isdigit() or len(number) > 4:
        return False
    value = int(number)
    if value < len(language.numerals) and re.search(language.numerals[value], text, re.IGNORECASE):
        return True
    return any(_arabic(figure) == value for figure in _ROMAN.findall(text))


def _arabic(figure: str) -> int:
    values = [_VALUES[letter] for letter in figure]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _list(numbers: set[str]) -> str:
    return ", ".join(sorted(numbers, key=lambda number: (len(number), number)))
