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
    date: str = "d MMMM y"
    """CLDR date pattern for the imprint (Babel)."""
    citation_style: str = "en"
    """Stem of the CSL file below `colophon/notes/styles/`."""
    citation_locale: str = "en-GB"
    """CSL locale for terms that the style leaves open."""
    year_offset: int = 0
    """Added to the years of works in this language (the Buddhist era is 543 years ahead)."""
    january_since: int = 0
    """The first year of that era, by our count, that began in January; earlier ones in April."""
    initials: tuple[str, ...] = ()
    """Groups of letters that an abbreviated given name keeps together (Polish: Czesław → Cz.)."""
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
    hyphenate: bool = True
    """False where words are never divided with a hyphen."""
    font_families: tuple[str, ...] = ()
    """Keys of faces that HTML and EPUB embed, beside the reader's own."""
    leading: float = 1.5
    """Line height of the body on a screen."""
    italics: bool = True
    """False where the script has no italics, so that stress needs another means."""
