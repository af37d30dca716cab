"""A tiny book in three languages, built as a reader would get it."""

from __future__ import annotations

import os
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import LANGUAGES
from tests.sphinx_run import run

ROOT = Path(__file__).parents[1] / "roots" / "test-epub"
EPOCH = "1790000000"  # 21 September 2026

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Epub:
    """A finished book, read as a reading system reads it."""

    path: Path

    @cached_property
    def names(self) -> list[str]:
        with ZipFile(self.path) as archive:
            return archive.namelist()

    def bytes(self, name: str) -> bytes:
        with ZipFile(self.path) as archive:
            return archive.read(f"EPUB/{name}")

    def text(self, name: str) -> str:
        return self.bytes(name).decode()

    def page(self, name: str) -> ET.Element:
        """The root element; names are without the XHTML namespace."""
        root = ET.fromstring(self.bytes(name))
        for element in root.iter():
            element.tag = element.tag.rpartition("}")[2]
        return root

    @cached_property
    def pages(self) -> list[str]:
        return [name.removeprefix("EPUB/") for name in self.names if name.endswith(".xhtml")]


def build(folder: Path, language: str, source: Path = ROOT, parallel: int = 1) -> tuple[Epub, str]:
    """The book in one language, made below `folder`, and what Sphinx warned of."""
    out, doctrees = folder / language, folder / "doctrees" / language
    _, told = run(source, out, doctrees, "epub", language, parallel=parallel)
    return Epub(out / f"tiny-{language}.epub"), told


@pytest.fixture(scope="session", autouse=True)
def _epoch() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "SOURCE_DATE_EPOCH", EPOCH)
        yield


@pytest.fixture(scope="session")
def books(_epoch: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Epub]:
    """The tiny book by language; the build said nothing."""
    folder = tmp_path_factory.mktemp("books")
    found = {}
    for language in LANGUAGES:
        found[language], warnings = build(folder, language)
        assert warnings == ""
    return found


@pytest.fixture
def book(books: dict[str, Epub], language: str) -> Epub:
    """The tiny book in each language in turn."""
    return books[language]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the tiny book that a test may change."""
    return Path(shutil.copytree(ROOT, tmp_path / "source"))
