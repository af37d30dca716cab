"""The tables of `colophon/notes/README.md`, made from what the tests hold to.

`python -m tests.notes.manual` writes them anew.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from colophon.notes.entries import START, chunks
from tests.generated import write

FOLDER = Path(__file__).parent
README = FOLDER.parents[1] / "colophon" / "notes" / "README.md"
LANGUAGES = {"en": "English", "pl": "Polish", "th": "Thai"}
TYPES = {
    "book": "Book",
    "edited": "Edited book, a volume of several",
    "volumes": "Several volumes",
    "many": "Many authors",
    "translated": "Translated book",
    "translators": "Translated book, with the year of the original",
    "reprint": "Reprint",
    "undatedbook": "Book without a date",
    "forthcomingbook": "Forthcoming book",
    "chapter": "Chapter",
    "article": "Article",
    "undated": "Article without a date",
    "forthcoming": "Forthcoming paper",
    "review": "Review",
    "newspaper": "Newspaper, unsigned",
    "reporter": "Newspaper, signed",
    "undatednews": "Newspaper on the web",
    "debate": "Debate, with columns for pages",
    "page": "Web page",
    "report": "Report",
    "thesis": "Thesis",
    "archive": "Archival document",
    "treaty": "Treaty",
    "pact": "Treaty in a series",
    "act": "Act",
    "film": "Film",
    "map": "Map",
    "russian": "Book in another script",
    "thai": "Thai book",
    "thaiarticle": "Thai article",
    "thaithesis": "Thai thesis",
    "thaiarchive": "Thai archival document",
}
"""The heading of each work of types.bib."""


def types() -> str:
    """Each type: its entry, and what three languages make of it."""
    forms = tomllib.loads((FOLDER / "types.toml").read_text("utf-8"))
    sources = dict(_sources((FOLDER / "types.bib").read_text("utf-8")))
    parts = []
    for key, heading in TYPES.items():
        rows = [
            f"| {name} | {forms[key][code]['note']} | {forms[key][code]['short']} "
            f"| {forms[key][code]['entry']} |"
            for code, name in LANGUAGES.items()
        ]
        table = ["| | Note | Later note | Bibliography |", "|---|---|---|---|", *rows]
        parts.append(
            "\n".join([f"### {heading}", "", "```bibtex", sources[key], "```", "", *table])
        )
    return "\n\n".join(parts)


def locators(rows: dict[str, tuple[str, str, str]]) -> str:
    """What is written, and what each edition prints."""
    lines = [f"| `{written}` | {' | '.join(printed)} |" for written, printed in rows.items()]
    return "\n".join(
        [f"| Written | {' | '.join(LANGUAGES.values())} |", "|---|---|---|---|", *lines]
    )


def _sources(text: str) -> list[tuple[str, str]]:
    found = ((START.match(chunk), chunk.strip()) for chunk in chunks(text))
    return [(match["key"], chunk) for match, chunk in found if match]


if __name__ == "__main__":
    from tests.notes.test_styles import LOCATORS_OF_EDITIONS

    write(README, "types", types())
    write(README, "locators", locators(LOCATORS_OF_EDITIONS))
