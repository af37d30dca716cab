"""One edition as an EPUB: pages and pictures go in, the bytes of the archive come out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from markupsafe import Markup
from sphinx.locale import get_translation

from colophon.book import Book
from colophon.epub import archive, package, semantics
from colophon.epub.cover import cover
from colophon.epub.stylesheet import fonts, stylesheet
from colophon.epub.template import render
from colophon.languages import Language

FOLDER: Final = "EPUB"
"""Where everything but the file that opens the book lies in the archive."""

PICTURE_SUFFIXES: Final = (".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


@dataclass(frozen=True)
class Page:
    """A page by its place in the book: kind is an epub:type, division front, body or back."""

    href: str
    title: str
    kind: str
    division: str


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents with the lines below it."""

    text: str
    href: str
    markup: str = ""
    """The text as XHTML, where words of it are in another language."""
    children: tuple[Entry, ...] = ()

    @property
    def depth(self) -> int:
        return 1 + max((child.depth for child in self.children), default=0)


@dataclass(frozen=True)
class Landmark:
    """A place that every reader looks for."""

    kind: str
    href: str
    text: str


@dataclass(frozen=True)
class Publication:
    """What an edition is made of, beside the text of its pages.

    `breakable` puts U+200B into words of the edition's language where a line may end, and `held`
    makes XHTML of them, in which names are held together;
    `languages` are those of all editions, since one may quote the other.
    """

    book: Book
    language: Language
    languages: Sequence[Language]
    pages: Sequence[Page]
    breakable: Callable[[str], str]
    held: Callable[[str], Markup]

    def page(self, page: Page, template: str = "page.xhtml", **context: object) -> str:
        """A page of the book in XHTML."""
        first, rest = package.creators(self.book.people)
        return render(
            template,
            **{
                "tag": self.language.tag,
                "title": page.title,
                "division": page.division,
                "root": "../" * page.href.count("/"),
                "book": self.book,
                "creators": first,
                "contributors": rest,
                "held": self.held,
                **context,
            },
        )

    def bind(
        self,
        written: Mapping[str, bytes],
        contents: Sequence[Entry],
        modified: float,
        cache: Path,
    ) -> bytes:
        """The archive; `written` holds pages and pictures by their place in the book."""
        _ = get_translation("colophon")
        lines = tuple(self._lines(contents, written))
        front = Page("cover.xhtml", _("Cover"), "cover", "frontmatter")
        nav = Page("nav.xhtml", _("Contents"), "toc", "frontmatter")
        landmarks = list(self._landmarks(front, nav))
        parts = {
            **written,
            "cover.png": cover(self.book, self.breakable, self.language.leading, cache),
            front.href: self.page(front, "cover.xhtml", image="cover.png").encode(),
            nav.href: self.page(
                nav,
                "nav.xhtml",
                contents=lines,
                landmarks=landmarks,
                landmarks_title=_("Landmarks"),
            ).encode(),
            "toc.ncx": self._ncx(lines).encode(),
        }
        text = "".join(data.decode() for name, data in parts.items() if name.endswith(".xhtml"))
        embedded = fonts(text, self.languages, self.language, cache)
        parts |= {font.href: font.source.read_bytes() for font in embedded}
        parts["book.css"] = stylesheet(self.languages, self.language, embedded).encode()
        items = package.manifest(parts)
        ids = {item.href: item.id for item in items}
        order = [front, self.pages[0], nav, *self.pages[1:]]
        parts["content.opf"] = package.document(
            self.book,
            self.language.tag,
            items,
            spine=[ids[page.href] for page in order],
            features=package.features([page.kind for page in self.pages]),
            pictures=any(name.endswith(PICTURE_SUFFIXES) for name in written),
            fonts=bool(embedded),
            modified=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(modified)),
            accessibility=_(
                "The book can be read aloud or with a screen reader: it consists of text in a "
                "logical order, with headings, a table of contents, and notes that link back to "
                "the text; every picture has a description."
            ),
        ).encode()
        container = render("container.xml", package=f"{FOLDER}/content.opf").encode()
        return archive.pack(
            {
                "META-INF/container.xml": container,
                **{f"{FOLDER}/{name}": data for name, data in parts.items()},
            },
            modified,
        )

    def _ncx(self, lines: Sequence[Entry]) -> str:
        """The table of contents of EPUB 2, which old readers still ask for."""
        return render(
            "toc.ncx",
            tag=self.language.tag,
            book=self.book,
            identifier=self.book.identifier("epub"),
            depth=max(line.depth for line in lines),
            contents=lines,
        )

    def _landmarks(self, front: Page, nav: Page) -> Iterator[Landmark]:
        _ = get_translation("colophon")
        title, *others = self.pages
        yield Landmark("cover", front.href, front.title)
        yield Landmark("titlepage", title.href, _("Title page"))
        yield Landmark("toc", f"{nav.href}#toc", nav.title)
        for page in [page for page in others if page.division == "bodymatter"][:1]:
            yield Landmark("bodymatter", page.href, _("Beginning of the text"))
        for page in others:
            if page.kind in semantics.LANDMARKS:
                yield Landmark(page.kind, page.href, page.title)

    def _lines(self, contents: Sequence[Entry], written: Mapping[str, bytes]) -> Iterator[Entry]:
        """The contents, and the index if nobody put it there; never nothing, which is invalid."""
        lines = list(_within(contents, written))
        yield from lines
        named = {line.href for line in lines}
        for page in self.pages[1:] or self.pages:
            if page.href not in named and (page.kind == "index" or not lines):
                yield Entry(page.title, page.href)


def _within(contents: Sequence[Entry], written: Mapping[str, bytes]) -> Iterator[Entry]:
    """Lines whose page is in the book; a toctree may also name a search page, say."""
    for entry in contents:
        if entry.href.partition("#")[0] in written:
            yield replace(entry, children=tuple(_within(entry.children, written)))
