"""Thai."""

from colophon.languages.language import Language

LANGUAGE = Language(
    code="th",
    tag="th",
    name="ไทย",
    collation="th",
    quotes=("“", "”", "‘", "’"),
    dash=" – ",
    year="ค.ศ. {}",
    era="buddhist",
    era_year="พ.ศ. {}",
    citation_style="th",
    citation_locale="th-TH",
    year_offset=543,
    january_since=1941,
    typography="thai",
    tex_strut=1.32,
    small_caps=False,
    marked_words=True,
    first_indent=True,
    hyphenate=False,
    font_families=("thai-serif",),
    leading=1.75,
    italics=False,
)
