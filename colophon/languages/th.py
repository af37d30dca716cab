"""Thai."""

from colophon.languages.language import Language

_NUMERALS = (
    "ศูนย์|ไม่มี หนึ่ง|แรก|เดียว|เอ็ด สอง|ทั้งคู่|คู่|ยี่|โท สาม|ตรี สี่ ห้า หก เจ็ด แปด เก้า สิบ สิบเอ็ด สิบสอง"
    " สิบสาม สิบสี่ สิบห้า สิบหก สิบเจ็ด สิบแปด สิบเก้า ยี่สิบ"
)

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
    page_reference="น.\u00a0{}",
    foreign_quotes="„«»‚‹›",
    no_space_before=",;:!?)]…",
    full_stop=False,
    length=(0.35, 1.8),
    digit_groups=",",
    eras=(("พ.ศ.", 543), ("ค.ศ.", 0)),
    numerals=tuple(_NUMERALS.split()),
)
