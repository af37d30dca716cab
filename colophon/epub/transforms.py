"""Changes to a page that only the EPUB needs."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.typing import ExtensionMetadata

from colophon.fonts import FACES
from colophon.languages import language

_MANY_COLUMNS = 4


class notes(nodes.General, nodes.Element):
    """The notes of one chapter, at its end."""


class NoContentsInPages(SphinxPostTransform):
    """Take lists of chapters out of the pages, since the book has one table of contents.

    The first page of the project becomes the title page, which has a heading of its own.
    """

    builders = ("epub",)
    # Before anything looks at text (notes at 4): what goes need not be worked on.
    default_priority = 3

    def run(self, **kwargs: Any) -> None:
        for tree in list(self.document.findall(addnodes.toctree)):
            wrapper = tree.parent
            wrapper.remove(tree)
            if isinstance(wrapper, nodes.compound) and not wrapper.children:
                wrapper.parent.remove(wrapper)
        if self.env.current_document.docname == self.config.root_doc:
            first = next(self.document.findall(nodes.section), None)
            if first and isinstance(first[0], nodes.title):
                first.pop(0)


class NotesAtEnd(SphinxPostTransform):
    """Gather the notes at the end of the chapter, in the order in which the text calls them.

    There reading systems find them for their pop-ups, and a reader without pop-ups finds them
    together. The number opens the note's own first line.
    """

    builders = ("epub",)
    # After the notes room has made the notes (4) and filled them.
    default_priority = 10

    def run(self, **kwargs: Any) -> None:
        marks = list(self.document.findall(nodes.footnote_reference))
        for mark in marks:
            _divide(mark)
        found = list(self.document.findall(nodes.footnote))
        if not found:
            return
        calls = [mark.get("refid") for mark in marks]
        places = {refid: place for place, refid in reversed(list(enumerate(calls)))}

        def called(note: nodes.footnote) -> int:
            return min((places.get(name, len(calls)) for name in note["ids"]), default=0)

        for note in found:
            note.parent.remove(note)
            label, *body = note.children
            if isinstance(label, nodes.label) and body and isinstance(body[0], nodes.paragraph):
                body[0].insert(0, note.pop(0))
        found.sort(key=called)
        sections = [node for node in self.document if isinstance(node, nodes.section)]
        (sections[-1] if sections else self.document).append(notes("", *found))


def _divide(mark: nodes.footnote_reference) -> None:
    """Put a comma between this mark and one just before it, which else read as one number."""
    siblings = mark.parent.children
    place = siblings.index(mark)
    while place and isinstance(siblings[place - 1], nodes.Text):
        if siblings[place - 1].astext().strip():
            return
        place -= 1
    if place and isinstance(siblings[place - 1], nodes.footnote_reference):
        comma = nodes.inline("", ",", classes=["noteref"])
        siblings[place : siblings.index(mark)] = [comma]
        comma.parent = mark.parent


class TablesForPhones(SphinxPostTransform):
    """Give each cell of a table of many columns the head of its column.

    On a phone the style sheet stacks the cells of a row, each under its head: names in Thai, which
    may not be divided, do not leave room for four columns.
    """

    builders = ("epub",)
    # After the typography of the heads (900).
    default_priority = 950

    def run(self, **kwargs: Any) -> None:
        for table in self.document.findall(nodes.table):
            heads = [row for head in table.findall(nodes.thead) for row in head.findall(nodes.row)]
            if len(heads) != 1 or len(heads[0]) < _MANY_COLUMNS:
                continue
            table["classes"].append("stacked")
            for body in table.findall(nodes.tbody):
                for row in body.findall(nodes.row):
                    cells = list(row.findall(nodes.entry))
                    for head, cell in zip(heads[0], cells, strict=False):
                        cell["head"] = head.astext()


class ForeignScripts(SphinxPostTransform):
    """Say the language of words in another edition's script, for voices and for fonts."""

    builders = ("epub",)
    # Before line breaks (900), which are for words of the edition's own language.
    default_priority = 800

    def run(self, **kwargs: Any) -> None:
        for code in self.config.colophon_languages:
            other = language(code)
            script = "".join(FACES[key].script for key in other.font_families)
            if script and code != self.config.language:
                run = f"[{script}](?:[{script} \u200b\u00a0]*[{script}])?"
                for text in list(self.document.findall(nodes.Text)):
                    _mark(text, re.compile(f"({run})"), other.tag)


def _mark(text: nodes.Text, pattern: re.Pattern[str], tag: str) -> None:
    name = f"language-{tag}"
    if "://" in text or name in text.parent.get("classes", ()) or not pattern.search(text):
        return
    parts = [
        nodes.inline(part, part, classes=[name]) if place % 2 else nodes.Text(part)
        for place, part in enumerate(pattern.split(text))
        if part
    ]
    text.parent.replace(text, parts)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_node(notes)
    app.add_post_transform(NoContentsInPages)
    app.add_post_transform(NotesAtEnd)
    app.add_post_transform(ForeignScripts)
    app.add_post_transform(TablesForPhones)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
