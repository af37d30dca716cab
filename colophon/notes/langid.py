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
"""Script of a language that is not written in Latin letters."""
_UNKNOWN = {"CYRILLIC": "und-Cyrl", "GREEK": "el", "HEBREW": "he", "THAI": "th"}
"""What a text is in whose script is all that is known."""


def tag(langid: str) -> str:
    """The tag of a langid; empty where nothing is known."""
    name = langid.strip()
    if name.lower() in _TAGS:
        return _TAGS[name.lower()]
    # Already a tag ("pl", "th-TH"), or a name of a language that we do not know.
    parts = name.replace("_", "-").split("-")
    return "-".join(parts) if len(parts[0]) in (2, 3) and parts[0].isalpha() else ""


def of_text(language: str, text: str) -> str:
    """The language of a title of a work: a work's own, unless the script says otherwise.

    A title in Latin letters of a Russian work is transliterated; one in Cyrillic letters of an
    English work is not English.
    """
    scripts = {unicodedata.name(character, "").split(" ")[0] for character in text}
    expected = _SCRIPTS.get(primary(language), "LATIN")
    if expected in scripts:
        return language
    if expected != "LATIN" and "LATIN" in scripts:
        return f"{language}-Latn"
    return next((_UNKNOWN[script] for script in sorted(scripts) if script in _UNKNOWN), language)


def primary(language: str) -> str:
    """The language without script and region: "en" of "en-GB"."""
    return language.split("-", 1)[0].lower()
