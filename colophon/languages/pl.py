"""Polish."""

from colophon.languages.language import Language

LANGUAGE = Language(
    code="pl",
    tag="pl",
    name="Polski",
    collation="pl",
    quotes=("„", "”", "«", "»"),
    dash=" – ",
    year="{} r.",
    grouped_from=5,
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
    function_words=(
        "a albo bez dla do i jako lub między na nad o od oraz "
        "po pod podczas przeciw przed przez przy u w we wobec wśród z za ze"
    ),
)
