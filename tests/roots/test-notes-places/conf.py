from pathlib import Path

extensions = ["myst_parser", "sphinxcontrib.bibtex", "colophon"]
exclude_patterns = ["_build"]
locale_dirs = [str(Path(__file__).parent / "locales")]
bibtex_bibfiles = ["references.bib"]
colophon_languages = ["en", "pl"]
colophon_book = {"slug": "places", "title": "Places", "publisher": "Colophon"}
