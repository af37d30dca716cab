from pathlib import Path

project = "Figures"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "colophon"]
locale_dirs = [str(Path(__file__).parent / "locales")]
bibtex_bibfiles = ["works.bib"]
colophon_languages = ["en", "pl", "th"]
colophon_book = {
    "slug": "figures",
    "title": "Figures",
    "people": [{"name": "Colophon", "role": "Edition"}],
    "publisher": "Colophon",
    "rights": "Free to copy.",
    "published": "2020-01-31",
}
