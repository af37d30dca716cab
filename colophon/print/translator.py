"""The doctree as TeX: Sphinx's writer where it serves a book, our own where it does not.

Whatever a translator may write passes through `encode`; names that TeX would see bare (classes,
lengths, column specifications, paths of missing images) are checked or left out.
"""

from __future__ import annotations

import os
import re
from typing import Any

from docutils import nodes
from docutils.nodes import Element
from sphinx.builders.latex.nodes import footnotemark, footnotetext
from sphinx.util.index_entries import split_index_msg
from sphinx.writers.latex import CR, LaTeXTranslator

from colophon.print.builder import BookBuilder, patterns
from colophon.print.log import source_mark
from colophon.print.matter import INDEX, Matters

LANGUAGE_CLASS = "language-"
_CLASS = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_COLUMNS = re.compile(r"[|lcrpLCRJT\d.{}\s]*|(\\[XY]\{\d+\}\{\d+\}|[|lcrLCRJT\s])*")
_NOTES = (nodes.footnote, nodes.footnote_reference, footnotemark)


class BookTranslator(LaTeXTranslator):
    """Writes one edition of the book."""

    builder: BookBuilder
    # A missing image has been reported already; its path must not reach TeX.
    ignore_missing_images = True

    def __init__(self, document: nodes.document, builder: BookBuilder, theme: Any) -> None:
        super().__init__(document, builder, theme)
        self.matters = Matters(
            self.config.colophon_front_matter, self.config.colophon_back_matter
        )

    # The parts of the book

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

    # Where in the sources a line of TeX comes from, for the messages of `log`

    def mark_source(self, node: Element) -> None:
        if node.line and self.table is None and not self.in_footnote:
            path = self.builder.env.doc2path(self.curfilestack[-1])
            self.body.append(source_mark(os.path.relpath(path, self.builder.confdir), node.line))

    # Paragraphs and blocks

    def wrap_classes(self, node: Element) -> str:
        """Open what a paragraph's classes ask for; returns what closes it."""
        closing = ""
        classes: list[str] = node.get("classes", [])
        if "bibentry" in classes:
            self.body.append(CR + r"\begin{colophonbibentry}")
            closing = r"\end{colophonbibentry}" + CR
        for name in language_classes(classes):
            self.body.append(CR + rf"\begingroup\colophonpatterns{{{name}}}")
            closing = r"\par\endgroup" + CR + closing
        return closing

    def visit_paragraph(self, node: Element) -> None:
        self.mark_source(node)
        self.context.append(self.wrap_classes(node))
        super().visit_paragraph(node)

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
        kind = "glossary" if "glossary" in node.get("classes", []) else "chronicle"
        self.body.append(CR + rf"\begin{{colophon{kind}}}" + CR)
        self.context.append(rf"\end{{colophon{kind}}}" + CR)

    def depart_definition_list(self, node: Element) -> None:
        self.body.append(self.context.pop())

    def visit_tabular_col_spec(self, node: Element) -> None:
        if _COLUMNS.fullmatch(node["spec"]):
            super().visit_tabular_col_spec(node)
        raise nodes.SkipNode

    def visit_container(self, node: Element) -> None:
        node["classes"] = plain_classes(node)
        super().visit_container(node)

    def latex_image_length(self, width_str: str, scale: int = 100) -> str | None:
        if not re.fullmatch(r"\d*\.?\d*\s*[A-Za-z%]*", width_str):
            return None
        return super().latex_image_length(width_str, scale)

    # Words

    def visit_inline(self, node: Element) -> None:
        node["classes"] = plain_classes(node)
        parts = language_classes(node["classes"])
        self.body.extend(rf"\colophonpart{{{name}}}{{" for name in parts)
        super().visit_inline(node)
        self.context[-1] += "}" * len(parts)

    def visit_footnote(self, node: Element) -> None:
        self.part_marks(node)
        super().visit_footnote(node)

    def visit_footnotemark(self, node: Element) -> None:
        self.part_marks(node)
        super().visit_footnotemark(node)

    def part_marks(self, node: Element) -> None:
        """Put a comma between this note's mark and one that stands directly before it."""
        place = node.parent.index(node)
        if place and isinstance(node.parent[place - 1], (*_NOTES, footnotetext)):
            self.body.append(r"\colophonbetweenmarks{}")

    # Index: the text only; index.py orders it and knows how it looks

    def visit_index(self, node: Element) -> None:
        for kind, text, _target, main, _key in node["entries"]:
            parts = [self.encode(part) for part in split_index_msg(kind, text)]
            if kind in {"see", "seealso"}:
                terms = [rf"\index{kind} ".join(parts)]
            elif kind == "pair":
                terms = [r"\indexsub ".join(pair) for pair in (parts, parts[::-1])]
            elif kind == "triple":
                a, b, c = parts
                pairs = (a, f"{b} {c}"), (b, f"{c}, {a}"), (c, f"{a} {b}")
                terms = [r"\indexsub ".join(pair) for pair in pairs]
            else:
                terms = [r"\indexsub ".join(parts)]
            style = r"\indexmain " if main else ""
            self.body.extend(rf"\index{{{term}{style}}}" for term in terms)
        raise nodes.SkipNode


def plain_classes(node: Element) -> list[str]:
    """The classes of a node that may become part of a TeX name."""
    classes: list[str] = node.get("classes", [])
    return [name for name in classes if _CLASS.fullmatch(name)]


def language_classes(classes: list[str]) -> list[str]:
    """The hyphenation patterns that a node's classes `language-xx` ask for."""
    return [
        patterns(name.removeprefix(LANGUAGE_CLASS)) or "nohyphenation"
        for name in classes
        if name.startswith(LANGUAGE_CLASS)
    ]
