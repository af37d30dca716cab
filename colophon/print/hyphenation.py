"""Where TeX divides words: its names for the patterns of languages, and what is an exception."""

from __future__ import annotations

import re

from docutils.writers.latex2e import Babel
from sphinx.builders.latex.util import ExtBabel

from colophon import languages
from colophon.characters import EN_DASH
from colophon.languages import Language
from colophon.numbers.dates import locale

NONE = "nohyphenation"
"""TeX's name for the patterns that divide nothing."""


_HYPHEN = r"\sphinxhyphen{}"
_WITH_HYPHEN = re.compile(rf"\S*{re.escape(_HYPHEN)}\S*")
_ADDRESS = re.compile(r"://|[./:@_]\w")
_NO_COMPOUND = re.compile(rf"{re.escape(_HYPHEN)}(?![^\W\d_])")
_RANGE = re.compile(rf"(?<!\d\d\d)(?<=\d){EN_DASH}")


def marks(tex: str, before: str) -> str:
    """An escaped text that stands after `before`, with commands that say where its lines may end.

    A hyphen in an address or code is told from that of a compound, which some languages repeat on
    the next line. No line ends between two days, or other numbers of no more than two digits.
    """
    tex = _WITH_HYPHEN.sub(_told, tex)
    return _RANGE.sub(r"\\colophonrange{}", before + tex)[len(before) :]


def _told(word: re.Match[str]) -> str:
    plain = r"\\colophonhyphen{}"
    if _ADDRESS.search(word[0]):
        return word[0].replace(_HYPHEN, plain[1:])
    return _NO_COMPOUND.sub(plain, word[0])


def months(language: Language) -> list[str]:
    """The names of months, in every form that a date has."""
    forms = [locale(language).months[use]["wide"] for use in ("format", "stand-alone")]
    names = dict.fromkeys(name for form in forms for _, name in sorted(form.items()))
    return [name for name in names if name.isalpha()]


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
