"""Polish."""

from colophon.languages.language import Language

LANGUAGE = Language(
    code="pl",
    tag="pl",
    name="Polski",
    collation="pl",
    quotes=("„", "”", "«", "»"),
    dash=" – ",
    date="d MMMM y 'r'.",
    citation_style="pl",
    citation_locale="pl-PL",
    initials=("Ch", "Cz", "Rz", "Sz"),
    inverted_name="{surname} {given}",
    inflection="polish",
    typography="polish",
    tex="polish",
    tex_strut=1.1,
    first_indent=True,
    repeat_hyphen=True,
)
