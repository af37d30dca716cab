"""English, in British spelling."""

from colophon.languages.language import Language

_NUMERALS = (
    "zero|none one|first|single|once two|second|both|pair|twice|half three|third|thrice four"
    " five|fifth six seven eigh nin ten eleven twel thirteen fourteen fifteen|fortnight sixteen"
    " seventeen eighteen nineteen twent"
)

LANGUAGE = Language(
    code="en",
    tag="en-GB",
    name="English",
    collation="en",
    quotes=("“", "”", "‘", "’"),
    citation_style="en",
    citation_locale="en-GB",
    typography="english",
    tex="english",
    tex_strut=1.1,
    divide_parts=False,
    foreign_quotes="„«»‚‹›",
    no_space_before=",.;:!?)]…",
    length=(0.5, 2.0),
    numerals=tuple(rf"\b(?:{word})" for word in _NUMERALS.split()),
    function_words=(
        "a about after against among an and as at before between but by during "
        "for from in into of on or over the to under versus with without"
    ),
)
