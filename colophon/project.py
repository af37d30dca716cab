"""A book on disk, as conf.py describes it: where its parts lie and which editions it has."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.project import EXCLUDE_PATHS
from sphinx.util.matching import get_matching_files
from sphinx.util.tags import Tags

from colophon import book
from colophon.catalogs.files import messages_folder
from colophon.catalogs.read import read
from colophon.defaults import BESIDE
from colophon.names.table import FILE as TERMS
from colophon.notes.settings import check as check_notes
from colophon.pictures import SUFFIXES
from colophon.problems import Problem, Problems, fail
from colophon.sources import HIDDEN
from colophon.values import FORMATS as FORMATS
from colophon.values import check

PACKAGE = Path(__file__).parent

CHAPTERS = (".md", ".rst")

NO_SOURCES = frozenset({"_build", ".venv", ".git", "node_modules"})
"""Folders that hold no part of a book."""


@dataclass(frozen=True)
class Project:
    """The folder with conf.py, the folder with the chapters, and the folder for all output."""

    root: Path
    source: Path
    output: Path

    @classmethod
    def at(cls, root: Path) -> Project:
        """The book in `root`; its chapters are in `docs/` if that folder exists."""
        root = root.resolve()
        if not (root / "conf.py").is_file():
            raise fail("there is no conf.py here", "go to the book's folder", root)
        docs = root / "docs"
        return cls(root, docs if docs.is_dir() else root, root / "_build")

    @cached_property
    def config(self) -> Config:
        """conf.py as Sphinx reads it; raises `Problems` where it does not run or is unfit."""
        try:
            config = Config.read(self.root, overrides={}, tags=Tags())
        except ConfigError as error:
            raise Problems([self._configuration_fault(str(error))]) from error
        faults = check_notes(config._raw_config, self.root)
        if problems := [*check(config._raw_config), *faults]:
            raise Problems(problems)
        return config

    def _configuration_fault(self, text: str) -> Problem:
        lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
        found = re.findall(r'conf\.py"?, line (\d+)', text)
        return Problem("conf.py", int(found[-1]) if found else 0, lines[-1], "mend conf.py")

    def value(self, name: str, default: Any) -> Any:
        """A setting of an extension, which `Config` does not know before Sphinx runs."""
        return self.config._raw_config.get(name, default)

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the editions, in the order of conf.py."""
        return tuple(self.value("colophon_languages", [self.config.language]))

    @property
    def slug(self) -> str:
        """The stem of every artefact's name."""
        return self.metadata.slug

    @cached_property
    def metadata(self) -> book.Book:
        """The book's metadata in the source language."""
        return book.read(self.value("colophon_book", {}), self.value("project", ""))

    def metadata_in(self, language: str) -> book.Book:
        """The book's metadata in `language`, where it has been translated."""
        words: dict[str, str] = {}
        for folder in self.locale_dirs:
            path = messages_folder(folder, language) / f"{book.CATALOG}.po"
            if path.is_file():
                shown = (m for m in read(path)[0] if m.msgstr and not m.fuzzy)
                words |= {m.msgid: HIDDEN.sub("", m.msgstr) for m in shown}
        return self.metadata.translated(language, lambda text: words.get(text, text))

    @property
    def locale_dirs(self) -> list[Path]:
        """Folders with catalogues."""
        return [self.source / folder for folder in self.value("locale_dirs", ["locales"])]

    @property
    def termbases(self) -> list[Path]:
        """The tables of names beside the catalogues."""
        return [path for folder in self.locale_dirs if (path := folder / TERMS).is_file()]

    @property
    def bibliographies(self) -> list[Path]:
        """The .bib files, which sphinxcontrib-bibtex looks for beside conf.py."""
        return [self.root / name for name in self.value("bibtex_bibfiles", None) or []]

    @property
    def citation_files(self) -> list[Path]:
        """The .bib files and the author's own styles of citations."""
        styles = self.value("colophon_citation_styles", {}).values()
        return [*self.bibliographies, *(self.root / name for name in styles)]

    def choose(self, languages: Sequence[str], formats: Sequence[str]) -> None:
        """Raise `Problems` where a language or a format is not one of the book's."""
        problems = [
            Problem("", 0, f"unknown {kind} {name!r}", f"known are: {' '.join(known)}")
            for kind, names, known in (
                ("language", languages, self.languages),
                ("format", formats, FORMATS),
            )
            for name in names
            if name not in known
        ]
        if problems:
            raise Problems(problems)

    def work(self, language: str) -> Path:
        """Where an edition is made before it is published."""
        return self.output / "work" / language

    def artefact(self, format: str, language: str) -> Path:
        """The file or, for HTML, the folder that a reader is given."""
        name = f"{self.slug}-{language}"
        return {
            "html": self.output / "html" / language,
            "epub": self.output / "epub" / language / f"{name}.epub",
            "latexpdf": self.output / "pdf" / language / f"{name}.pdf",
        }[format]

    def chapters(self) -> list[Path]:
        """The files that Sphinx is going to read, in its own order."""
        excluded = [*self.config.exclude_patterns, *self._folders, *EXCLUDE_PATHS]
        if self.source == self.root:
            excluded += BESIDE
        found = get_matching_files(self.source, self.config.include_patterns, excluded)
        return [self.source / name for name in found if name.endswith(CHAPTERS)]

    @property
    def _folders(self) -> list[str]:
        """Folders with templates and files that a conf.py may add to the outputs."""
        names = ("templates_path", "html_static_path", "html_extra_path")
        return [folder for name in names for folder in self.value(name, [])]

    def inputs(self, language: str) -> Iterator[Path]:
        """Every file of the book that can change the editions of `language`."""
        yield from sorted(self.root.glob("*.py"))  # conf.py and what it may import
        yield from self.citation_files
        for folder in (*self.locale_dirs, PACKAGE):
            yield from files_below(folder, prune=set(self.languages) - {language})
        for folder in (self.source, *(self.root / name for name in self._folders)):
            yield from files_below(folder, prune=NO_SOURCES)
        if self.source != self.root:  # a chapter may show a picture from beside its folder
            for path in files_below(self.root, prune={*NO_SOURCES, self.source.name}):
                if path.suffix.lower() in SUFFIXES:
                    yield path


def files_below(folder: Path, prune: Iterable[str] = ()) -> Iterator[Path]:
    """Files below `folder` in a stable order, without the folders named in `prune`.

    Links are followed, as Sphinx follows them, but for those that lead back up.
    """
    pruned = {*prune, "__pycache__"}
    for base, folders, names in os.walk(folder, followlinks=True):
        here = Path(base).resolve()
        folders[:] = [
            name
            for name in sorted(set(folders) - pruned)
            if not here.is_relative_to(Path(base, name).resolve())
        ]
        for path in (Path(base, name) for name in sorted(names)):
            if path.is_file():  # no link to nowhere, such as the lock file of an editor
                yield path
