from pathlib import Path

extensions = ["myst_parser", "sphinxcontrib.bibtex", "colophon"]
locale_dirs = [str(Path(__file__).parent / "locales")]
bibtex_bibfiles = ["references.bib"]
colophon_languages = ["en", "pl", "th"]
colophon_book = {
    "slug": "small-book",
    "title": "A small book",
    "subtitle": "With one chapter",
    "description": "A book for the tests.",
    "people": [{"name": "Colophon", "role": "Edition", "marc": "edt"}],
    "publisher": "Colophon",
    "rights": "Free to copy.",
    "published": "2020-01-31",
}
