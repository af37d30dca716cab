"""The values of conf.py that this pipeline reads, checked before anything is done with them.

Every function yields all faults it finds, so that one run tells of everything.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from colophon.completeness.settings import check as check_completeness
from colophon.languages import language
from colophon.problems import Problem
from colophon.settings import fault, misshapen, no_edition, unknown

FORMATS: Final = ("html", "epub", "latexpdf")
"""What `make` can be asked for, in the order of building."""

TEXTS: Final = (
    "slug", "title", "subtitle", "description", "publisher", "rights", "licence", "published",
)  # fmt: skip
"""Metadata that is one text each."""

_KNOWN: Final = (*TEXTS, "people", "isbn")
_PERSON: Final = {"name", "role", "marc"}
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
_SLUG: Final = re.compile(r"[A-Za-z0-9-]*[A-Za-z0-9][A-Za-z0-9-]*")


def check(values: Mapping[str, Any]) -> list[Problem]:
    """The faults of conf.py, given by its names."""
    codes = values.get("colophon_languages", [])
    languages = list(codes) if isinstance(codes, list | tuple) else []
    metadata = values.get("colophon_book", {})
    problems = [
        problem
        for name in ("colophon_languages", "bibtex_bibfiles", "locale_dirs")
        for problem in _texts(name, values.get(name))
    ]
    if "colophon_languages" in values and not codes:
        problems.append(fault("colophon_languages is empty", 'name one, such as ["en"]'))
    for code in [*languages, values.get("language")]:
        if isinstance(code, str) and not _LANGUAGE.fullmatch(code):
            problems.append(fault(f"{code!r} is no code of a language", "write en, pl or pt_BR"))
    problems += check_completeness(values.get("colophon_completeness", {}), FORMATS, languages)
    project = values.get("project", "")
    if isinstance(project, str):
        problems += check_book(metadata, project, languages)
    else:
        problems += [_no_text("project", project), *check_book(metadata, "?", languages)]
    return [*problems, *check_eras(values.get("colophon_eras", {}))]


def check_book(
    metadata: object, project: str = "", languages: Sequence[object] = ()
) -> Iterator[Problem]:
    """The faults of `colophon_book`; `project` stands in for a title that is not given."""
    if not isinstance(metadata, Mapping):
        yield misshapen("colophon_book", metadata, '{"title": …}')
        return
    yield from unknown("colophon_book", metadata, _KNOWN)
    for key in TEXTS:
        if not isinstance(value := metadata.get(key, ""), str):
            yield _no_text(f"colophon_book: {key}", value)
        elif value and (remedy := _REMEDIES.get(key, _anything)(value)):
            yield fault(f"colophon_book: {key} {value!r} is {remedy[0]}", remedy[1])
    title = metadata.get("title", project)
    if isinstance(title, str) and not title.strip():
        yield fault("the book has no title", 'set colophon_book = {"title": …}')
    yield from _people(metadata.get("people", ()))
    yield from _isbn(metadata.get("isbn", {}), languages)


def check_eras(eras: object) -> Iterator[Problem]:
    """The faults of `colophon_eras`: a language by which eras it may count."""
    if not isinstance(eras, Mapping):
        yield misshapen("colophon_eras", eras, '{"th": "buddhist"}')
        return
    for code, era in eras.items():
        own = language(str(code)).era
        known = ["common", own, "both"] if own else ["common"]
        if era not in known:
            remedy = f"known for it are {', '.join(known)}"
            yield fault(f"colophon_eras: {era!r} is no era of {code!r}", remedy)


def is_isbn(text: str) -> bool:
    """Whether the check digit is right (ISO 2108; before 2007 of ten digits, modulo 11)."""
    digits = text.replace("-", "")
    if re.fullmatch(r"97[89][0-9]{10}", digits):
        return sum(int(d) * (3 if place % 2 else 1) for place, d in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        numbers = (10 if digit == "X" else int(digit) for digit in digits)
        return sum((10 - place) * number for place, number in enumerate(numbers)) % 11 == 0
    return False


def _people(people: object) -> Iterator[Problem]:
    if not isinstance(people, list | tuple):
        yield misshapen("colophon_book: people", people, '[{"name": …, …}]')
        return
    for entry in people:
        fit = (
            isinstance(entry, Mapping)
            and {"name", "role"} <= set(entry) <= _PERSON
            and all(isinstance(value, str) for value in entry.values())
            and entry["name"].strip()
            and re.fullmatch("[a-z]{3}", entry.get("marc", "aut"))
        )
        if not fit:
            remedy = "give name, role and marc (a code such as aut, edt, trl)"
            yield fault(f"colophon_book: unfit entry in people: {entry!r}", remedy)


def _isbn(isbn: object, languages: Sequence[object]) -> Iterator[Problem]:
    if not isinstance(isbn, Mapping):
        yield misshapen("colophon_book: isbn", isbn, '{"epub-en": "978-…"}')
        return
    for edition, number in isbn.items():
        format, _, code = str(edition).partition("-")
        if format not in FORMATS or code not in (languages or [code]):
            known = ", ".join(f"{format}-{code}" for format in FORMATS for code in languages)
            like = known or "epub-en, latexpdf-pl and the like"
            yield no_edition("colophon_book: isbn", edition, like)
        if not isinstance(number, str) or not is_isbn(number):
            remedy = "mend its digits, the last of which checks the others"
            yield fault(f"colophon_book: {number!r} is no ISBN ({edition})", remedy)


def _texts(name: str, value: object) -> Iterator[Problem]:
    fit = isinstance(value, list | tuple) and all(isinstance(entry, str) for entry in value)
    if value is not None and not fit:
        yield fault(f"{name} is {value!r}, which is no list of texts", "write it as […, …]")


def _not_a_slug(text: str) -> tuple[str, str] | None:
    remedy = "use small ASCII letters, digits and hyphens"
    return None if _SLUG.fullmatch(text) else ("no file name", remedy)


def _not_a_date(text: str) -> tuple[str, str] | None:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return "no date", "write it as 2026-01-31"
    return None


def _anything(text: str) -> None:
    return None


_REMEDIES: Final[Mapping[str, Callable[[str], tuple[str, str] | None]]] = {
    "slug": _not_a_slug,
    "published": _not_a_date,
}
"""What is asked of a text beyond its being one: what it fails to be, and how to mend it."""


def _no_text(name: str, value: object) -> Problem:
    return fault(f"{name} is {value!r}, which is no text", "write it in quotation marks")
