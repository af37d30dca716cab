"""The book's metadata: read from `colophon_book` in conf.py, typed, checked and translated.

Titles, roles and rights are messages of the catalogue `book.po`, so every edition has its own.
"""

from __future__ import annotations

import dataclasses
import datetime
import os
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.locale import get_translation, translators
from sphinx.util.typing import ExtensionMetadata

from colophon.problems import Problems
from colophon.values import check, check_book

CATALOG = "book"
"""The gettext domain of the metadata."""

_NAMESPACE = uuid.UUID("c0f7a9b4-3f3c-5b0e-9d5e-0c0104740000")


@dataclass(frozen=True)
class Person:
    """Somebody with a part in the book; `marc` is the MARC relator code (aut, edt, trl …)."""

    name: str
    role: str
    marc: str = "aut"


@dataclass(frozen=True)
class Book:
    """The metadata of one edition, in the edition's language once translated.

    `published` is an ISO date or empty (then the build date stands in); keys of `isbn` are
    editions such as "epub-th".
    """

    slug: str
    title: str
    subtitle: str = ""
    description: str = ""
    people: tuple[Person, ...] = ()
    publisher: str = ""
    rights: str = ""
    licence: str = ""
    published: str = ""
    isbn: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"

    @property
    def full_title(self) -> str:
        """Title and subtitle as a catalogue would give them."""
        return f"{self.title}: {self.subtitle}" if self.subtitle else self.title

    @property
    def authors(self) -> str:
        """The names in one line."""
        return ", ".join(person.name for person in self.people)

    @property
    def date(self) -> datetime.date:
        """The day of publication, else the day of `SOURCE_DATE_EPOCH`, else today."""
        if self.published:
            return datetime.date.fromisoformat(self.published)
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        now = float(epoch) if epoch else datetime.datetime.now(datetime.UTC).timestamp()
        return datetime.datetime.fromtimestamp(now, datetime.UTC).date()

    def identifier(self, format: str) -> str:
        """A URN that no build changes: the ISBN, or a UUID of slug and edition."""
        edition = f"{format}-{self.language}"
        if isbn := self.isbn.get(edition):
            return f"urn:isbn:{isbn.replace('-', '')}"
        return uuid.uuid5(_NAMESPACE, f"{self.slug}/{edition}").urn

    def messages(self) -> Iterator[tuple[str, str]]:
        """What a translator translates, each with the name of its place: (text, place)."""
        for place in ("title", "subtitle", "description", "rights"):
            if text := getattr(self, place):
                yield text, place
        for person in self.people:
            if person.role:
                yield person.role, f"role of {person.name}"

    def translated(self, language: str, gettext: Callable[[str], str]) -> Book:
        """This book with every message passed through `gettext`."""

        def translate(text: str) -> str:
            # The empty msgid stands for the catalogue's header.
            return gettext(text) if text else ""

        return dataclasses.replace(
            self,
            language=language,
            title=translate(self.title),
            subtitle=translate(self.subtitle),
            description=translate(self.description),
            rights=translate(self.rights),
            people=tuple(
                dataclasses.replace(person, role=translate(person.role)) for person in self.people
            ),
        )


def read(values: Mapping[str, Any], project: str = "") -> Book:
    """A `Book` from the dictionary of conf.py; raises `Problems` with every unfit value."""
    if problems := list(check_book(values, project)):
        raise Problems(problems)
    title = values.get("title", project)
    given = {"title": title, "slug": _slug(title), **values}
    given["people"] = tuple(Person(**entry) for entry in values.get("people", ()))
    return Book(**given)


def edition(config: Config) -> Book:
    """The book in the language that is being built."""
    book = read(config.colophon_book, config.project)
    return book.translated(config.language, get_translation(CATALOG))


def slug_of(config: Config) -> str:
    """The stem of every artefact's file name, the same in all languages."""
    return read(config.colophon_book, config.project).slug


def _slug(title: str) -> str:
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in title.lower())
    return "-".join(part for part in kept.split("-") if part) or "book"


def _load(app: Sphinx, config: Config) -> None:
    """Give Sphinx the edition's own title before any builder copies it."""
    names = ("project", "language", "colophon_languages", "colophon_book")
    if problems := check({name: config[name] for name in names}):
        raise ConfigError("\n".join(map(str, problems))) from Problems(problems)
    translators.pop(("general", CATALOG), None)
    for folder in config.locale_dirs:
        app.add_message_catalog(CATALOG, str(app.srcdir / folder))
    # Title and slug as conf.py gives them, since `project` is translated from here on.
    source = read(config.colophon_book, config.project)
    config.colophon_book = {"title": source.title, "slug": source.slug} | config.colophon_book
    book = edition(config)
    config.project = book.title
    config.html_title = book.title
    config.epub_title = book.title
    config.author = book.authors or config.author
    config.copyright = book.rights or config.copyright


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("colophon_book", {}, "env", types=dict)
    app.add_config_value(
        "colophon_languages", lambda config: [config.language], "env", types=(list, tuple)
    )
    # After the catalogues are staged (100), before the format rooms read the title (500).
    app.connect("config-inited", _load, priority=200)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


__all__ = ["CATALOG", "Book", "Person", "edition", "read", "setup", "slug_of"]
