"""The names on which the book has agreed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from colophon.catalogs.agreed import agreed, beside
from colophon.catalogs.read import Message
from colophon.catalogs.rules.rule import TEXT, Catalog, Fault


@TEXT.message()
def names(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""Persons, places, units and terms have the form on which the book has agreed.

    Else one town is two in one edition. Where the msgid names what the termbase lists, the
    translation has the edition's form, in any case where the language inflects, or a variant that
    the termbase allows it. The authority is `terms.csv`: whoever finds a better form changes it
    there, for every chapter.

    Bad:
        msgid "Lwów fell."
        msgstr "Padł Lwiw."
    Good:
        msgid "Lwów fell."
        msgstr "Upadek Lwowa."
    """
    agreement = beside(Path(catalog.file))
    if agreement is None:
        return
    text = agreement.printed(message.msgstr)
    found = [
        (f"no agreed form of {form!r} in the translation", candidates)
        for form, candidates in agreement.expected(message.msgid)
        if not agreement.has(text, candidates)
    ]
    found += [
        (f"{form!r} is no agreed form of {candidates[0][0].id}", candidates)
        for form, candidates in agreement.roles(message.msgstr)
        if not agreement.has(form, candidates)
    ]
    for fault, [(term, short), *_] in found:
        ours = " or ".join(agreed(term, agreement.language.code, short=short))
        yield fault, f"write {ours}, or change the row {term.id} of terms.csv (line {term.line})"
