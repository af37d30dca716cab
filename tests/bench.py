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
from urllib.request import urlopen

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

    Both print the text, a note for each citation and a bibliography of the works cited. Plain
    Sphinx numbers its notes, has no short forms and nothing to click from an entry to its notes;
    we print COinS, back-links and files for reference managers besides. To stock
    sphinxcontrib-bibtex a work cited in notes alone is not cited, so that an author has to list
    the keys; the ratio to a book that does without the bibliography is shown as well.

    Most of the plain side's time is pybtex's: it asks for its plugins at each citation
    and looks through every package installed. In a smaller environment it is faster.

    Both sides read the sources once for HTML and EPUB, as Sphinx's own Makefile does.

    The same text without a citation shows how much of a build is none of the notes' doing.
    """
    size = {"chapters": 40, "words": 30, "citations": 2000, "entries": 5000}
    sphinx = [sys.executable, "-m", "sphinx", "-q", "-b"]
    make = [sys.executable, "-m", "colophon", "build", "--languages", "en", "--"]

    def stock(book: Path, builder: str) -> float:
        out = book / "_build"
        shared = [*sphinx, builder, "-d", out / "doctrees", "-c", book, book / "docs"]
        return timed([*shared, out / builder], book)

    book = generate(scratch / "notes-unlisted", stock=True, listed=False, **size)
    unlisted = stock(book, "html")
    say("5,000 works, 2,000 notes: html, plain, no bibliography", unlisted)
    book = generate(scratch / "notes-stock", stock=True, **size)
    plain = {}
    for builder in ("html", "epub"):
        plain[builder] = stock(book, builder)
        say(f"5,000 works, 2,000 notes: {builder}, plain Sphinx", plain[builder])
    bare = generate(scratch / "notes-none", **{**size, "citations": 0, "entries": 1})
    floor = timed([*make, "html"], bare)
    say("the same text without notes: make html-en, cold", floor, floor / plain["html"])
    book = generate(scratch / "notes", **size)
    ours = timed([*make, "html"], book)
    aim = "(aim: at most 0.10)"
    say("5,000 works, 2,000 notes: make html-en, cold", ours, ours / plain["html"], aim)
    say("   against the plain book without bibliography", ours, ours / unlisted)
    chapter = book / "docs" / "chapter-20.md"
    chapter.write_text(f"{chapter.read_text()}\nOne more.{{footcite:p}}`work007`\n")
    one = timed([*make, "html"], book)
    say("5,000 works, 2,000 notes: make html-en, one note more", one, one / plain["html"])
    shutil.rmtree(book / "_build")
    both = timed([*make, "html", "epub"], book)
    say("5,000 works, 2,000 notes: html-en and epub-en, cold", both, both / sum(plain.values()))


def live(scratch: Path) -> None:
    """From saving one message of 60 chapters to the browser's word of the new page."""
    book = generate(scratch / "live")
    log = scratch / "live.log"
    command = [sys.executable, "-m", "colophon", "live", "pl"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "BROWSER": "true"}
    with (
        log.open("w") as output,
        subprocess.Popen(command, cwd=book, env=env, stdout=output) as server,
    ):
        start = time.monotonic()
        while "[" not in log.read_text():  # the first build
            time.sleep(0.1)
        cold = time.monotonic() - start
        say("60 chapters: Polish preview, cold", cold)
        catalog = book / "locales" / "pl" / "LC_MESSAGES" / "chapter-30.po"
        head, *messages = catalog.read_text().split("\n\n")
        with urlopen(f"{log.read_text().split()[0]}/-/events") as events:
            for number in range(3):
                messages[10 + number] = messages[10 + number].replace('msgstr "', 'msgstr "Otóż ')
                catalog.write_text("\n\n".join([head, *messages]))
                start = time.monotonic()
                while events.readline() != b"data: new\n":
                    pass
                shown = time.monotonic() - start
                say("60 chapters: Polish preview, a message saved", shown, shown / cold)
        server.terminate()


PARTS = {"book": real_book, "big": big_book, "notes": notes, "live": live}


def main(names: Sequence[str]) -> None:
    """The measurements named, or all, in a scratch folder."""
    with tempfile.TemporaryDirectory(prefix="colophon-bench-") as scratch:
        for name in names or PARTS:
            PARTS[name](Path(scratch))


if __name__ == "__main__":
    main(sys.argv[1:])
