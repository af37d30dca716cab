"""Sphinx's LaTeX builder, told the language by our own data and the place of the index."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.latex import LaTeXBuilder
from sphinx.util.docutils import new_document
from sphinx.util.nodes import inline_all_toctrees

from colophon import languages
from colophon.book import edition, read
from colophon.completeness.edition import imprint_sentence
from colophon.files import write_if_changed
from colophon.index.collect import index_of
from colophon.print import index
from colophon.print.elements import escape, preamble
from colophon.print.hyphenation import Patterns
from colophon.print.matter import INDEX, split
from colophon.typography.transforms import with_marks


class printed_index(nodes.General, nodes.Element):
    """The place of the index."""


class BookBuilder(LaTeXBuilder):
    """Writes `<slug>-<language>.tex` and the style files beside it."""

    def init(self) -> None:
        super().init()
        self.places: dict[index.Place, int] = {}

    def place_number(self, docname: str, target: str) -> int:
        """The number by which TeX knows a place that the index leads to."""
        return self.places.setdefault((docname, target), len(self.places) + 1)

    def write_documents(self, docnames: Set[str]) -> None:
        super().write_documents(docnames)
        speech = languages.language(self.config.language)
        docs = {docname for docname, _target in self.places}
        groups = index_of(self.env, docs)
        plan = index.plan(groups, self.places, self.tex, speech.range_dash)
        stem = Path(self.config.latex_documents[0][1]).stem
        write_if_changed(Path(self.outdir, stem + index.SUFFIX), plan.encode())

    def tex(self, text: str) -> str:
        """A text of the edition, with its invisible marks, as TeX prints it."""
        return escape(with_marks(text, self))

    def init_babel(self) -> None:
        self.babel = Patterns(self.config.language, True)

    def update_context(self) -> None:
        super().update_context()
        ours = preamble(
            edition(self.config),
            read(self.config.colophon_book, self.config.project),
            languages.language(self.config.language),
            map(languages.language, self.config.colophon_languages),
            self.tex,
            numfig=self.config.numfig,
            progress=imprint_sentence(self.config),
        )
        self.context["preamble"] = ours + self.config.latex_elements.get("preamble", "")

    def get_contentsname(self, indexfile: str) -> str:
        # Sphinx would head the contents with the first toctree's caption, and not escape it.
        return ""

    def assemble_doctree(
        self, indexfile: str, toctree_only: bool, appendices: list[str]
    ) -> nodes.document:
        """The chapters in the order of the toctrees, the index where they name it.

        The opening page of the website gives its toctrees only; Sphinx's own method does not
        find a document for the index and warns.
        """
        landing = self.env.get_doctree(indexfile)
        toctrees = list(landing.findall(addnodes.toctree))
        if not toctrees:
            return super().assemble_doctree(indexfile, toctree_only, appendices)
        self.docnames = {indexfile}
        # Sphinx takes the first title for the document's and prints nothing of it here.
        section = nodes.section("", nodes.title("", self.config.project))
        for opening in landing.findall(nodes.section):
            section["ids"] += opening["ids"]  # what refers to it finds the contents
        for toctree in toctrees:
            for docnames in split(toctree["includefiles"]):
                if docnames == [INDEX]:
                    section += printed_index()
                else:
                    part = toctree.deepcopy()
                    part["includefiles"] = docnames
                    section += part
        if not any(section.findall(printed_index)):
            section += printed_index()
        document = new_document("<book>")
        document += section
        book = inline_all_toctrees(self, self.docnames, indexfile, document, str, [indexfile])
        book["docname"] = indexfile
        self.env.resolve_references(book, indexfile, self)
        return book
