"""The README's own chapter in the README's other book: what it tells must work as written."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from colophon.validate import epubcheck

CHECKOUT = Path(__file__).parents[2]
README = (CHECKOUT / "README.md").read_text()


def block(kind: str, within: str) -> str:
    section = README.partition(f"## {within}")[2]
    found = re.search(rf"```{kind}\n(.*?)```", section, re.DOTALL)
    assert found
    return found[1]


def entry(key: str) -> str:
    found = re.search(
        rf"^@\w+{{{key},.*?^}}$",
        (CHECKOUT / "references.bib").read_text(),
        re.DOTALL | re.MULTILINE,
    )
    assert found, f"the README cites {key}"
    return found[0]


def test_the_readme_makes_a_book_in_two_languages(tmp_path: Path) -> None:
    chapter = block("markdown", "Write a chapter")
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "conf.py").write_text(block("python", "Use it for another book"))
    (docs / "retreat.md").write_text(chapter)
    (docs / "index.md").write_text("# My Book\n\n```{toctree}\nretreat\n```\n")
    cited = re.findall(r"(?<=[`},])([a-z]+\d*)(?=[{,`])", chapter)
    (tmp_path / "references.bib").write_text("\n\n".join(entry(key) for key in cited))
    command = [sys.executable, "-m", "colophon", "build", "html", "epub"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for language in ("en", "pl"):
        page = (tmp_path / "_build/html" / language / "retreat.html").read_text()
        assert "The government left the country at Kuty." in page
        assert "Gross" in page and "17" in page
        epub = tmp_path / "_build/epub" / language / f"my-book-{language}.epub"
        assert epubcheck.check(epub) == []
