"""The values of this book; the pipeline that uses them is the package `colophon`."""

from pathlib import Path

ROOT = Path(__file__).parent

extensions = ["myst_parser", "sphinxcontrib.bibtex", "colophon"]
exclude_patterns = ["_build"]
# Absolute: Sphinx would look below docs/, sphinx-intl below this file.
locale_dirs = [str(ROOT / "locales")]
bibtex_bibfiles = ["references.bib"]

colophon_languages = ["en", "pl", "th"]
colophon_unindexed = ["chronology", "glossary"]
colophon_book = {
    "slug": "soviet-invasion-1939",
    "title": "The Soviet Invasion of Poland, 1939",
    "subtitle": "A history told from Polish and Thai accounts and the literature",
    "description": (
        "How the Red Army entered Poland on 17 September 1939, told from a Polish and a Thai "
        "account and set against the documents and the scholarly literature."
    ),
    "people": [{"name": "Colophon", "role": "Text and edition", "marc": "edt"}],
    "publisher": "Colophon",
    "rights": "The text may be used under the Creative Commons licence CC BY-SA 4.0.",
    "licence": "https://creativecommons.org/licenses/by-sa/4.0/",
    "published": "2026-11-22",
    # ISBN per edition, e.g. {"epub-th": "978-…"}; an edition without one gets a UUID of its own.
    "isbn": {},
}
