extensions = ["myst_parser", "sphinxcontrib.bibtex", "colophon"]
colophon_book = {"slug": "faults", "title": "Faults"}
bibtex_bibfiles = ["references.bib"]
