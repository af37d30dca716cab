"""Order and heads of indexes, glossary, bibliography and lists of names, by ICU collation.

`sort_key` and `head` are pure and serve every room; the rest puts each glossary in order.

The order is word by word, as in ISO 999 and New Hart's Rules (ch. 19): nothing before
something, signs before figures and figures before letters, figures by their value. A hyphen or a
dash between words counts as a space; quotation marks, apostrophes and full stops count for
nothing; a comma before a given name comes before a space, so that "Stalin, Joseph" precedes
"Stalin Line".
The letters are those of the edition's language and in its order, and words in another script
stand after them under heads of their own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import icu
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.locale import _ as sphinx_word
from sphinx.locale import get_translation
from sphinx.transforms import SphinxTransform
from sphinx.util.typing import ExtensionMetadata

from colophon.languages import language

_IGNORED = re.compile(r"[„“”«»‹›‘’‚\"'*`\u00ad\u200b\u2060]|\.(?!\d)")
"""Quotation marks, emphasis, what is invisible, and the points of abbreviations."""

_SPACE = re.compile(r"[\s\u00a0\u202f\u2009/\u2010-\u2015-]+")
"""What parts words."""

_LOWEST = "\t"
"""Sorts below the space."""

_SCRIPTS = ("en", "el", "ru", "uk", "th")
"""Languages whose letters may be heads in every edition, beside the edition's own."""

_LABELS = 1000
"""More than these have together; ICU leaves letters out to keep the number below 99."""


@lru_cache(maxsize=1 << 14)
def sort_key(text: str, collation: str) -> bytes:
    """A key by which texts stand in the order of a language, word by word."""
    plain = _plain(text.replace(", ", _LOWEST))
    key: bytes = _collator(collation).getSortKey(plain)
    # The text itself decides between equals, so that the order is the same in every build.
    return key + b"\0" + text.encode()


def head(text: str, collation: str) -> str:
    """The letter under which an index lists a text, or the word for figures or for signs."""
    if letter := _letter(text, collation):
        return letter
    _ = get_translation("colophon")
    return str(_("Numbers") if _plain(text)[:1].isnumeric() else sphinx_word("Symbols"))


@lru_cache(maxsize=1 << 14)
def _letter(text: str, collation: str) -> str:
    plain = _plain(text)
    index = _alphabet(collation)
    label, kind = index.getBucket(index.getBucketIndex(plain))
    if kind == icu.UAlphabeticIndexLabelType.NORMAL:
        return str(label)
    # A letter of none of the scripts is its own head; what is no letter comes before them all.
    return plain[:1].title() if plain[:1].isalpha() else ""


def _plain(text: str) -> str:
    parts = _IGNORED.sub("", text).split(_LOWEST)
    return _LOWEST.join(_SPACE.sub(" ", part).strip() for part in parts).strip()


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
    index.maxLabelCount = _LABELS
    for script in _SCRIPTS:
        index.addLabels(icu.Locale(script))
    return index.buildImmutableIndex()


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
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
