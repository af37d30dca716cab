extensions = ["myst_parser", "sphinxcontrib.bibtex", "colophon"]
bibtex_bibfiles = ["references.bib"]
colophon_languages = ["en", "pl", "th"]
colophon_front_matter = ["opening"]
colophon_back_matter = ["terms", "genindex"]
colophon_book = {
    "slug": "hostile",
    "title": "Tax & \\input{secret} 100%",
    "subtitle": "$\\input{secret}$ ^^5cinput{secret}",
    "description": "\\input{secret}",
    "people": [{"name": "A. \\input{secret}", "role": "Edition {", "marc": "edt"}],
    "publisher": "\\input{secret}",
    "rights": "#1 \\input{secret}~",
    "published": "2020-01-31",
    "isbn": {"latexpdf-en": "978-0-00-000000-2"},
}
