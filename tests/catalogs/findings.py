"""What `tests/catalogs/bad/expected.txt` should say; `python -m tests.catalogs.findings` writes it.

Read the difference before committing it: the file is what the rules are held to.
"""

from __future__ import annotations

from pathlib import Path

from colophon.catalogs.check import check_catalog

FOLDER = Path(__file__).parent / "bad"
ENTRIES = frozenset({("chapter.md", 1)})
"""Where index entries would stand in a chapter."""
EXPECTED = FOLDER / "expected.txt"


def found() -> list[str]:
    """Every finding of every fixture, with its severity."""
    lines = []
    for path in sorted(FOLDER.rglob("*.po")):
        for problem in check_catalog(path, entries=ENTRIES):
            line = str(problem).removeprefix(f"{FOLDER}/")
            lines.append(f"{problem.severity}: {line}")
    return lines


if __name__ == "__main__":
    EXPECTED.write_text("".join(f"{line}\n" for line in found()), "utf-8")
