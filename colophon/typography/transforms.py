"""The rules carried out in Sphinx: visible marks when a chapter is read (`visible`), invisible ones
when it is written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any

from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.typing import ExtensionMetadata

from colophon.characters import ZERO_WIDTH_SPACE
from colophon.languages import Language, language, of_tag
from colophon.names.table import terms_of
from colophon.typography import held
from colophon.typography.blocks import Block, blocks
from colophon.typography.edits import Edit, apply
from colophon.typography.held import hold, markup
from colophon.typography.names import phrases
from colophon.typography.rules import typography
from colophon.typography.visible import VisibleMarks

BREAKING = frozenset({"epub", "latex"})
"""The builders whose readers break no Thai of their own; a browser does, and searches the text."""


class InvisibleMarks(SphinxPostTransform):
    """No-break spaces and, in scripts without spaces, places to break."""

    formats = ("html", "latex")
    # After everything that makes or moves text: references (10), rendered notes (4), images and
    # LaTeX's footnotes (600) and citations (750).
    default_priority = 900

    def run(self, **kwargs: Any) -> None:
        builder = self.env._app.builder
        for block in blocks(self.document, language(self.config.language).tag):
            spoken = of_tag(block.tag)
            block.rewrite(_edits(block.text, builder, spoken))
            if breaker := typography(spoken).breaker:
                find = breaker.words if _is_heading(block) else breaker.unbroken
                hold(block, find(block.text, _names(builder, spoken)))


def _is_heading(block: Block) -> bool:
    return isinstance(block.element, nodes.title)


def _edits(text: str, builder: Builder, spoken: Language) -> list[Edit]:
    rules = typography(spoken)
    found = rules.edits(text)
    if rules.breaker and builder.name in BREAKING:
        places = rules.breaker.breaks(text, _names(builder, spoken))
        found += [Edit(place, place, ZERO_WIDTH_SPACE) for place in places]
    return sorted(found)


def with_marks(text: str, builder: Builder) -> str:
    """A text that is in no doctree, such as a title, with the invisible marks for a builder."""
    return apply(text, _edits(text, builder, language(builder.config.language)))


def with_words(text: str, builder: Builder) -> Markup:
    """The same as HTML, with its words and names held together."""
    marked, spoken = with_marks(text, builder), language(builder.config.language)
    breaker = typography(spoken).breaker
    return markup(marked, breaker.words(marked, _names(builder, spoken)) if breaker else ())


@lru_cache(maxsize=8)
def _names(builder: Builder, spoken: Language) -> frozenset[str]:
    """The names that lines in a language may not divide, from the index and the termbase."""
    breaker = typography(spoken).breaker
    if not breaker:
        return frozenset()
    own = spoken.code == builder.config.language
    entries = builder.env.domains.index_domain.entries.values() if own else ()
    terms = terms_of(builder.config.colophon_termbases).values()
    return breaker.listed(
        phrases((entry for page in entries for entry in page), terms, spoken.code)
    )


def _forget_names(app: Sphinx, builder: Builder) -> None:
    _names.cache_clear()


def _finish_titles(app: Sphinx, env: BuildEnvironment) -> None:
    """The invisible marks of titles in menus and contents, which are made of the environment."""
    # They are the same in every format, and what is done stays as it is when it is done again.
    edition = language(app.config.language)
    for title in [*env.titles.values(), *env.longtitles.values(), *env.tocs.values()]:
        for block in blocks(title, edition.tag):
            spoken = of_tag(block.tag)
            block.rewrite(typography(spoken).edits(block.text))
            if breaker := typography(spoken).breaker:
                hold(block, breaker.words(block.text, _names(app.builder, spoken)))


def _finish_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """The invisible marks of what is in no doctree: the index, and what the frame asks for."""
    context["with_words"] = partial(with_words, builder=app.builder)
    if templatename == "genindex.html":
        context["genindexentries"] = [
            (head, list(_finished(entries, app.builder)))
            for head, entries in context["genindexentries"]
        ]


def _finished(entries: list[Any], builder: Builder) -> Iterator[Any]:
    for entry, (links, subentries, key) in entries:
        finished = [(with_words(subentry, builder), targets) for subentry, targets in subentries]
        yield with_words(entry, builder), (links, finished, key)


def _settings(app: Sphinx, config: Config) -> None:
    # MyST's own marks know neither Polish nor Thai.
    config.myst_enable_extensions = set(config.myst_enable_extensions) - {
        "replacements",
        "smartquotes",
    }


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_transform(VisibleMarks)
    app.add_post_transform(InvisibleMarks)
    held.setup(app)
    # After the settings that every book shares (50).
    app.connect("config-inited", _settings, priority=60)
    app.connect("env-updated", _finish_titles)
    app.connect("write-started", _forget_names)
    # After collation has put the entries in order (500).
    app.connect("html-page-context", _finish_page, priority=600)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
