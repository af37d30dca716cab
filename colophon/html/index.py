"""The page of the index: the edition's own index in place of the one that Sphinx makes."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.locale import _

from colophon.html.settings import BUILDERS
from colophon.index.collect import index_of
from colophon.index.entries import Entry, Mark, around
from colophon.typography.transforms import with_marks, with_words

INDEX = "genindex"


class Page:
    """What the template asks about entries."""

    def __init__(self, builder: StandaloneHTMLBuilder) -> None:
        self.builder = builder
        self.groups = index_of(builder.env)
        # The words before and after the entry that they lead to.
        self.see = around(with_marks(_("see %s"), builder))
        self.also = around(with_marks(_("see also %s"), builder))

    def text(self, text: str) -> Markup:
        """A text with the no-break spaces of the edition, and its words held together."""
        return with_words(text, self.builder)

    def link(self, mark: Mark) -> str:
        """The address of a place in the text."""
        return f"{self.builder.get_relative_uri(INDEX, mark.docname)}#{mark.target}"

    def sphinx(self) -> list[tuple[str, list[Any]]]:
        """The index in the shape that Sphinx's own template takes, for other themes."""
        return [
            (
                group.head,
                [
                    (entry.text, (self._links(entry), self._below(entry), entry.key or None))
                    for entry in group.entries
                ],
            )
            for group in self.groups
        ]

    def _links(self, entry: Entry) -> list[tuple[str, str]]:
        return [("main" * place.main, self.link(place.start)) for place in entry.places]

    def _below(self, entry: Entry) -> list[tuple[str, list[Any]]]:
        words: list[tuple[str, list[Any]]] = [(_("see %s") % to.name, []) for to in entry.see]
        words += [(below.text, self._links(below)) for below in entry.under]
        return words + [(_("see also %s") % to.name, []) for to in entry.also]


def _context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    # An index split over pages (`html_split_index`) names its files after Sphinx's heads.
    builder = app.builder
    if templatename != "genindex.html" or app.config.html_split_index:
        return
    if builder.name in BUILDERS and isinstance(builder, StandaloneHTMLBuilder):
        page = Page(builder)
        context["index"] = page
        context["genindexentries"] = page.sphinx()
        context["genindexcounts"] = [
            sum(1 + len(below) for _text, (_links, below, _key) in entries)
            for _head, entries in context["genindexentries"]
        ]


def setup(app: Sphinx) -> None:
    # Before typography (600) puts the invisible marks into what other themes show.
    app.connect("html-page-context", _context, priority=500)
