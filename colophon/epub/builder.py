"""Sphinx's EPUB builder with this room's pages, package and archive."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any, Final

from docutils import nodes
from markupsafe import Markup
from sphinx.builders.epub3 import Epub3Builder
from sphinx.locale import _ as sphinx_word
from sphinx.util import logging

from colophon import book, languages
from colophon.epub import semantics
from colophon.epub.contents import contents, heading
from colophon.epub.names import ascii_name
from colophon.epub.publication import Page, Publication
from colophon.epub.translator import EpubTranslator
from colophon.files import write_atomically
from colophon.index.collect import index_of
from colophon.index.entries import Mark, around
from colophon.toctree import reading_order
from colophon.typography.transforms import with_marks, with_words

logger = logging.getLogger(__name__)

INDEX: Final = "genindex"
"""Sphinx's name of the index page."""


class EpubBuilder(Epub3Builder):
    """Writes each page as Sphinx does; then binds the pages of the toctree into one file.

    Only what this run has made is bound: whatever else lies in the folder stays out.
    """

    default_translator_class = EpubTranslator

    def init(self) -> None:
        super().init()
        self.speech = languages.language(self.config.language)

    def get_outdated_docs(self) -> Iterator[str]:
        """Every page: the book is one file, and half of it cannot be out of date."""
        yield from self.env.found_docs

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        return ascii_name(docname) + self.link_suffix

    def get_output_path(self, page_name: str, /) -> Path:
        return Path(self.outdir, ascii_name(page_name) + self.out_suffix)

    def prepare_writing(self, docnames: Set[str]) -> None:
        super().prepare_writing(docnames)
        self.docsettings.math_output = "MathML"
        reached = set(reading_order(self.env.toctree_includes, self.config.root_doc))
        self.index = index_of(self.env, reached) if self.use_index else []
        self.pages = self._pages()
        codes = [self.config.language, *self.config.colophon_languages]
        self.publication = Publication(
            book.edition(self.config),
            self.speech,
            [languages.language(code) for code in dict.fromkeys(codes)],
            list(self.pages.values()),
            self.breakable,
            self.held,
        )

    def _pages(self) -> dict[str, Page]:
        """The pages of the book by document name, in reading order."""
        root = self.config.root_doc
        bound = self.env.found_docs | ({INDEX} if self.index else set())
        order = [name for name in reading_order(self.env.toctree_includes, root) if name in bound]
        if self.index and INDEX not in order:
            order.append(INDEX)
        settings = self.config.colophon_epub_semantics
        kinds = ["titlepage", *(semantics.kind(docname, settings) for docname in order[1:])]
        divisions = semantics.divisions(kinds)
        return {
            docname: Page(self.get_target_uri(docname), self._title(docname), kind, division)
            for docname, kind, division in zip(order, kinds, divisions, strict=True)
        }

    def _title(self, docname: str) -> str:
        if docname == self.config.root_doc:
            return book.edition(self.config).title
        return sphinx_word("Index") if docname == INDEX else heading(self.env.titles[docname])

    def breakable(self, text: str) -> str:
        """Text outside of the doctree with the line breaks that readers do not find."""
        return with_marks(text, self)

    def held(self, text: str) -> Markup:
        """The same as XHTML, with the words and names that no line may divide."""
        return with_words(text, self)

    def page_attributes(self, docname: str) -> dict[str, str]:
        """What the outermost section of a page says of itself."""
        page = self.pages.get(docname)
        return semantics.attributes(page.kind) if page and page.kind != "titlepage" else {}

    def add_visible_links(self, tree: nodes.document, show_urls: str = "inline") -> None:
        """Nothing: readers show where a link leads, and marks of it would look like notes."""

    def post_process_images(self, doctree: nodes.Node) -> None:
        super().post_process_images(doctree)
        self.images.update({source: ascii_name(name) for source, name in self.images.items()})

    def get_doc_context(self, docname: str, body: str, metatags: str) -> dict[str, Any]:
        return {"body": Markup(body)}

    def handle_page(
        self,
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "page.xhtml",
        *,
        outfilename: Path | None = None,
        event_arg: Any = None,
    ) -> None:
        """Write a page by a template of ours; the HTML theme and its events have no part in it."""
        if page := self.pages.get(pagename):
            template = "title.xhtml" if page.kind == "titlepage" else templatename
            path = self.get_output_path(pagename)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.publication.page(page, template, **addctx), encoding="utf-8")

    def copy_assets(self) -> None:
        """Nothing: no script and no style sheet of a theme goes into the book."""

    def finish(self) -> None:
        if self.index:
            words = {
                "see": around(self.breakable(sphinx_word("see %s"))),
                "also": around(self.breakable(sphinx_word("see also %s"))),
            }
            context = {"groups": self.index, "link": self._address, **words}
            self.handle_page(INDEX, context, "index.xhtml")
        written = {
            page.href: self.get_output_path(docname).read_bytes()
            for docname, page in self.pages.items()
        }
        lines = contents(self.env, self, self.config.epub_tocdepth)
        data = self.publication.bind(
            written | self._pictures(),
            lines,
            modified=float(os.environ.get("SOURCE_DATE_EPOCH") or time.time()),
            cache=Path(self.doctreedir, "fonts"),
        )
        name = f"{book.slug_of(self.config)}-{self.config.language}.epub"
        write_atomically(Path(self.outdir, name), data)

    def _address(self, mark: Mark) -> str:
        """The place of an index entry, from the index."""
        return f"{self.get_relative_uri(INDEX, mark.docname)}#{mark.target}"

    def _pictures(self) -> dict[str, bytes]:
        """Pictures from where they lie, so that neither their dates nor old copies matter."""
        found = {}
        for source, name in sorted(self.images.items()):
            try:
                found[f"{self.imagedir}/{name}"] = Path(self.srcdir, source).read_bytes()
            except OSError as error:
                message = "cannot read the picture: %s"
                logger.warning(message, error, type="colophon", subtype="epub")
        return found
