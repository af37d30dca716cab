"""English, in British spelling."""

from colophon.languages.language import Language

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
    function_words=(
        "a about after against among an and as at before between but by during "
        "for from in into of on or over the to under versus with without"
    ),
)
