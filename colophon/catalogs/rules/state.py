"""Which messages reach the page at all."""

from __future__ import annotations

from collections.abc import Iterator

from colophon.catalogs.rules.rule import TEXT, Catalog, Placed


@TEXT.catalog("warning")
def untranslated(catalog: Catalog) -> Iterator[Placed]:
    r"""Each message has a translation.

    A reader would meet the source language in the middle of the text. A catalogue in which nothing
    is translated yet is told of once. In the catalogue of the source language an empty msgstr means
    “as in the source”.

    Bad:
        msgid "One."
        msgstr ""

        msgid "Two."
        msgstr "Dwa."
    Good:
        msgid "Two."
        msgstr "Dwa."
    """
    messages = catalog.contents.messages
    if not (messages and catalog.translates):
        return
    # A message with plural forms stands once for itself, empty, and once for each form.
    singular = {m.line for m in messages if m.plural}
    empty = [m for m in messages if not m.msgstr.strip() and (m.plural or m.line not in singular)]
    if len(empty) == len(messages):
        yield 1, f"none of {len(messages)} messages is translated", "translate them in msgstr"
        return
    for line in sorted({message.line for message in empty}):
        yield line, "not translated", "write the translation into msgstr"


@TEXT.catalog("warning")
def fuzzy(catalog: Catalog) -> Iterator[Placed]:
    r"""No message is marked fuzzy.

    The source has changed since, or the translation is a guess; it is not printed.

    Bad:
        #, fuzzy
        msgid "One."
        msgstr "Dwa."
    Good:
        msgid "One."
        msgstr "Jeden."
    """
    for line in sorted({m.line for m in catalog.contents.messages if m.fuzzy}):
        yield line, "marked fuzzy, so not printed", "mend the translation and delete the mark"
