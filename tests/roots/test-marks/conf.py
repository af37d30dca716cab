from pathlib import Path

project = "1939"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "colophon"]
locale_dirs = [str(Path(__file__).parent / "locales")]
bibtex_bibfiles = ["works.bib"]
colophon_languages = ["en", "pl"]
colophon_book = {
    "slug": "marks",
    "title": "1939",
    "people": [{"name": "Colophon", "role": "Edition"}],
    "publisher": "Colophon",
    "rights": "Free to copy.",
    "published": "2020-01-31",
}
