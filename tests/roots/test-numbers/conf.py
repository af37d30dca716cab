from pathlib import Path

project = "Numbers"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "colophon"]
locale_dirs = [str(Path(__file__).parent / "locales")]
bibtex_bibfiles = []
colophon_languages = ["en", "pl", "th"]
colophon_book = {
    "slug": "numbers",
    "title": "Numbers",
    "people": [{"name": "Colophon", "role": "Edition"}],
    "publisher": "Colophon",
    "rights": "Free to copy.",
    "published": "2020-01-31",
}
