"""File names that every shop takes."""

from __future__ import annotations

import pytest

from colophon.epub.names import ascii_name


@pytest.mark.parametrize("name", ["campaign", "parts/war-2", "map_1.png"])
def test_a_plain_name_stays(name: str) -> None:
    assert ascii_name(name) == name


@pytest.mark.parametrize("name", ["zażółć.png", "แผนที่.png", "a map.png", "ก/ข.png"])
def test_any_other_name_becomes_plain_and_keeps_its_suffix(name: str) -> None:
    plain = ascii_name(name)
    assert plain.isascii()
    assert " " not in plain
    assert plain.endswith(".png")


def test_names_that_look_alike_without_their_accents_stay_apart() -> None:
    assert len({ascii_name(name) for name in ("zażółć.png", "zażołć.png", "zazolc.png")}) == 3


def test_a_chapter_may_be_called_like_a_page_of_the_builder() -> None:
    assert ascii_name("nav") != "nav"
    assert ascii_name("cover") != "cover"
