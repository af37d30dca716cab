"""What a page is in the book."""

from __future__ import annotations

import pytest

from colophon.epub.semantics import attributes, divisions, kind


@pytest.mark.parametrize(
    ("docname", "expected"),
    [
        ("campaign", "chapter"),
        ("preface", "preface"),
        ("back/glossary", "glossary"),
        ("chronology", "appendix"),
        ("genindex", "index"),
        ("imprint", "copyright-page"),
    ],
)
def test_the_name_of_a_page_tells_what_it_is(docname: str, expected: str) -> None:
    assert kind(docname, {}) == expected


def test_settings_go_before_names() -> None:
    settings = {"sources": "bibliography", "part/preface": "part"}
    assert kind("sources", settings) == "bibliography"
    assert kind("part/preface", settings) == "part"
    assert kind("preface", settings) == "preface"


def test_a_role_is_given_only_where_there_is_one() -> None:
    assert attributes("glossary") == {"epub:type": "glossary", "role": "doc-glossary"}
    assert attributes("copyright-page") == {"epub:type": "copyright-page"}


def test_what_stands_around_the_chapters_is_front_and_back_matter() -> None:
    kinds = ["titlepage", "copyright-page", "preface", "chapter", "appendix", "chapter", "index"]
    assert divisions(kinds) == [*["frontmatter"] * 3, *["bodymatter"] * 3, "backmatter"]


def test_a_book_without_chapters_is_front_matter() -> None:
    assert divisions(["titlepage", "glossary"]) == ["frontmatter", "frontmatter"]
