"""Citations rendered as in a chapter, without Sphinx."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from colophon.languages import language
from colophon.notes import bib, render
from colophon.notes.pandoc import text_of
from colophon.notes.sequence import Chapter, Cluster
from colophon.notes.style import style
from colophon.notes.syntax import parse

Works = dict[str, dict[str, Any]]
Notes = Callable[..., list[str]]


@pytest.fixture(scope="session")
def works() -> Works:
    """The works of types.bib."""
    return {item["id"]: item for item in bib.csl_items(Path(__file__).parent / "types.bib")}


@pytest.fixture(scope="session")
def notes(works: Works) -> Notes:
    """The texts of notes of one chapter: each a citation, or a list of them in a prose note."""

    def texts(code: str, *sources: str | Sequence[str], running: Sequence[str] = ()) -> list[str]:
        chapter = Chapter(
            notes=tuple(
                (Cluster(parse(source), closes=True),) if isinstance(source, str)
                else tuple(Cluster(parse(each), opens=False) for each in source)
                for source in sources
            ),
            running=tuple(Cluster(parse(each)) for each in running),
        )  # fmt: skip
        rendered = render.chapters({"chapter": chapter}, works, style(language(code)))
        return [text_of(inlines) for inlines in rendered["chapter"]]

    return texts
