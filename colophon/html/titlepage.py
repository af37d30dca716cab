"""The first page as a title page: subtitle, people, description, publisher and year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from colophon.book import Book, edition
from colophon.html.settings import BUILDERS


def front(book: Book, described: bool) -> Iterator[nodes.paragraph]:
    """What stands between the title and the page's own text."""
    if book.subtitle:
        yield nodes.paragraph("", book.subtitle, classes=["subtitle"])
    for role, people in groupby(book.people, key=lambda person: person.role):
        names = ", ".join(person.name for person in people)
        yield nodes.paragraph(
            "",
            "",
            nodes.inline("", role, classes=["role"]),
            nodes.Text(" "),
            nodes.inline("", names, classes=["name"]),
            classes=["people"],
        )
    if book.description and not described:
        yield nodes.paragraph("", book.description)


def foot(book: Book) -> nodes.paragraph:
    """What stands at the foot of a title page."""
    text = " · ".join(filter(None, (book.publisher, str(book.date.year))))
    return nodes.paragraph("", text, classes=["publisher"])


class TitlePage(SphinxPostTransform):
    """Complete the root page's heading from the book's metadata."""

    # After references are resolved (10) and before invisible typography (800), which sees it too.
    default_priority = 700
    builders = BUILDERS

    def run(self, **kwargs: Any) -> None:
        if self.env.docname != self.config.root_doc:
            return
        section = next(iter(self.document.findall(nodes.section)), None)
        if section is None:
            return
        book = edition(self.config)
        # The description stands in where the page has no words of its own.
        described = any(isinstance(child, nodes.paragraph) for child in section.children)
        section["classes"].append("title-page")
        section[1:1] = list(front(book, described))
        section += foot(book)


def setup(app: Sphinx) -> None:
    app.add_post_transform(TitlePage)
