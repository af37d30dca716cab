from pathlib import Path

extensions = ["myst_parser", "sphinxcontrib.bibtex", "colophon"]
exclude_patterns = ["_build"]
locale_dirs = [str(Path(__file__).parent / "locales")]
bibtex_bibfiles = ["references.bib"]
myst_enable_extensions = ["deflist", "attrs_inline", "attrs_block"]
myst_footnote_transition = False
colophon_languages = ["en", "pl", "th"]
colophon_book = {"slug": "notes", "title": "Notes", "publisher": "Colophon"}
