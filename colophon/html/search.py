"""Search in languages that Sphinx has no words for.

What the index holds (Python) and what the reader types (JavaScript) must be changed alike, so
each rule here is one pattern that both understand.
"""

from __future__ import annotations

import json
import re
import unicodedata

from sphinx.application import Sphinx
from sphinx.search import SearchLanguage

ENDINGS = (
    "(?<=[a-z]{3})(?:ow){0,2}(?:i?(?:ego|emu|ej|em|ami|ach|om|a|e|i|o|u)|ech|[iy](?:ch|mi|m)|y|)$"
)
"""Endings of Polish nouns and adjectives, diacritics folded; at least three letters stay.
With "-ów" of the plural goes that of names, so that "Mołotow" and "Mołotowa" are one."""

THAI = "[\u0e00-\u0e7f]"
WHOLE = "~"
"""Stands before every indexed run of Thai. No query has it, hence none matches a run exactly,
hence Sphinx looks for the query anywhere within the runs."""


def fold(word: str) -> str:
    """Small letters without diacritics, as people type them in a hurry."""
    bare = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", word.lower()))
    return bare.replace("ł", "l")


class SearchPolish(SearchLanguage):
    """Polish words without diacritics and endings."""

    lang = "pl"
    language_name = "Polish"
    js_stemmer_code = f"""
var Stemmer = function () {{
  const endings = new RegExp({json.dumps(ENDINGS)});
  this.stemWord = (word) =>
    word.toLowerCase().normalize("NFD").replace(/[\\u0300-\\u036f]/g, "").replaceAll("ł", "l")
      .replace(endings, "");
}};
"""
    _endings = re.compile(ENDINGS)

    def stem(self, word: str) -> str:
        return self._endings.sub("", fold(word))


class SearchThai(SearchLanguage):
    """Thai as it is written, without spaces: any part of a run may be looked for."""

    lang = "th"
    language_name = "Thai"
    js_splitter_code = f"""
var splitQuery = (query) =>
  query.normalize("NFC").match(/{THAI}+|(?:(?!{THAI})[\\p{{L}}\\p{{N}}_])+/gu) || [];
"""
    _runs = re.compile(rf"{THAI}+|(?:(?!{THAI})\w)+")

    def split(self, input: str) -> list[str]:
        runs: list[str] = self._runs.findall(unicodedata.normalize("NFC", input))
        return [WHOLE + run if re.match(THAI, run) else run for run in runs]


def setup(app: Sphinx) -> None:
    for language in (SearchPolish, SearchThai):
        app.add_search_language(language)
