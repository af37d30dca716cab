"""The language of a work: biblatex's `langid` as a BCP 47 tag."""

from __future__ import annotations

import unicodedata

_TAGS = {
    "american": "en-US", "australian": "en-AU", "austrian": "de-AT", "belarusian": "be",
    "british": "en-GB", "bulgarian": "bg", "chinese": "zh", "croatian": "hr", "czech": "cs",
    "danish": "da", "dutch": "nl", "english": "en", "estonian": "et", "finnish": "fi",
    "french": "fr", "german": "de", "greek": "el", "hebrew": "he", "hungarian": "hu",
    "italian": "it", "japanese": "ja", "latin": "la", "latvian": "lv", "lithuanian": "lt",
    "naustrian": "de-AT", "ngerman": "de", "norwegian": "nb", "nynorsk": "nn", "polish": "pl",
    "portuguese": "pt", "brazilian": "pt-BR", "romanian": "ro", "russian": "ru", "serbian": "sr",
    "slovak": "sk", "slovene": "sl", "slovenian": "sl", "spanish": "es", "swedish": "sv",
    "thai": "th", "turkish": "tr", "ukenglish": "en-GB", "ukrainian": "uk", "usenglish": "en-US",
    "vietnamese": "vi", "yiddish": "yi",
}  # fmt: skip
_SCRIPTS = {
    "be": "CYRILLIC", "bg": "CYRILLIC", "ru": "CYRILLIC", "uk": "CYRILLIC",
    "el": "GREEK", "he": "HEBREW", "yi": "HEBREW", "th": "THAI",
}  # fmt: skip
"""Script of a language that is often cited in transliteration."""


def tag(langid: str, title: str = "") -> str:
    """The tag, with `-Latn` where a title is transliterated; empty where nothing is known."""
    name = langid.strip()
    if not name:
        return ""
    found = _TAGS.get(name.lower())
    if found is None:
        # Already a tag ("pl", "th-TH"), or a name of the language that we do not know.
        parts = name.replace("_", "-").split("-")
        return "-".join(parts) if len(parts[0]) in (2, 3) and parts[0].isalpha() else ""
    script = _SCRIPTS.get(found)
    if script and title and not any(script in unicodedata.name(c, "") for c in title):
        return f"{found}-Latn"
    return found


def primary(language: str) -> str:
    """The language without script and region: "en" of "en-GB"."""
    return language.split("-", 1)[0].lower()
