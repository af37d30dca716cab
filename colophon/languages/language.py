"""The facts that an edition's language carries through every room."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """One language of an edition; everything a room must know of it, and no code.

    `code` is Sphinx's (and the folder below `locales/`), `tag` is BCP 47, as printed in `lang`.
    """

    code: str
    tag: str
    name: str
    """The language's name in itself, as the language switch shows it."""
    collation: str
    """ICU locale by which indexes, glossary and bibliography are ordered."""
    quotes: tuple[str, str, str, str] = ("“", "”", "‘", "’")
    """Outer opening and closing, inner opening and closing quotation mark."""
    dash: str = "—"
    """The dash between clauses with the spaces around it."""
    year: str = "{}"
    """What a date prints for its year (Polish "{} r.", Thai "ค.ศ. {}")."""
    era: str = ""
    """The name of an era of its own that the language may count by, `year_offset` ahead."""
    era_year: str = "{}"
    """The same as `year` for that era."""
    grouped_from: int = 4
    """The least number of digits that are set in groups (CLDR's minimumGroupingDigits + 3)."""
    citation_style: str = "en"
    """Stem of the CSL file below `colophon/notes/styles/`."""
    citation_locale: str = "en-GB"
    """CSL locale for terms that the style leaves open."""
    year_offset: int = 0
    """How far ahead the years of `era` and of works in this language are (Buddhist: 543)."""
    """Added to the years of works in this language (the Buddhist era is 543 years ahead)."""
    january_since: int = 0
    """The first year of that era, by our count, that began in January; earlier ones in April."""
    initials: tuple[str, ...] = ()
    """Groups of letters that an abbreviated given name keeps together (Polish: Czesław → Cz.)."""
    inverted_name: str = "{surname}, {given}"
    """A person's name as an index lists it."""
    inflection: str = ""
    """Module below `colophon.names` that knows which words are forms of one; empty: none is."""
    typography: str = ""
    """Module below `colophon.typography` with this language's rules; empty: none."""
    tex: str = ""
    """TeX's name of the hyphenation patterns; empty: no word is divided."""
    tex_strut: float = 1.0
    """Line spacing of the body in print, as a factor of the face's own leading."""
    small_caps: bool = True
    """False where the script has no capitals; neither are there old-style figures in print."""
    first_indent: bool = False
    """True where the first paragraph after a heading is indented like the others."""
    marked_words: bool = False
    """True where no spaces part words, so that typography marks their breaks with U+200B."""
    repeat_hyphen: bool = False
    """True where a compound divided at its hyphen carries a second one to the next line."""
    divide_parts: bool = True
    """False where a compound is divided at its hyphen alone; its parts are long in German."""
    hyphenate: bool = True
    """False where words are never divided with a hyphen."""
    font_families: tuple[str, ...] = ()
    """Keys of faces that HTML and EPUB embed, beside the reader's own."""
    leading: float = 1.5
    """Line height of the body on a screen."""
    italics: bool = True
    """False where the script has no italics, so that stress needs another means."""
    foreign_quotes: str = ""
    """Quotation marks of other languages, which are slips in this one."""
    no_space_before: str = ""
    """Punctuation that follows its word without a space."""
    full_stop: bool = True
    """False where a sentence ends without a mark."""
    length: tuple[float, float] = (0.2, 5.0)
    """How short and how long a translation may be, as shares of the English."""
    digit_groups: str = ", \u00a0\u202f"
    """What may part thousands in a number."""
    eras: tuple[tuple[str, int], ...] = ()
    """Names of eras as they stand before a year, with the years that each is ahead of ours."""
    numerals: tuple[str, ...] = ()
    """Expressions for the numbers from 0 on, as words of a text begin or hold them."""
    function_words: str = ""
    """Articles, prepositions and conjunctions, with spaces between them, that the order of an
    index's subheadings passes over."""
    range_dash: str = "–"
    """Between the first and the last page of a range in the printed index."""
    page_reference: str = "p.\u00a0{}"
    """What a cross-reference in print adds of its target's page, in brackets."""
    described: bool = True
    """False for a language without a module of its own, of which CLDR alone tells."""
