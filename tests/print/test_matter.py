"""Front matter, text and back matter."""

from __future__ import annotations

from colophon.print.matter import Matters, split


def begun(docnames: str) -> list[str]:
    matters = Matters(["preface"], ["glossary", "genindex"])
    return [matters.enter(docname) for docname in docnames.split()]


def test_each_part_begins_once() -> None:
    assert begun("preface one two glossary genindex") == ["", "main", "", "back", ""]


def test_the_parts_keep_their_order() -> None:
    assert begun("one preface glossary two") == ["main", "", "back", ""]


def test_a_book_may_lack_a_part() -> None:
    assert begun("glossary") == ["back"]


def test_the_index_is_set_apart() -> None:
    assert split(["a", "b", "genindex", "c"]) == [["a", "b"], ["genindex"], ["c"]]
