from pathlib import Path

extensions = ["myst_parser", "colophon"]
locale_dirs = [str(Path(__file__).parent / "locales")]
colophon_languages = ["en", "pl", "th"]
colophon_book = {
    "slug": "rivers",
    "title": "Three Rivers",
    "rights": "All rights reserved.",
    "published": "2026-01-31",
}
