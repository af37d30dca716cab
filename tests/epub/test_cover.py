"""The picture that shops show."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from colophon.book import Book, Person
from colophon.characters import ZERO_WIDTH_SPACE
from colophon.epub.cover import balanced, cover, fit

BOOK = Book("tiny", "Maleńka książka", "Z podtytułem", publisher="Wydawca")


def plain(text: str) -> str:
    return text


def picture(book: Book, folder: Path, breakable: object = plain) -> Image.Image:
    return Image.open(io.BytesIO(cover(book, breakable, 1.75, folder)))  # type: ignore[arg-type]


def ink(image: Image.Image) -> int:
    """How many pixels are type."""
    return sum(image.convert("L").point(lambda value: value > 200 and 255).histogram()[255:])


def test_shops_get_the_size_that_they_ask_for(tmp_path: Path) -> None:
    assert picture(BOOK, tmp_path).size == (1600, 2560)


def test_the_same_book_has_the_same_cover(tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    assert cover(BOOK, plain, 1.5, first) == cover(BOOK, plain, 1.5, second)


def test_title_and_author_are_drawn(tmp_path: Path) -> None:
    top = (0, 0, 1600, 1600)
    titled = ink(picture(BOOK, tmp_path).crop(top))
    assert titled > ink(picture(replace(BOOK, title="A"), tmp_path).crop(top))
    author = replace(BOOK, people=(Person("Anna Łoś", "Autorka"),))
    assert ink(picture(author, tmp_path).crop(top)) > titled


def test_thai_marks_stand_above_their_letters(tmp_path: Path) -> None:
    """Drawn without shaping, a mark takes a place of its own and the line grows longer."""

    def extent(title: str) -> int:
        image = picture(replace(BOOK, title=title, subtitle="", publisher=""), tmp_path)
        box = image.crop((0, 0, 1600, 1630)).convert("L").point(lambda v: v > 200 and 255).getbbox()
        assert box
        return box[2] - box[0]

    assert abs(extent("ที่นี่") - extent("ทน")) < 40


def width(text: str) -> float:
    return float(len(text))


def test_lines_are_as_even_as_they_can_be() -> None:
    assert balanced("aaaa bbbb cccc dddd", width, 15) == ["aaaa bbbb", "cccc dddd"]


def test_a_line_ends_where_a_zero_width_space_lets_it() -> None:
    text = ZERO_WIDTH_SPACE.join(["สหภาพ", "โซเวียต"])
    assert balanced(text, width, 8) == ["สหภาพ", "โซเวียต"]


def test_a_no_break_space_holds() -> None:
    assert balanced("w\u00a0Polsce dziś", width, 8) == ["w\u00a0Polsce", "dziś"]


@pytest.mark.parametrize(("title", "size"), [("Short", 3), ("A title that is long", 1)])
def test_a_long_title_is_set_smaller(title: str, size: float) -> None:
    assert fit(title, width, 20, (3, 2, 1), 2).size == size
