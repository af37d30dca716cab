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
)
