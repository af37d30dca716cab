from pathlib import Path

extensions = ["myst_parser", "sphinxcontrib.bibtex", "colophon"]
locale_dirs = [str(Path(__file__).parent / "locales")]
bibtex_bibfiles = []
exclude_patterns = ["locales"]
colophon_languages = ["en", "pl", "th"]
colophon_epub_semantics = {"sources": "bibliography"}
colophon_book = {
    "slug": "tiny",
    "title": "A Tiny Book",
    "subtitle": "With everything & little of it",
    "description": "Two chapters to try an e-reader with.",
    "people": [
        {"name": "Anna Łoś", "role": "Author", "marc": "aut"},
        {"name": "สมชาย ใจดี", "role": "Translator", "marc": "trl"},
    ],
    "publisher": "Test & Sons",
    "rights": "All rights reserved.",
    "published": "2026-01-31",
    "isbn": {"epub-pl": "978-83-01-00000-4"},
}
