"""What the templates of a page are told beyond what Sphinx tells them."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.locale import _ as sphinx_words
from sphinx.locale import get_translation

from colophon.book import Book, edition
from colophon.html.editions import alternates
from colophon.html.settings import BUILDERS
from colophon.languages import language

SUMMARY = 200
"""Letters of a page's description; search engines show about so many."""


def words() -> dict[str, str]:
    """The words of the page frame that are not Sphinx's or furo's own."""
    _ = get_translation("colophon")
    return {
        "languages": _("Language"),
        "contents": _("Contents"),
        "colours": _("Light or dark"),
        "open": _("Open"),
        "close": _("Close"),
        "note": _("Note"),
    }


def summary(doctree: nodes.document, limit: int = SUMMARY) -> str:
    """The beginning of a page's first paragraph, without its notes, cut between words."""
    for paragraph in doctree.findall(nodes.paragraph):
        text = "".join(
            text.astext()
            for text in paragraph.findall(nodes.Text)
            if not isinstance(text.parent, nodes.footnote_reference)
        )
        text = " ".join(text.split())
        if len(text) <= limit:
            return text
        return text[:limit].rpartition(" ")[0].rstrip(",;:–— ") + " …"
    return ""


def page_title(title: str, book: Book, root: bool) -> str:
    """What the browser shows on its tab; `title` is HTML, the result plain text.

    The sign between its parts belongs to no language, as a dash would.
    """
    plain = Markup(title).striptags()
    return book.full_title if root or not plain else f"{plain} · {book.title}"


def _context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    if app.builder.name not in BUILDERS:
        return
    config = app.config
    book, tongue = edition(config), language(config.language)
    root = pagename == config.root_doc
    special = {"genindex": sphinx_words("Index"), "search": sphinx_words("Search")}
    title = context.setdefault("title", special.get(pagename, ""))
    description = book.description
    if doctree is not None and not root:
        description = summary(doctree) or description
    if 'name="description"' in context.get("metatags", ""):
        description = ""  # the page brings its own
    context |= {
        "language": tongue.tag,
        "leading": tongue.leading,
        "book": book,
        "words": words(),
        "page_title": page_title(title, book, root),
        "description": description,
        "editions": alternates(
            config.colophon_offered or config.colophon_languages,
            config.language,
            app.builder.get_target_uri(pagename),
            context["content_root"],
            config.html_baseurl,
        ),
    }


def setup(app: Sphinx) -> None:
    # The languages of the editions that there are, where a build of ours knows of some that are
    # not: a link to one of those would be dead. All, for who runs Sphinx alone.
    app.add_config_value("colophon_offered", (), "html", types=(list, tuple))
    app.connect("html-page-context", _context)
