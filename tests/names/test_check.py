"""`make check` on names: the table and the chapters, each fault in its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from colophon.preflight import check_texts
from colophon.project import Project
from tests.conftest import LANGUAGES, ROOT


def faults(source: Path) -> list[str]:
    return [str(problem) for problem in check_texts(Project.at(source), LANGUAGES)]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_sound_book(source: Path) -> None:
    assert faults(source) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{name}`kock`", "{name}`kok`", "towns.md:8: no name 'kok' in the termbase; "
         "did you mean 'kock'?"),
        ("{name}`Kovalyov <kovalyov>`", "{name}`Kovalyov <zzz>`", "towns.md:10: no name 'zzz' "
         "in the termbase; add it to terms.csv beside the catalogues"),
        ("# The towns", "# The {name}`!twns`", "towns.md:2: no name '!twns'"),
    ],
)  # fmt: skip
def test_an_unknown_id(source: Path, old: str, new: str, message: str) -> None:
    change(source / "towns.md", old, new)
    assert any(fault.startswith(message.replace("'!twns'", "'twns'")) for fault in faults(source))


def test_code_names_nobody(source: Path) -> None:
    path = source / "towns.md"
    path.write_text(path.read_text("utf-8") + "\n````\n{name}`x`\n````\n\n% {name}`y`\n", "utf-8")
    assert faults(source) == []


def test_an_unknown_id_in_a_translation(source: Path) -> None:
    catalog = source / "locales/pl/LC_MESSAGES/towns.po"
    change(catalog, "{name}`Kocka <kock>`", "{name}`Kocka <kok>`")
    found = faults(source)
    assert "locales/pl/LC_MESSAGES/towns.po:15: values: not in the msgid: {name}`kok`; " in (
        "\n".join(found)
    )


def test_a_row_at_fault_is_told_alone(source: Path) -> None:
    change(source / "locales/terms.csv", "kock,place", "kock,plce")
    assert faults(source) == [
        "locales/terms.csv:9: unknown kind 'plce'; did you mean 'place'?",
    ]


def test_the_book_itself() -> None:
    assert [str(problem) for problem in check_texts(Project.at(ROOT), LANGUAGES)] == []
