"""Index entries: as many as the author's, with as many parts, of the same kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sphinx.util.index_entries import split_index_msg
from sphinx.util.nodes import indextypes, process_index_entry, split_explicit_title

from colophon.catalogs.read import Message
from colophon.catalogs.rules import inline
from colophon.catalogs.rules.rule import TEXT, Catalog, Fault, Placed
from colophon.parts import ATTRIBUTES, IN_INDEX

_KIND = re.compile(rf"\s*!?\s*(?:{'|'.join([*indextypes, 'start', 'end'])}):|\s*!")


@TEXT.message()
def index_entries(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""Index entries within a text are as many, with as many parts, of the same kind.

    All words of an entry are the translator's; it may stand anywhere in the text.

    Bad:
        msgid "{index}`Lwów <single: Lwów; fall of>` fell."
        msgstr "Padł {index}`Lwów`."
    Good:
        msgid "{index}`Lwów <single: Lwów; fall of>` fell."
        msgstr "Upadek {index}`Lwowa <single: Lwów; upadek>`."
    """
    there, here = Counter(_shapes(message.msgid)), Counter(_shapes(message.msgstr))
    if there != here:
        wanted, given = (", ".join((a - b).elements()) for a, b in ((there, here), (here, there)))
        yield (
            f"index entries differ: {wanted or 'none'} expected, {given or 'none'} found",
            "keep the kind and the semicolons of the msgid",
        )


@TEXT.catalog()
def index_parts(catalog: Catalog) -> Iterator[Placed]:
    r"""A part of an index entry stays one part of the same entry.

    Of a block such as `{index} single: Red Army; strength of` each part is a message: a semicolon
    would divide it, a kind (`see:`) or `!` would make another entry of it. It is plain text.

    Bad:
        #: chapter.md:1
        msgid "Red Army"
        msgstr "Armia Czerwona; Armia"
    Good:
        #: chapter.md:1
        msgid "Red Army"
        msgstr "Armia Czerwona"
    """
    for message in catalog.contents.messages:
        if message.fuzzy or not catalog.entries & set(message.occurrences):
            continue
        for fault, remedy in _part(message):
            yield message.line, fault, remedy


def _part(message: Message) -> Iterator[Fault]:
    if ";" in message.msgstr and ";" not in message.msgid:
        yield "a semicolon would divide this part of an index entry", "use a comma or a dash"
    if ATTRIBUTES.search(message.msgstr):
        yield "an index entry cannot name a language", IN_INDEX
    if (kind := _KIND.match(message.msgstr)) and not _KIND.match(message.msgid):
        yield (
            f"this part of an index entry begins with {kind[0].strip()!r}",
            "delete that: the kind is the author's",
        )


def _shapes(text: str) -> Iterator[str]:
    """The kind of each entry within a text, with how many parts it has."""
    for name, content in inline.roles(text):
        if name != "index":
            continue
        explicit, _title, target = split_explicit_title(content)
        try:
            entries = (
                process_index_entry(target, "") if explicit else [("single", target, "", "", None)]
            )
            for kind, value, _id, main, _key in entries:
                parts = len(split_index_msg(kind, value.removeprefix("!")))
                yield f"{'! ' if main else ''}{kind} of {parts}"
        except ValueError:
            yield f"unreadable {target!r}"
