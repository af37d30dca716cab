"""The page above the editions: the book in each language, for the reader to choose."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment

from colophon.book import Book
from colophon.languages import language

TEMPLATE = Path(__file__).with_name("landing.html.jinja")


def landing_page(books: Mapping[str, Book]) -> str:
    """`index.html` for the folder that holds one edition a language; keys are the folders' names.

    A reader whose browser asks for one of the languages is led there; without scripts, or with
    another language, the page is a list of links.
    """
    editions = [
        {"folder": code, "tag": language(code).tag, "name": language(code).name, "book": book}
        for code, book in books.items()
    ]
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        TEMPLATE.read_text(encoding="utf-8")
    )
    return template.render(editions=editions) + "\n"
