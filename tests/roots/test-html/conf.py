from pathlib import Path

extensions = ["myst_parser", "colophon"]
locale_dirs = [str(Path(__file__).parent / "locales")]
myst_footnote_transition = False
colophon_languages = ["en", "pl", "th"]
colophon_book = {
    "slug": "rivers",
    "title": "Three Rivers",
    "subtitle": "A sample & test",
    "description": "Of the Bug, the San and the Narew.",
    "people": [
        {"name": "A. Author", "role": "Text", "marc": "aut"},
        {"name": "B. Author", "role": "Text", "marc": "aut"},
    ],
    "publisher": "The Press",
    "rights": "All rights reserved.",
    "licence": "https://licence.example/",
    "published": "2026-01-31",
}
