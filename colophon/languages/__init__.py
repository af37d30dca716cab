"""One frozen `Language` per edition: what differs between editions is data here, not an `if`.

A new language is one module beside this one with a constant `LANGUAGE`.
A language without a module gets `NEUTRAL` values under its own code, and CLDR's marks.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from colophon.languages import cldr
from colophon.languages.language import Language

__all__ = ["NEUTRAL", "Language", "called", "language", "of_tag", "primary"]

NEUTRAL = Language(code="und", tag="und", name="", collation="root", described=False)


@cache
def language(code: str) -> Language:
    """The data of the language with Sphinx's code `code` ("en", "pl", "th", "pt_BR" …)."""
    module = f"{__name__}.{code.lower()}"
    if code.isidentifier() and code not in {"language", "und"} and find_spec(module):
        found: Language = import_module(module).LANGUAGE
        return found
    tag = code.replace("_", "-")
    return dataclasses.replace(
        NEUTRAL,
        code=code,
        tag=tag,
        name=cldr.name(tag),
        collation=tag,
        described=False,
        quotes=cldr.quotes(tag),
        grouped_from=cldr.grouped_from(tag),
    )


def called(other: Language, edition: Language) -> str:
    """What an edition's readers call a language, as it stands within a sentence."""
    return cldr.name_in(other.code, edition.code) or other.name


def primary(tag: str) -> str:
    """The language of a BCP 47 tag or code without region and script: "en" of "en-GB"."""
    return tag.replace("_", "-").split("-")[0].lower()


@cache
def of_tag(tag: str) -> Language:
    """The data of a part's language by its tag: for "pl-PL" those of Polish.

    A text in another script than its language's own, such as "ru-Latn", has none of its rules.
    """
    known = language(primary(tag))
    script = any(len(part) == 4 and part.isalpha() for part in tag.split("-")[1:])
    return language(tag) if script or not known.described else known
