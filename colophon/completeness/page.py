"""The page of the web edition that tells how far its translation has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.locale import get_translation
from sphinx.util.typing import ExtensionMetadata

from colophon.book import CATALOG
from colophon.completeness.chart import Bar, Legend, chart
from colophon.completeness.count import Count, total
from colophon.completeness.words import number, percent, share
from colophon.languages import language
from colophon.toctree import reading_order
from colophon.typography.transforms import with_marks, with_words

NAME = "translation-progress"
"""The address of the page, the same in all languages."""

BUILDERS = ("html", "dirhtml")

TEMPLATE = Path(__file__).with_name("page.html.jinja")


def body(
    names: Mapping[str, str],
    counts: Mapping[str, Count],
    code: str,
    held: Callable[[str], str] = str,
) -> str:
    """The page; `names` are the chapters' titles, in their order.

    `held` keeps the names in a text from being divided at a line's end.
    """
    _ = get_translation("colophon")
    title = _("Progress of the translation")
    whole = total(counts.values())
    rows = [(held(name), *_cells(counts[key], code)) for key, name in names.items()]
    states = _("Translated"), _("To be checked"), _("Not translated")
    bars = [Bar(name, counts[key], percent(counts[key], code)) for key, name in names.items()]
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        TEMPLATE.read_text(encoding="utf-8")
    )
    return template.render(
        title=title,
        sentence=held(share(whole, code)) if counts else _("This edition is the original."),
        chart=Markup(chart(bars, title, language(code).tag, Legend(*states), inline=True)),
        heads=(_("Chapter"), *states, _("Words translated"), _("Words"), _("Share")),
        rows=rows,
        foot=(_("Total"), *_cells(whole, code)),
        counts=counts,
    )


def _cells(count: Count, code: str) -> tuple[str, ...]:
    messages = (count.translated, count.fuzzy, count.missing)
    values = (*messages, count.words_translated, count.words)
    return *(number(value, code) for value in values), percent(count, code)


def _pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if not has_page(app):
        return
    _ = get_translation("colophon")
    counts, env = app.config.colophon_counts, app.env
    order = reading_order(env.toctree_includes, app.config.root_doc)
    names = {CATALOG: _("Title and imprint")}
    names |= {name: env.titles[name].astext() for name in order if name in env.titles}
    # The page is no doctree, so that its lines need their no-break spaces here.
    names = {
        key: with_marks(names.get(key, key), app.builder)
        for key in [*names, *counts]
        if key in counts
    }
    context = {
        "title": _("Progress of the translation"),
        "body": body(names, counts, app.config.language, partial(with_words, builder=app.builder)),
    }
    yield NAME, context, "page.html"


def has_page(app: Sphinx) -> bool:
    """Whether there is a translation at all; then each edition has the page, for the switch."""
    return app.builder.name in BUILDERS and len(app.config.colophon_languages) > 1


def _link(app: Sphinx, pagename: str, template: str, context: dict[str, Any], tree: Any) -> None:
    """Tell the foot of every page where the page is and what to call it."""
    if not has_page(app):
        return
    counts = app.config.colophon_counts
    whole = total(counts.values())
    text = get_translation("colophon")("Progress of the translation")
    context["progress"] = {
        "page": NAME,
        "text": text if whole.complete else share(whole, app.config.language),
    }


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("html-collect-pages", _pages)
    app.connect("html-page-context", _link)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
