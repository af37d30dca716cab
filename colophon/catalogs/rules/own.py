"""Notes that translators add of their own."""

from __future__ import annotations

from collections.abc import Iterator

from colophon.catalogs import own_notes
from colophon.catalogs.rules.rule import TEXT, Catalog, Placed


@TEXT.catalog()
def translators_notes(catalog: Catalog) -> Iterator[Placed]:
    r"""A translator's own note has a mark and a text, both in the same message.

    Its name begins with `tr-`; its text follows an empty line. It may cite.

    Bad:
        msgid "Fell."
        msgstr "Padło[^tr-1]."
    Good:
        msgid "Fell."
        msgstr "Padło[^tr-1].\n\n[^tr-1]: Przed świtem."
    """
    for message in catalog.contents.messages:
        if "[^tr-" in message.msgstr and not message.fuzzy:
            for fault, remedy in own_notes.faults(*own_notes.split(message.msgstr)):
                yield message.line, fault, remedy
