"""Citations rendered without Sphinx, and small books built with it."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from lxml import etree, html
from sphinx.application import Sphinx

from colophon.catalogs.rules import TEXT
from colophon.languages import language
from colophon.notes import bib, render
from colophon.notes.inlines import text_of
from colophon.notes.sequence import Chapter, Cluster
from colophon.notes.style import style
from colophon.notes.syntax import parse
from tests.sphinx_run import run

ROOTS = Path(__file__).parents[1] / "roots"

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


class Reading:
    """One edition of a root as a reader meets it."""

    def __init__(self, app: Sphinx, warnings: str) -> None:
        self.app = app
        self.warnings = warnings

    def document(self, docname: str) -> nodes.document:
        return self.app.env.get_and_resolve_doctree(docname, self.app.builder, tags=self.app.tags)

    def marks(self, docname: str) -> list[str]:
        """The marks of the text, in order."""
        found = self.document(docname).findall(nodes.footnote_reference)
        return [mark.astext() for mark in found if not isinstance(_note(mark), nodes.footnote)]

    def notes(self, docname: str) -> list[tuple[str, str]]:
        """Number and text of each note, in the order of the page."""
        return [
            (note[0].astext(), " ".join(part.astext() for part in note[1:]))
            for note in self.document(docname).findall(nodes.footnote)
        ]

    def entries(self, docname: str) -> list[str]:
        """The entries of the bibliographies of a page."""
        found = self.document(docname).findall(nodes.paragraph)
        return [entry.astext() for entry in found if "bibentry" in entry["classes"]]


def _note(node: nodes.Node) -> nodes.Node | None:
    while node is not None and not isinstance(node, nodes.footnote):
        node = node.parent
    return node


def read(
    root: Path, folder: Path, code: str = "en", builder: str = "dummy", parallel: int = 1
) -> Reading:
    """Build a root in one language below `folder`; a second time only what has changed."""
    edition = folder / code
    out, doctrees = edition / builder, edition / "doctrees"
    return Reading(*run(root, out, doctrees, builder, code, parallel=parallel))


def compare_no_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let translations pass that have other notes than their source."""
    compared = ("citations", "locators", "footnotes")
    others = {name: rule for name, rule in TEXT.rules.items() if name not in compared}
    monkeypatch.setattr(TEXT, "rules", others)


def web_page(edition: Path, docname: str) -> etree._Element:
    """A page of the web edition in a folder that `read` has made."""
    return html.parse(edition / "html" / f"{docname}.html").getroot()


def ebook_page(edition: Path, docname: str) -> etree._Element:
    """The same page of the electronic edition."""
    (path,) = (edition / "epub").glob("*.epub")
    with zipfile.ZipFile(path) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(f"{docname}.xhtml"))
        return etree.fromstring(archive.read(name))


@pytest.fixture(scope="session")
def editions_of_root(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    """The root test-notes in three languages."""
    folder = tmp_path_factory.mktemp("notes")
    return {code: read(ROOTS / "test-notes", folder, code) for code in ("en", "pl", "th")}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the root, to be changed."""
    return Path(shutil.copytree(ROOTS / "test-notes", tmp_path / "root"))
