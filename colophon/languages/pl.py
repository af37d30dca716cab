"""Polish."""

from colophon.languages.language import Language

_NUMERALS = (
    "zer|żad|brak jed|pierwsz|raz dw|drug|obaj|obie|oboj|oba|par trz czter|czwart pięć|piąt|pięci"
    " sześ|szóst siedem|siedm|siódm osiem|ośmi|ósm dziewię dziesię jedenast dwanaś|dwunast"
    " trzynaś|trzynast czternaś|czternast piętnaś|piętnast szesnaś|szesnast siedemnaś|siedemnast"
    " osiemnaś|osiemnast dziewiętnaś|dziewiętnast dwadzieś|dwudziest"
)

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
    page_reference="s.\u00a0{}",
    divide_parts=False,
    foreign_quotes="“‘‹›",
    no_space_before=",.;:!?)]…”»",
    length=(0.5, 2.0),
    digit_groups=" .\u00a0\u202f",
    numerals=tuple(rf"\b(?:{word})" for word in _NUMERALS.split()),
    function_words=(
        "a albo bez dla do i jako lub między na nad o od oraz "
        "po pod podczas przeciw przed przez przy u w we wobec wśród z za ze"
    ),
)
