"""The bibliography of the web edition: back-links, COinS, files for reference managers."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import rispy
from lxml import html
from pybtex.database import parse_file

from tests.notes.conftest import ROOTS, read

WORDS = {
    "en": ("Cited in:", "n.", "For reference managers:"),
    "pl": ("Cytowane w:", "przyp.", "Dla menedżerów bibliografii:"),
    "th": ("อ้างถึงใน:", "เชิงอรรถ", "สำหรับโปรแกรมจัดการบรรณานุกรม:"),
}
LANGUAGES = tuple(WORDS)
CITED = ["domkpi", "gross2002", "lach2019", "protocol1939", "zaloga2002"]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The web editions of the root test-notes."""
    folder = tmp_path_factory.mktemp("web")
    for code in LANGUAGES:
        assert read(ROOTS / "test-notes", folder, code, "html").warnings == ""
    return {code: folder / code / "html" for code in LANGUAGES}


def page(site: Path, name: str = "bibliography") -> html.HtmlElement:
    return html.parse(site / f"{name}.html").getroot()


def cited_in(site: Path, key: str) -> str:
    (found,) = page(site).xpath(f"//*[@id='bib-{key}']//*[contains(@class, 'cited-in')]")
    return " ".join(found.text_content().split())


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_entry_leads_to_its_notes(code: str, sites: dict[str, Path]) -> None:
    for key, author in (("protocol1939", "Protocol"), ("lach2019", "Łach")):
        links = page(sites[code]).xpath(f"//*[@id='bib-{key}']//*[@class='cited-in']//a")
        assert links
        for link in links:
            name, anchor = link.get("href").split("#")
            note = page(sites[code], name.removesuffix(".html")).get_element_by_id(anchor)
            number = note.xpath("string(.//*[@class='note-number'])")
            assert number == link.text_content()
            assert author in note.text_content()


def test_numbers_are_those_of_the_edition(sites: dict[str, Path]) -> None:
    english = "Cited in: Chapter one, n. 1, 2, 3, 4; Chapter two, n. 1, 2"
    assert cited_in(sites["en"], "gross2002") == english
    assert "przyp. 1, 2, 3, 4" in cited_in(sites["pl"], "gross2002")
    assert cited_in(sites["en"], "lach2019") == "Cited in: Chapter one, n. 5, 7"
    for code, (cited, note, _) in WORDS.items():
        assert cited_in(sites[code], "domkpi").startswith(cited)
        assert f", {note} 10" in cited_in(sites[code], "domkpi")


@pytest.mark.parametrize("code", LANGUAGES)
def test_files_are_linked_and_there(code: str, sites: dict[str, Path]) -> None:
    (paragraph,) = page(sites[code]).xpath("//p[@class='citation-files']")
    assert paragraph.text_content().startswith(WORDS[code][2])
    names = [link.get("href") for link in paragraph.iter("a")]
    assert names == ["citations.json", "citations.ris", "citations.bib"]
    assert all((sites[code] / name).is_file() for name in names)


@pytest.mark.parametrize("code", LANGUAGES)
def test_files_hold_the_works_cited(code: str, sites: dict[str, Path]) -> None:
    items = json.loads((sites[code] / "citations.json").read_text("utf-8"))
    references = rispy.loads((sites[code] / "citations.ris").read_text("utf-8"))
    entries = parse_file(str(sites[code] / "citations.bib"), "bibtex").entries
    assert [item["id"] for item in items] == CITED
    assert [reference["id"] for reference in references] == CITED
    assert list(entries) == CITED


@pytest.mark.parametrize("code", LANGUAGES)
def test_coins_one_for_each_entry(code: str, sites: dict[str, Path]) -> None:
    titles = page(sites[code]).xpath("//*[contains(@class,'bibentry')]/span[@class='Z3988']/@title")
    fields = [parse_qs(title, strict_parsing=True) for title in titles]
    assert len(fields) == len(CITED)
    assert {found["ctx_ver"][0] for found in fields} == {"Z39.88-2004"}
    assert ["Łach"] in [found.get("rft.aulast") for found in fields]


def test_other_formats_have_none_of_this(tmp_path: Path) -> None:
    for builder in ("epub", "latex"):
        assert read(ROOTS / "test-notes", tmp_path, builder=builder).warnings == ""
    (book,) = (tmp_path / "en" / "epub").glob("*.epub")
    with zipfile.ZipFile(book) as archive:
        texts = {name: archive.read(name) for name in archive.namelist()}
    assert not any(b"Z3988" in data or b"Cited in" in data for data in texts.values())
    assert not any("citations." in name for name in texts)
    (source,) = (tmp_path / "en" / "latex").glob("*.tex")
    assert "Cited in" not in source.read_text()
    assert "Z39.88" not in source.read_text()


def test_tex_in_a_title_is_markup_in_every_format(root: Path, tmp_path: Path) -> None:
    title = r"{\L}\'od\'z: The \emph{Nota} of \textsc{nkvd} \& Co., 1939--41,~vol.~1"
    bib = root / "references.bib"
    bib.write_text(bib.read_text().replace("Przywracanie pamięci", title))
    for builder in ("html", "epub", "latex"):
        assert read(root, tmp_path, builder=builder).warnings == ""
    (book,) = (tmp_path / "en" / "epub").glob("*.epub")
    with zipfile.ZipFile(book) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("bibliography.xhtml"))
        epub = html.fromstring(archive.read(name))
    for shown in (page(tmp_path / "en" / "html"), epub):
        (entry,) = shown.xpath("//*[@id='bib-lach2019']")
        text = entry.text_content().replace("\u00a0", " ")
        assert "Łódź: The Nota of nkvd & Co., 1939–41, vol. 1" in text
        assert [node.text for node in entry.iter("em")][:1] == ["Nota"]
        assert [node.text for node in entry.xpath(".//*[@class='smallcaps']")] == ["nkvd"]
    (source,) = (tmp_path / "en" / "latex").glob("*.tex")
    tex = source.read_text()
    assert r"Łódź: The \sphinxstyleemphasis{Nota} of \DUrole{smallcaps}{nkvd} \& Co." in tex
    assert "textbackslash" not in tex


def test_back_links_follow_a_change(root: Path, tmp_path: Path) -> None:
    read(root, tmp_path, builder="html")
    chapter = root / "two.md"
    # One note more before the others, on a work that is listed already.
    text = chapter.read_text().replace("The same", "New.{footcite:p}`lach2019` The same")
    chapter.write_text(text.replace("# Chapter two", "# Second chapter"))
    read(root, tmp_path, builder="html")
    site = tmp_path / "en" / "html"
    assert cited_in(site, "lach2019") == "Cited in: Chapter one, n. 5, 7; Second chapter, n. 1"
    assert cited_in(site, "gross2002").endswith("Second chapter, n. 2, 3")


def test_parallel_build_gives_the_same_page(sites: dict[str, Path], tmp_path: Path) -> None:
    read(ROOTS / "test-notes", tmp_path, "pl", "html", parallel=2)
    for name in ("bibliography.html", "citations.json", "citations.ris", "citations.bib"):
        assert (tmp_path / "pl" / "html" / name).read_text() == (sites["pl"] / name).read_text()


def test_no_files_where_nothing_is_cited(root: Path, tmp_path: Path) -> None:
    read(root, tmp_path, builder="html")
    for name in ("one", "two"):
        (root / f"{name}.md").write_text("# Nothing\n\nNothing is cited.\n")
    read(root, tmp_path, builder="html")
    assert not list((tmp_path / "en" / "html").glob("citations.*"))


def test_work_cited_in_the_text_only_leads_to_its_chapter(root: Path, tmp_path: Path) -> None:
    chapter = root / "two.md"
    text = "\n\nAs one reads in {cite:p}`uncited{3}` and in {cite:p}`gross2002`.\n"
    chapter.write_text(chapter.read_text() + text)
    assert read(root, tmp_path, builder="html").warnings == ""
    site = tmp_path / "en" / "html"
    assert cited_in(site, "uncited") == "Cited in: Chapter two"
    (link,) = page(site).xpath("//*[@id='bib-uncited']//*[@class='cited-in']//a")
    assert link.get("href") == "two.html"
    # Where a chapter has notes on the work, they are named alone.
    assert cited_in(site, "gross2002").endswith("Chapter two, n. 1, 2")
