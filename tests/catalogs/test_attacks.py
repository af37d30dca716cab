"""A hostile translation: refused by the check, and harmless in every format without one."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree, html

import colophon.catalogs.stage  # noqa: F401  (its name in the package is the function's)
from colophon.catalogs.check import check_catalog
from colophon.catalogs.read import read as messages_of
from colophon.html.landing import landing_page
from colophon.print.typeset import typeset
from colophon.problems import Problems
from colophon.project import Project
from colophon.validate import epubcheck
from tests.catalogs import attacks
from tests.conftest import ROOT
from tests.notes.conftest import Reading, read

HARMLESS = {"entity", "link-title", "tex-code", "lists", "noqa", "literal"}
"""What only looks like an attack, so that no rule need refuse it."""


@dataclass(frozen=True)
class Built:
    """The Polish edition of a book of attacks, made without any check of its catalogues."""

    folder: Path
    readings: dict[str, Reading]

    @property
    def html(self) -> list[Path]:
        return sorted((self.folder / "pl" / "html").rglob("*.html"))

    @property
    def epub(self) -> Path:
        (path,) = (self.folder / "pl" / "epub").glob("*.epub")
        return path

    @property
    def tex(self) -> Path:
        (path,) = (self.folder / "pl" / "latex").glob("*-pl.tex")
        return path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    folder = tmp_path_factory.mktemp("attacks")
    secret = folder / "outside.tex"
    secret.write_text(attacks.SECRET)
    root = attacks.write(folder / "root", secret)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["colophon.catalogs.stage"], "check_catalog", lambda *_, **__: [])
        patch.chdir(folder)
        readings = {b: read(root, folder, "pl", b) for b in ("html", "epub", "latex")}
        yield Built(folder, readings)


def test_the_check_names_every_attack(tmp_path: Path) -> None:
    root = attacks.write(tmp_path / "root", tmp_path / "outside.tex")
    folder = root / "locales" / "pl" / "LC_MESSAGES"
    for domain in ("chapter", "index", "book", "sphinx", "colophon"):
        faults = check_catalog(folder / f"{domain}.po", severities={"error"})
        found = {problem.line for problem in faults}
        missed = {m.msgid for m in messages_of(folder / f"{domain}.po")[0] if m.line not in found}
        assert missed <= {f"Paragraph {name}." for name in HARMLESS} | {"The end."}


def test_a_build_is_refused_by_the_check(tmp_path: Path) -> None:
    root = attacks.write(tmp_path / "root", tmp_path / "outside.tex")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-D", "language=pl"]
    command += [str(root), str(root / "out")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "chapter.po:" in done.stderr
    assert "roles: not in the msgid: {download}`../secret.txt`" in done.stderr
    assert not list((root / "out").glob("*.html"))


def test_what_is_left_out_is_told(built: Built) -> None:
    told = built.readings["html"].warnings
    assert "the translation brings a picture that the source has not: ../secret.svg" in told
    assert "the translation brings a file that the source has not: ../secret.txt" in told
    assert "the translation brings a formula that the source has not: \\input{secret}" in told
    assert "the translation is too long or marked up to no end, and left out" in told


def pages(built: Built) -> dict[str, etree._Element]:
    """Every page of the web edition and of the e-book."""
    found = {f"html/{path.name}": html.parse(path).getroot() for path in built.html}
    with zipfile.ZipFile(built.epub) as archive:
        for name in archive.namelist():
            if name.endswith((".xhtml", ".opf", ".ncx")):
                found[f"epub/{name}"] = etree.fromstring(archive.read(name))
    return found


def runs_nothing(name: str, page: etree._Element) -> None:
    """No script, handler, frame or form but those of the theme; addresses of pages only."""
    for node in page.iter(etree.Element):
        place = f"{name}: {etree.tostring(node)[:200]!r}"
        tag = etree.QName(node).localname
        assert tag not in {"iframe", "object", "embed", "base", "applet"}, place
        if tag == "script":
            assert "alert(1)" not in (node.text or ""), place
            assert re.match(r"_static/|searchindex\.js|$", node.get("src", "")), place
        if tag == "style":
            assert "alert" not in "".join(node.itertext()), place
        if tag in {"img", "image"}:
            assert re.match(r"_images/picture|\.\./_images/|cover", node.get("src", "")), place
        for key, value in node.attrib.items():
            attribute = etree.QName(key).localname.lower()
            assert not attribute.startswith("on"), place
            if attribute in {"href", "src", "action", "formaction", "data", "srcset", "poster"}:
                assert not re.match(r"\s*(javascript|data|vbscript|file):", value, re.I), place
                assert "evil.example" not in value, place
            if attribute == "style":
                assert "url(" not in value and "alert" not in value, place


def test_pages_run_nothing(built: Built) -> None:
    found = pages(built)
    assert len(found) > 8
    for name, page in found.items():
        runs_nothing(name, page)


def test_the_page_above_the_editions_runs_nothing(built: Built) -> None:
    book = Project.at(built.folder / "root").metadata_in("pl")
    text = landing_page({"pl": book})
    assert "Przed &lt;script&gt;alert(1)" in text
    runs_nothing("index.html", html.document_fromstring(text))


def test_attacks_are_printed_as_words(built: Built) -> None:
    """What could be printed is there, so that the test above has looked at something."""
    for name in ("chapter.html", "chapter.xhtml"):
        (page,) = (page for path, page in pages(built).items() if path.endswith(name))
        text = "".join(page.itertext())
        for words in ("<script>alert(1)</script>", "\\input{secret}", "{{6 * 7}}", "onerror"):
            assert words in text, (name, words)
        assert "Przed <script>alert(1)</script> Po-script" in text
        assert "Koniec." in text
        assert "49" not in re.findall(r"Przed (.*) Po-jinja", text)


def test_the_ebook_is_sound(built: Built) -> None:
    assert epubcheck.check(built.epub) == []


def test_interface_words_are_those_of_the_package(built: Built) -> None:
    page = (built.folder / "pl" / "html" / "search.html").read_text("utf-8")
    assert "Szukaj" in page
    script = (built.folder / "pl" / "html" / "_static" / "translations.js").read_text("utf-8")
    assert "alert" not in script
    assert '"plural_expr": "+((n==1 ? 0' in script


def bodies(built: Built) -> str:
    """The TeX of the chapters, without the preamble, which is ours."""
    tex = built.tex.read_text("utf-8")
    return tex[tex.index("\\begin{document}") :]


ACTIVE = (
    "input|include|includegraphics|directlua|write|immediate|openin|openout|read|catcode|csname"
    "|special|newwrite|loop|def|edef|gdef|let|usepackage|RequirePackage|href\\{(?!https?|mailto)"
    "|lstinputlisting|verbatiminput|InputIfFileExists|everypar|expandafter|ShellEscape"
)


def test_tex_holds_no_command_of_a_translation(built: Built) -> None:
    body = re.sub(r"\\sphinxincludegraphics(\[[^]]*\])?\{\{picture\}\.png\}", "", bodies(built))
    before = body[: body.index("Przed")]
    found = set(re.findall(rf"(?<!\\)\\(?:{ACTIVE})(?![a-zA-Z])[^\n]*", body))
    own = set(re.findall(rf"(?<!\\)\\(?:{ACTIVE})(?![a-zA-Z])[^\n]*", before))
    assert found - own == set()
    assert "^^" not in re.sub(r"\\textasciicircum\{\}", "", body)
    assert "textbackslash{}input\\{secret\\}" in body


def test_the_print_edition_is_typeset_and_reads_nothing(built: Built) -> None:
    folder, stem = built.tex.parent, built.tex.stem
    with pytest.raises(Problems) as told:
        typeset(folder, stem)
    # TeX has come to its end; only what it set is no beauty.
    for problem in told.value.problems:
        assert re.match(r"a line is too wide|no face of the book|reference to", problem.message)
    command = ["xdvipdfmx", "-q", "-E", "-o", "attacks.pdf", f"{stem}.xdv"]
    subprocess.run(command, cwd=folder, check=True)
    pdf = folder / "attacks.pdf"
    done = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True)
    assert attacks.SECRET not in done.stdout
    assert "Koniec." in done.stdout


def test_no_file_was_read_or_written(built: Built) -> None:
    """After every format has been made, TeX's included."""
    root = built.folder / "root"
    read_from = {
        built.folder / "outside.tex",
        *built.folder.glob("secret.*"),
        *root.glob("secret.*"),
    }
    for path in built.folder.rglob("*"):
        assert not path.name.startswith("owned"), path
        if path.is_file() and path not in read_from:
            assert attacks.SECRET.encode() not in path.read_bytes(), path
    with zipfile.ZipFile(built.epub) as archive:
        for name in archive.namelist():
            assert attacks.SECRET.encode() not in archive.read(name), name
            assert "secret" not in name


@pytest.mark.parametrize("name", ["megabyte", "footnote-run", "nested-brackets", "emphasis-run"])
def test_long_messages_leave_the_rest_of_the_book_alone(built: Built, name: str) -> None:
    text = (built.folder / "pl" / "html" / "chapter.html").read_text("utf-8")
    assert f"Paragraph {name}." in text
    assert len(text) < 2_000_000
