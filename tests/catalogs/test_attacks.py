"""A hostile translation: refused by every way to build, and harmless where it is well-formed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from colophon.catalogs.check import check_catalog
from tests.conftest import ROOT

GOOD = "Marsz zakończył się w październiku{footcite:p}`zaloga2002{90}`."
REFUSED = {
    "download": "Zob. {download}`../../secret.txt`." + GOOD,
    "include": "```{include} ../secret.txt\\n```",
    "literalinclude": "```{literalinclude} ../secret.txt\\n```",
    "eval-rst": "```{eval-rst}\\n.. raw:: html\\n\\n   <script>alert(1)</script>\\n```",
    "image": "![x](../../secret.svg)" + GOOD,
    "math": "{math}`\\\\input{/etc/hostname}`" + GOOD,
    "script link": "[x](javascript:alert(1))" + GOOD,
    "autolink": "<javascript:alert(1)>" + GOOD,
    "label": "(chapter)=",
    "language": '[x]{lang=\\"pl}\\\\input{y\\"}' + GOOD,
    "language of TeX": '[x]{lang=\\"\\\\\\\\input|id\\"}' + GOOD,
    "language of HTML": "[x]{lang='pl onclick=alert(1)'}" + GOOD,
}
ESCAPED = {
    "script": "<script>alert(1)</script>" + GOOD,
    "event handler": "<img src=x onerror=alert(1)>" + GOOD,
    "attribute": '[x]{onclick=\\"alert(1)\\"}' + GOOD,
    "comment": "<!-- alert(1) -->" + GOOD,
    "entity": "&lt;script&gt;alert(1)&lt;/script&gt;" + GOOD,
    "TeX": "\\\\input{/etc/hostname} $\\\\input{x}$ \\\\directlua{os.exit(1)}" + GOOD,
}


def book(tmp_path: Path, msgstr: str) -> Path:
    """The small book with `msgstr` in place of a translation."""
    copy = Path(shutil.copytree(ROOT / "tests" / "roots" / "test-book", tmp_path / "book"))
    (copy / "secret.txt").write_text("TOP SECRET")
    (copy / "secret.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    catalog = copy / "locales" / "pl" / "LC_MESSAGES" / "chapter.po"
    assert GOOD in catalog.read_text()
    catalog.write_text(catalog.read_text().replace(f'"{GOOD}"', f'"{msgstr}"'))
    return copy


def sphinx(root: Path, builder: str) -> subprocess.CompletedProcess[str]:
    """sphinx-build alone, without the checks of our command line."""
    command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-D", "language=pl", "-c"]
    command += [str(root), str(root / "docs"), str(root / "out")]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_its_line(tmp_path: Path, name: str) -> None:
    catalog = book(tmp_path, REFUSED[name]) / "locales" / "pl" / "LC_MESSAGES" / "chapter.po"
    assert check_catalog(catalog)
    assert {problem.line for problem in check_catalog(catalog)} == {25}


def test_refused_by_sphinx_build_too(tmp_path: Path) -> None:
    root = book(tmp_path, REFUSED["download"])
    done = sphinx(root, "html")
    assert done.returncode != 0
    assert "chapter.po:25: references: not in the msgid: {download}" in done.stderr
    assert not (root / "out" / "chapter.html").exists()


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_escaped(tmp_path: Path, builder: str) -> None:
    """Text that looks like code is printed as text."""
    root = book(tmp_path, " ".join(ESCAPED.values()).replace(GOOD, "") + GOOD)
    done = sphinx(root, builder)
    assert done.returncode == 0, done.stderr
    if builder == "html":
        page = (root / "out" / "chapter.html").read_text()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page
        assert "<img src=x" not in page
        assert "onclick=" not in page
    else:
        tex = next((root / "out").glob("*.tex")).read_text()
        body = tex[tex.index("\\begin{document}") :]
        assert "\\input{" not in body
        assert "\\directlua" not in body
        assert "\\textbackslash{}input" in body
