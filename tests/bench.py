"""`make bench`: how long the pipeline takes, as ratios to plain Sphinx in the same run.

The machine's speed cancels out of a ratio; no figure here is asserted in a test.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from colophon.project import Project
from tests.bigbook import generate

ROOT = Path(__file__).parents[1]
BUILDERS = ("html", "epub", "latex")


def timed(command: Sequence[str | Path], folder: Path) -> float:
    """Wall seconds of a command, which has to succeed."""
    start = time.monotonic()
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return time.monotonic() - start


def say(name: str, seconds: float, ratio: float | None = None, bound: str = "") -> None:
    """One line of the report."""
    end = f"   ratio {ratio:.2f}   {bound}" if ratio is not None else ""
    sys.stdout.write(f"{name:<62}{seconds:7.1f} s{end}\n")
    sys.stdout.flush()


def real_book(scratch: Path) -> None:
    """All nine editions of this book, against nine runs of sphinx-build and three of latexmk."""
    book = scratch / "book"
    ignored = shutil.ignore_patterns("_build", ".venv", ".git", ".*_cache", "__pycache__")
    shutil.copytree(ROOT, book, ignore=ignored)
    project = Project.at(book)
    plain = 0.0
    for language in project.languages:
        for builder in BUILDERS:
            out = scratch / "plain" / language / builder
            sphinx = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-D"]
            sphinx += [f"language={language}", "-c", str(book), "-d", str(out / ".doctrees")]
            plain += timed([*sphinx, project.source, out], book)
        stem = f"{project.slug}-{language}"
        # Of its own accord latexmk reads Sphinx's latexmkrc.
        latexmk = ["latexmk", "-xelatex", "-interaction=nonstopmode", "-silent", f"{stem}.tex"]
        plain += timed(latexmk, scratch / "plain" / language / "latex")
    say("real book: nine sphinx-build runs and latexmk", plain)
    ours = timed([sys.executable, "-m", "colophon", "build"], book)
    say("real book: make all, clean _build", ours, ours / plain, "(aim: below 0.70)")
    again = timed([sys.executable, "-m", "colophon", "build"], book)
    say("real book: make all, nothing changed", again, again / plain)


def big_book(scratch: Path) -> None:
    """A generated book of 60 chapters in Polish HTML, against Sphinx with its stock extensions."""
    stock = generate(scratch / "stock", stock=True)
    sphinx = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-D", "language=pl"]
    plain = timed([*sphinx, "-c", stock, stock / "docs", stock / "_build"], stock)
    say("60 chapters: Polish HTML, plain Sphinx", plain)
    book = generate(scratch / "ours")
    command = [sys.executable, "-m", "colophon", "build", "html", "--languages", "pl"]
    ours = timed(command, book)
    say("60 chapters: Polish HTML, make html-pl, cold", ours, ours / plain, "(aim: below 0.20)")
    same = timed(command, book)
    say("60 chapters: Polish HTML, nothing changed", same, same / plain)
    catalog = book / "locales" / "pl" / "LC_MESSAGES" / "chapter-30.po"
    text = catalog.read_text().replace('msgstr "', 'msgstr "Otóż ', 1)
    catalog.write_text(text.replace('msgstr "Otóż "\n', 'msgstr ""\n', 1))
    one = timed(command, book)
    say("60 chapters: Polish HTML, one message changed", one, one / plain)


def notes(scratch: Path) -> None:
    """2,000 notes on 5,000 works in English, against sphinxcontrib-bibtex on its own.

    The same text without a citation shows how much of a build is none of the notes' doing.
    """
    size = {"chapters": 40, "words": 30, "citations": 2000, "entries": 5000}
    stock = generate(scratch / "notes-stock", stock=True, **size)
    plain = {}
    for builder in ("html", "epub"):
        sphinx = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-d", f"_build/d-{builder}"]
        command = [*sphinx, "-c", stock, stock / "docs", stock / "_build" / builder]
        plain[builder] = timed(command, stock)
        say(f"5,000 works, 2,000 notes: English {builder}, plain Sphinx", plain[builder])
    make = [sys.executable, "-m", "colophon", "build", "--languages", "en", "--"]
    bare = generate(scratch / "notes-none", **{**size, "citations": 0, "entries": 1})
    floor = timed([*make, "html"], bare)
    say("the same text without notes: make html-en, cold", floor, floor / plain["html"])
    book = generate(scratch / "notes", **size)
    ours = timed([*make, "html"], book)
    aim = "(aim: at most 0.10)"
    say("5,000 works, 2,000 notes: make html-en, cold", ours, ours / plain["html"], aim)
    chapter = book / "docs" / "chapter-20.md"
    chapter.write_text(f"{chapter.read_text()}\nOne more.{{footcite:p}}`work007`\n")
    one = timed([*make, "html"], book)
    say("5,000 works, 2,000 notes: make html-en, one note more", one, one / plain["html"])
    shutil.rmtree(book / "_build")
    both = timed([*make, "html", "epub"], book)
    say("5,000 works, 2,000 notes: html-en and epub-en, cold", both, both / sum(plain.values()))


PARTS = {"book": real_book, "big": big_book, "notes": notes}


def main(names: Sequence[str]) -> None:
    """The measurements named, or all, in a scratch folder."""
    with tempfile.TemporaryDirectory(prefix="colophon-bench-") as scratch:
        for name in names or PARTS:
            PARTS[name](Path(scratch))


if __name__ == "__main__":
    main(sys.argv[1:])
