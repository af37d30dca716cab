"""A chapter that is no text is refused with its line."""

from __future__ import annotations

import pytest

from colophon import untranslatable
from colophon.sources import chapter, faults


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\ufeffŻółć\r\n\tก\n".encode(), []),
        (
            "One\nŻółć\n".encode("cp1250"),
            ["a.md:2: not UTF-8 (byte 0xaf); save the file with the encoding UTF-8"],
        ),
        (b"One\n\x00two\x1b\x00\n", ["a.md:2: hidden characters: U+0000 U+001B; delete them"]),
        (
            "One\u2028two\nthree\u2029\n".encode(),
            [
                "a.md:1: hidden characters: U+2028; delete them",
                "a.md:2: hidden characters: U+2029; delete them",
            ],
        ),
        ("A \u202egnorw\n".encode(), ["a.md:1: hidden characters: U+202E; delete them"]),
    ],
)
def test_faults(raw: bytes, expected: list[str]) -> None:
    assert [str(problem) for problem in faults(raw, "a.md")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('# A\n\n<div class="x">\nWords\n</div>\n', ["HTML, which", "HTML, which"]),
        ("One<br>two and <i>three</i>.\n", ["HTML, which"] * 3),
        ("---\ntitle: Hidden\norphan: true\n---\n# A\n", ["front matter 'title' reaches no"]),
        ("See <https://a.pl>, <me@a.pl>, {term}`Corps <KOP>`, `<b>` and 3 < 4 > 2.\n", []),
        ("```html\n<b>code</b>\n```\n<!-- <b>a comment</b> -->\n", []),
        ("{ref}`the <b> note <note>` and ``<i>``\n", []),
    ],
)
def test_what_reaches_no_translator(text: str, expected: list[str]) -> None:
    found = [fault for _, (fault, _) in untranslatable.faults(chapter(text).text)]
    assert len(found) == len(expected)
    assert all(fault.startswith(start) for fault, start in zip(found, expected, strict=True))
