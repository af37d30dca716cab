"""Order and heads of indexes, glossary and bibliography by ICU collation.

`sort_key` and `head` are pure; the rest puts the index of HTML and EPUB and every glossary in
order.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import icu
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.transforms import SphinxTransform
from sphinx.util.typing import ExtensionMetadata

from colophon.languages import language

_IGNORED = re.compile(r"[„“”«»‘’‚\"'*`\u00ad\u200b\u2060]")
"""Quotation marks, emphasis and what is invisible."""

_LOWEST = "\t"
"""Sorts below the space, so that "Stalin, Joseph" comes before "Stalin Line"."""


@lru_cache(maxsize=1 << 14)
def sort_key(text: str, collation: str) -> bytes:
    """A key by which texts stand in the order of a language, word by word."""
    plain = _IGNORED.sub("", text).replace("\u00a0", " ").strip()
    key: bytes = _collator(collation).getSortKey(plain.replace(", ", _LOWEST))
    # The text itself decides between equals, so that the order is the same in every build.
    return key + b"\0" + text.encode()


def head(text: str, collation: str) -> str:
    """The letter under which an index lists a text, or the word for "Symbols"."""
    return _letter(text, collation) or _("Symbols")


@lru_cache(maxsize=1 << 14)
def _letter(text: str, collation: str) -> str:
    index = _alphabet(collation)
    label, kind = index.getBucket(index.getBucketIndex(_IGNORED.sub("", text).strip()))
    return str(label) if kind == icu.UAlphabeticIndexLabelType.NORMAL else ""


@lru_cache
def _collator(collation: str) -> Any:
    collator = icu.Collator.createInstance(icu.Locale.forLanguageTag(collation))
    # Thai would ignore spaces and commas, and a name's entries would not stand together.
    collator.setAttribute(
        icu.UCollAttribute.ALTERNATE_HANDLING, icu.UCollAttributeValue.NON_IGNORABLE
    )
    # "9 September" before "17 September".
    collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
    return collator


@lru_cache
def _alphabet(collation: str) -> Any:
    index = icu.AlphabeticIndex(icu.Locale.forLanguageTag(collation))
    index.addLabels(icu.Locale.getEnglish())  # Latin words stand in every edition
    return index.buildImmutableIndex()


def arrange(index: list[tuple[str, list[Any]]], collation: str) -> list[tuple[str, list[Any]]]:
    """An index as Sphinx makes it, in a language's order under the language's heads.

    An entry is `(text, (links, [(subentry, links) …], key))`; a key, where one is given, stands
    for the text.
    """

    def place(entry: Any) -> bytes:
        text, (_links, _subentries, key) = entry
        return sort_key(f"{key}, {text}" if key else text, collation)

    arranged: dict[str, list[Any]] = {}
    for text, (links, subentries, key) in sorted(
        (entry for _head, entries in index for entry in entries), key=place
    ):
        # What has no links refers to another entry and comes last.
        subentries = sorted(subentries, key=lambda sub: (not sub[1], sort_key(sub[0], collation)))
        arranged.setdefault(key or head(text, collation), []).append(
            (text, (links, subentries, key))
        )
    return list(arranged.items())


def _arrange_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    # An index split over pages (`html_split_index`) names its files after Sphinx's heads.
    if templatename != "genindex.html" or app.config.html_split_index:
        return
    index = arrange(context["genindexentries"], language(app.config.language).collation)
    context["genindexentries"] = index
    context["genindexcounts"] = [
        sum(1 + len(subentries) for _text, (_links, subentries, _key) in entries)
        for _head, entries in index
    ]


class GlossaryOrder(SphinxTransform):
    """Every glossary in the order of the edition's language."""

    # After Sphinx's own GlossarySorter (500), which sorts by code points, and before the notes are
    # numbered (617), which follow the text.
    default_priority = 501

    def apply(self, **kwargs: Any) -> None:
        collation = language(self.config.language).collation
        for glossary in self.document.findall(addnodes.glossary):
            for terms in glossary.findall(nodes.definition_list):
                terms.children.sort(
                    key=lambda item: sort_key(next(item.findall(nodes.term)).astext(), collation)
                )


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_transform(GlossaryOrder)
    app.connect("html-page-context", _arrange_page, priority=500)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
