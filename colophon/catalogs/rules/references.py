"""Whatever points elsewhere: the translation has the same as the source, in any order.

It replaces what Sphinx's own "inconsistent references" warns of: that warning names the chapter
instead of the catalogue, and is raised by every harmless change of order (Sphinx #3985).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from colophon.catalogs.read import Message
from colophon.catalogs.rules import inline
from colophon.catalogs.rules.rule import TEXT, Catalog, Fault

_CITED = re.compile(r"(?:^|,)\s*(?:\{[^{}]*\}\s*)?([^,{}\s]+)\s*(?:\{([^{}]*)\})?")
_CITATIONS = ("cite", "footcite")
_REFERENCES = frozenset({"ref", "numref", "doc", "term", "any", "eq", "keyword", "option"})
_OWN_RULES = inline.VALUES | {"index"}
"""Roles that have rules of their own."""
FREE = frozenset(
    {"abbr", "sup", "sub", "superscript", "subscript", "emphasis", "strong", "kbd", "literal"}
)
"""Roles that point nowhere: their words are translated."""

SAFE = re.compile(r"https?://|mailto:|#", re.IGNORECASE)
"""Addresses that lead a reader to a page; all others are another rule's business."""


def _compare(
    message: Message, found: Callable[[str], Iterator[str]], remedy: str = "copy it from the msgid"
) -> Iterator[Fault]:
    there, here = Counter(found(message.msgid)), Counter(found(message.msgstr))
    if lost := list((there - here).elements()):
        yield f"missing in the translation: {' '.join(lost)}", remedy
    if added := list((here - there).elements()):
        yield f"not in the msgid: {' '.join(added)}", "use only what the msgid has"


def _cited(text: str) -> Iterator[tuple[str, str, str]]:
    """(role, key, locator) of each work."""
    for name, content in inline.roles(text):
        if name.startswith(_CITATIONS):
            for key, locator in _CITED.findall(content):
                yield name, key, locator.strip()


@TEXT.message()
def citations(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""The same works are cited.

    A lost citation takes its evidence from a sentence, a new key may not exist. What stands before
    a key, such as “See”, is translated.

    Bad:
        msgid "Fell.{footcite:p}`gross2002`"
        msgstr "Padło."
    Good:
        msgid "Fell.{footcite:p}`{See}gross2002`"
        msgstr "Padło{footcite:p}`{Zob.}gross2002`."
    """
    yield from _compare(message, lambda text: (f"{{{r}}}`{key}`" for r, key, _ in _cited(text)))


@TEXT.message()
def locators(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""Each work is cited at the same place.

    Places (`83`, `ch. 3`) are written the same way in every language and printed in its words.

    Bad:
        msgid "Fell.{footcite:p}`gross2002{83}`"
        msgstr "Padło{footcite:p}`gross2002{84}`."
    Good:
        msgid "Fell.{footcite:p}`gross2002{ch. 3}`"
        msgstr "Padło{footcite:p}`gross2002{ch. 3}`."
    """
    there, here = (Counter(key for _, key, _ in _cited(t)) for t in (message.msgid, message.msgstr))
    if there == here:  # a missing work has been told of
        yield from _compare(message, lambda t: (f"{k}{{{place}}}" for _, k, place in _cited(t)))


@TEXT.message()
def footnotes(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""The same notes have their marks.

    Notes are numbered after translation, so marks may stand in any order.

    Bad:
        msgid "Fell.[^n-hour]"
        msgstr "Padło."
    Good:
        msgid "Fell.[^n-hour]"
        msgstr "Padło[^n-hour]."
    """

    def notes(text: str) -> Iterator[str]:
        for name in inline.FOOTNOTE.findall(inline.without_roles(text)):
            yield f"[^{name}]"

    yield from _compare(message, notes)


@TEXT.message()
def references(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""References and glossary terms point to the same.

    Their words are translated, what is between `<` and `>` is not. A term that the msgid writes
    alone gets the English in brackets behind the translator's words.

    Bad:
        msgid "The {term}`Red Army` stood."
        msgstr "Stała {term}`Armia Czerwona`."
    Good:
        msgid "The {term}`Red Army` stood."
        msgstr "Stała {term}`Armia Czerwona <Red Army>`."
    """

    def targets(text: str) -> Iterator[str]:
        for name, content in inline.roles(text):
            if name.rpartition(":")[2] in _REFERENCES and not name.startswith(_CITATIONS):
                target = inline.TARGET.match(content)
                yield f"{{{name}}}`{target[2] if target else content}`"

    yield from _compare(message, targets)


@TEXT.message(safety=True)
def roles(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No role that the msgid has not; formulas and files are the same to the letter.

    A role is a call of the program: one may read a file, another hands text to TeX.

    Bad:
        msgid "See the file."
        msgstr "Zob. {download}`plik <../../secret.txt>`."
    Good:
        msgid "As {math}`a^2` shows."
        msgstr "Jak pokazuje {math}`a^2`."
    """

    def others(text: str) -> Iterator[str]:
        for name, content in inline.roles(text):
            short = name.rpartition(":")[2]
            if name.startswith(_CITATIONS) or short in _REFERENCES or name in _OWN_RULES:
                continue
            yield f"{{{name}}}" if short in FREE else f"{{{name}}}`{content}`"

    yield from _compare(message, others)


@TEXT.message()
def links(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""Links lead to the same addresses.

    Where another language has a page of its own, mute the rule with that reason.

    Bad:
        msgid "See [the page](https://example.org/a)."
        msgstr "Zob. [stronę](https://example.org/b)."
    Good:
        msgid "See [the page](https://example.org/a)."
        msgstr "Zob. [stronę](https://example.org/a)."
    """

    def safe(text: str) -> Iterator[str]:
        return (f"({url})" for url in addresses(text) if SAFE.match(url))

    yield from _compare(message, safe)


@TEXT.message(safety=True)
def images(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""The same pictures, under the same names.

    A picture is a file that the program reads and publishes. Its description is translated.

    Bad:
        msgid "![A map](map.png)"
        msgstr "![Mapa](../../secret.png)"
    Good:
        msgid "![A map](map.png)"
        msgstr "![Mapa](map.png)"
    """

    def names(text: str) -> Iterator[str]:
        for _, name in inline.IMAGE.findall(inline.without_roles(text)):
            yield f"![]({name})"

    yield from _compare(message, names)


def addresses(text: str) -> Iterator[str]:
    """Where the links of a text lead."""
    text = inline.IMAGE.sub("", inline.without_roles(text))
    yield from inline.LINK.findall(text)
    yield from inline.AUTOLINK.findall(text)
