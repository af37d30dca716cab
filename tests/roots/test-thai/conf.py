project = "1939"
language = "th"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "colophon"]
bibtex_bibfiles = []
colophon_languages = ["th"]
colophon_book = {
    "slug": "thai",
    "title": "1939",
    "people": [{"name": "Colophon", "role": "Edition"}],
    "publisher": "Colophon",
    "rights": "Free to copy.",
    "published": "2020-01-31",
}
