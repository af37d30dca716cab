"""The printed index: pages, spans and cross-references from the plan and XeLaTeX's answer."""

from __future__ import annotations

import json
import re

import pytest

from colophon.index.entries import Mark, index
from colophon.languages import language
from colophon.print.elements import escape
from colophon.print.index import index as ind
from colophon.print.index import locators, number, place, plan


def mark(text: str, page: int, kind: str = "single", **more: object) -> Mark:
    """An entry whose place has the number of its page."""
    return Mark(kind, tuple(text.split("; ")), "a", str(page), **more)  # type: ignore[arg-type]


def typeset(*marks: Mark, code: str = "en") -> str:
    numbers = {place(one): int(one.target) for one in marks}
    idx = "".join(rf"\indexentry{{{page}}}{{{page}}}" + "\n" for page in numbers.values())
    return ind(plan(index(marks, language(code)), numbers, escape, "–"), idx)


def shown(*places: str | tuple[str, str]) -> str:
    """Pages as printed; "*" marks a main place, a pair is a span."""
    found = []
    for one in places:
        first, last = (one, None) if isinstance(one, str) else one
        found.append((first.strip("*"), last, first.endswith("*")))
    text = ", ".join(locators(found))
    return re.sub(r"\\textbf\{(.*?)\}", r"*\1*", re.sub(r"\\hyperpage\{(\w+)\}", r"\1", text))


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (["3"], "3"),
        (["3", "3", "3"], "3"),
        (["3", "4"], "3, 4"),
        (["3", "4", "5"], "3–5"),
        (["vii", "2", "3", "5", "6", "7", "8"], "vii, 2, 3, 5–8"),
        (["vii", "viii", "ix", "1"], "vii–ix, 1"),
        (["1", "2*", "3"], "1, *2*, 3"),
        (["1", "2", "3", "4*", "5"], "1–3, *4*, 5"),
        (["2", "3", "3*"], "2, *3*"),
        ([("12", "15")], "12–15"),
        ([("12", "13")], "12–13"),
        ([("12", "12")], "12"),
        (["11", ("12", "15"), "13", "16"], "11, 12–15, 16"),
        ([("12", "15"), "14*"], "12–15, *14*"),
        ([("viii", "2"), "ix", "1", "3"], "viii–2, 3"),
        ([("12*", "15")], "*12*–*15*"),
        ([("112", "115")], "112–115"),
    ],
)
def test_pages(places: list[str | tuple[str, str]], expected: str) -> None:
    assert shown(*places) == expected


def test_roman_pages_are_counted() -> None:
    assert [number(page) for page in ("i", "iv", "ix", "xl", "12", "A-3")] == [
        (0, 1), (0, 4), (0, 9), (0, 40), (1, 12), None,
    ]  # fmt: skip


def test_a_span_of_the_authors_is_a_range() -> None:
    text = typeset(
        mark("Katyn; murder at", 4, span="start"),
        mark("Katyn; murder at", 5),
        mark("Katyn; murder at", 7, span="end"),
    )
    assert r"\subitem murder at,~\hyperpage{4}–\hyperpage{7}" + "\n" in text


def test_subheadings_follow_their_heading_without_their_first_words() -> None:
    text = typeset(
        mark("Katyn; and the trials", 1),
        mark("Kock", 2),
        mark("Katyn; memory of", 3),
        mark("Katyn", 4),
    )
    assert re.findall(r"\\(?:sub)?item (.*),~", text) == [
        "Katyn",
        "memory of",
        "and the trials",
        "Kock",
    ]


def test_see_and_see_also() -> None:
    text = typeset(
        mark("KOP; Corps", 1, "see"),
        mark("Corps; Army", 2, "seealso"),
        mark("Corps", 3),
        mark("Army", 4),
        mark("Army; Red", 5),
        mark("Army; Corps", 6, "seealso"),
    )
    assert r"\item KOP, \indexsee{Corps}" in text
    assert r"\item Corps,~\hyperpage{3}; \indexseealso{Army}" in text
    assert text.index(r"\subitem Red") < text.index(r"\subitem \indexseealso{Corps}")


def test_text_is_no_tex() -> None:
    text = typeset(mark(r"\input{secret}; 100% & #1 ^^5c", 1), mark(r"x; \input{secret}", 2, "see"))
    assert "\\input" not in text and "^^5c" not in text
    assert r"\textbackslash{}input\{secret\}" in text


def test_tex_answers_with_numbers_alone() -> None:
    text = ind(
        json.dumps({"dash": "–", "groups": [["A", [entry("A", 1)]]]}),
        "\\indexentry{1}{7}\n\\indexentry{1}{9}\n\\indexentry{\\input{x}}{8}\n",
    )
    assert text == "\\begin{theindex}\n\\indexhead{A}\n\\item A,~\\hyperpage{7}\n\\end{theindex}\n"


def entry(text: str, *numbers: int) -> dict[str, object]:
    places = [[number, None, False] for number in numbers]
    return {"text": text, "places": places, "see": [], "also": [], "under": []}


def test_a_book_without_entries_has_no_index() -> None:
    assert typeset() == ""
