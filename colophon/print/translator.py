"""The doctree as TeX: Sphinx's writer where it serves a book, our own where it does not.

Whatever a translator may write passes through `encode`; what TeX would see bare (specifications
of columns, paths of missing images) is left out.
"""

from __future__ import annotations

import os
from typing import Any

from docutils import nodes
from docutils.nodes import Element
from sphinx.builders.latex.nodes import footnotemark, footnotetext
from sphinx.writers.latex import CR, LaTeXTranslator

from colophon.index.directive import END
from colophon.languages import language
from colophon.parts import innermost_tag, tag_of
from colophon.print import pages
from colophon.print.addresses import breakable
from colophon.print.builder import BookBuilder
from colophon.print.hyphenation import marks
from colophon.print.language import BLOCKS, CLOSING, arguments, opening
from colophon.print.log import source_mark
from colophon.print.matter import INDEX, Matters
from colophon.typography.rules import typography

_NOTES = (nodes.footnote, footnotemark, footnotetext)


PARAGRAPHS = {"abstract", "bibentry", "forms"}
"""Classes of paragraphs that the style file sets in a way of their own."""


class BookTranslator(LaTeXTranslator):
    """Writes one edition of the book."""

    builder: BookBuilder
    # A missing image has been reported already; its path must not reach TeX.
    ignore_missing_images = True

    def __init__(self, document: nodes.document, builder: BookBuilder, theme: Any) -> None:
        super().__init__(document, builder, theme)
        self.matters = Matters(self.config.colophon_front_matter, self.config.colophon_back_matter)
        self.waiting: list[str] = []

    # The parts of the book

    def visit_document(self, node: Element) -> None:
        super().visit_document(node)
        for child in node.children:
            if isinstance(child, nodes.section):  # Sphinx forgets the labels of the opening page
                self.body.append(self.hypertarget_to(child, anchor=True))

    def enter_matter(self, docname: str) -> None:
        if matter := self.matters.enter(docname):
            self.body.append(CR + rf"\colophon{matter}matter" + CR)

    def visit_printed_index(self, node: Element) -> None:
        self.enter_matter(INDEX)
        self.body.append(CR + r"\printindex" + CR)
        raise nodes.SkipNode

    def visit_start_of_file(self, node: Element) -> None:
        if len(self.curfilestack) == 1:
            self.enter_matter(node["docname"])
        super().visit_start_of_file(node)

    def depart_start_of_file(self, node: Element) -> None:
        self.release()
        super().depart_start_of_file(node)

    # Where in the sources a line of TeX comes from, for the messages of `log`

    def mark_source(self, node: Element) -> None:
        if node.line and self.table is None and not self.in_footnote:
            path = self.builder.env.doc2path(self.curfilestack[-1])
            self.body.append(source_mark(os.path.relpath(path, self.builder.confdir), node.line))

    # Paragraphs and blocks

    def dispatch_visit(self, node: nodes.Node) -> None:
        if isinstance(node, BLOCKS) and (tag := tag_of(node)):
            self.body.append(opening(tag, self.config.language))
            try:
                super().dispatch_visit(node)
            except nodes.SkipNode:
                self.body.append(CLOSING)
                raise
        else:
            super().dispatch_visit(node)

    def dispatch_departure(self, node: nodes.Node) -> None:
        super().dispatch_departure(node)
        if isinstance(node, BLOCKS) and tag_of(node):
            self.body.append(CLOSING)

    def wrap_classes(self, node: Element) -> str:
        """Open what a paragraph's classes ask for; returns what closes it."""
        closing = ""
        for name in PARAGRAPHS & set(node.get("classes", [])):
            self.body.append(CR + rf"\begin{{colophon{name}}}")
            closing = rf"\end{{colophon{name}}}" + CR
        if tag := tag_of(node):
            self.body.append(opening(tag, self.config.language))
            closing = CLOSING + closing
        return closing

    def visit_paragraph(self, node: Element) -> None:
        self.mark_source(node)
        self.context.append(self.wrap_classes(node))
        super().visit_paragraph(node)
        self.release()

    def depart_paragraph(self, node: Element) -> None:
        super().depart_paragraph(node)
        self.body.append(self.context.pop())

    def visit_title(self, node: Element) -> None:
        if isinstance(node.parent, nodes.section) and not self.this_is_the_title:
            self.mark_source(node)
        super().visit_title(node)

    def visit_attribution(self, node: Element) -> None:
        self.body.append(CR + r"\colophonattribution{")

    def depart_attribution(self, node: Element) -> None:
        self.body.append("}" + CR)

    def visit_definition_list(self, node: Element) -> None:
        classes: list[str] = node.get("classes", [])
        kind = next((kind for kind in ("names", "glossary") if kind in classes), "chronicle")
        self.body.append(CR + rf"\begin{{colophon{kind}}}" + CR)
        self.context.append(rf"\end{{colophon{kind}}}" + CR)

    def depart_definition_list(self, node: Element) -> None:
        self.body.append(self.context.pop())

    def visit_tabular_col_spec(self, node: Element) -> None:
        raise nodes.SkipNode  # it is TeX

    # Words

    def visit_reference(self, node: Element) -> None:
        address, text = node.get("refuri", ""), node.astext()
        if "://" in text and text != address:  # as readers write it, not as a server does
            breaker = typography(language(self.config.language)).breaker
            shown = marks(self.encode(breakable(text, breaker)), "")
            self.body.append(rf"\sphinxhref{{{self.encode_uri(address)}}}{{{shown}}}")
            raise nodes.SkipNode
        super().visit_reference(node)

    def visit_Text(self, node: nodes.Text) -> None:
        before = "".join(self.body[-1:])[-3:]
        self.body.append(marks(self.encode(node.astext()), before))

    def depart_reference(self, node: Element) -> None:
        super().depart_reference(node)
        # Cells are set twice to measure them, and headings and captions are repeated.
        if pages.tells(node) and not (self.in_title or self.in_caption or self.table):
            target = self.idescape(pages.target(node, self.curfilestack[-1]))
            before, after = map(self.encode, pages.around(node, language(self.config.language)))
            self.body.append(rf"\colophonpage{{{target}}}{{{before}}}{{{after}}}")

    def visit_inline(self, node: Element) -> None:
        tag = tag_of(node)
        if tag:
            self.body.append(rf"\colophonpart{arguments(tag)}{{")
        super().visit_inline(node)
        self.context[-1] += "}" * bool(tag)

    def visit_footnote(self, node: Element) -> None:
        self.part_marks(node)
        super().visit_footnote(node)
        if innermost_tag(node):  # which TeX would take for the language of the note too
            self.body.append(rf"\colophonlanguage{arguments(self.config.language)}")

    def visit_footnotemark(self, node: Element) -> None:
        self.part_marks(node)
        super().visit_footnotemark(node)

    def part_marks(self, node: Element) -> None:
        """Put a comma between this note's mark and one that stands directly before it."""
        place = node.parent.index(node)
        if place and isinstance(node.parent[place - 1], _NOTES):
            self.body.append(r"\colophonbetweenmarks{}")

    def visit_figure_notes(self, node: Element) -> None:
        self.body.append(CR + r"\begin{colophonfigurenotes}")

    def depart_figure_notes(self, node: Element) -> None:
        self.body.append(r"\end{colophonfigurenotes}" + CR)

    # Index: numbers only; index.py knows what they stand for

    def visit_index(self, node: Element) -> None:
        marks: list[str] = []
        ends: list[str] = []
        for _kind, _text, target, style, _key in node["entries"]:
            number = self.builder.place_number(self.curfilestack[-1], target)
            if END in style.split():
                ends.append(rf"\indexend{{{number}}}")
            else:
                marks.append(rf"\index{{{number}}}")
        # What a heading or a caption says is repeated in tables of contents.
        if isinstance(node.parent, nodes.TextElement) and not (self.in_title or self.in_caption):
            self.body.extend(marks)
        else:
            self.waiting += marks
        # The end of a span stays with the paragraph above it.
        self.body.extend(ends)
        raise nodes.SkipNode

    def release(self) -> None:
        """Write the places that wait for the next line of text: before it, TeX might break the page
        between them."""
        self.body.extend(dict.fromkeys(self.waiting))
        self.waiting.clear()
