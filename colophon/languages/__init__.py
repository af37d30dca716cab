"""One frozen `Language` per edition: what differs between editions is data here, not an `if`.

A new language is one module beside this one with a constant `LANGUAGE`.
A language without a module gets `NEUTRAL` values under its own code.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from colophon.languages.language import Language

__all__ = ["NEUTRAL", "Language", "language"]

NEUTRAL = Language(code="und", tag="und", name="", collation="root")


@cache
def language(code: str) -> Language:
    """The data of the language with Sphinx's code `code` ("en", "pl", "th", "pt_BR" …)."""
    module = f"{__name__}.{code.lower()}"
    if code.isidentifier() and code not in {"language", "und"} and find_spec(module):
        found: Language = import_module(module).LANGUAGE
        return found
    tag = code.replace("_", "-")
    return dataclasses.replace(NEUTRAL, code=code, tag=tag, name=tag, collation=tag)
