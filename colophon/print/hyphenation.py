"""TeX's names for the hyphenation patterns of languages."""

from __future__ import annotations

from docutils.writers.latex2e import Babel
from sphinx.builders.latex.util import ExtBabel

from colophon import languages

NONE = "nohyphenation"
"""TeX's name for the patterns that divide nothing."""


def patterns(code: str) -> str:
    """The patterns for a language code or BCP 47 tag: ours, else what docutils would call them.

    TeX divides nothing where patterns of that name are not installed.
    """
    tag = code.replace("_", "-").lower()
    known = languages.language(tag.partition("-")[0])
    if known.described:
        return known.tex or NONE
    return str(Babel.language_codes.get(tag, NONE))


class Patterns(ExtBabel):
    """The language as Sphinx's writer asks for it: every one is known, by our data.

    Sphinx would warn of Thai, which neither it nor docutils knows.
    """

    def language_name(self, language_code: str) -> str:
        return patterns(language_code)
