"""What a reader meets in an edition of which a part is not translated."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import html
from lxml.html import HtmlElement

from colophon.print.typeset import typeset
from colophon.validate import epubcheck
from tests.completeness.conftest import ROOT, build
from tests.sphinx_run import run

MARKS = {"pl": "[bez tłumaczenia]", "th": "[ยังไม่ได้แปล]"}
NAMES = {"pl": "polski", "th": "ไทย"}
"""Of the languages within a sentence; a switch begins them with a capital."""
SENTENCES = {
    "pl": "Przetłumaczono 40% tego wydania.",
    "th": "ฉบับนี้แปลแล้ว 50%",
}


def page(rivers: Path, language: str, name: str) -> HtmlElement:
    return html.fromstring((rivers / "html" / language / f"{name}.html").read_bytes())


def xhtml(rivers: Path, language: str, name: str) -> str:
    with ZipFile(rivers / "epub" / language / f"rivers-{language}.epub") as archive:
        return archive.read(f"EPUB/{name}.xhtml").decode()


def tex(rivers: Path, language: str) -> str:
    return (rivers / "latex" / language / f"rivers-{language}.tex").read_text()


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u200b", "")


@pytest.mark.parametrize("language", ["pl", "th"])
def test_missing_text_is_in_the_language_of_the_source(rivers: Path, language: str) -> None:
    article = page(rivers, language, "bug").xpath("//article")[0]
    foreign = [plain(element.text_content()).strip() for element in article.xpath(".//*[@lang]")]
    assert foreign == [
        "The “river” Bug is long.1",
        "The mouth",
        "It ends in the Narew—not in the sea.",  # fuzzy, so not shown; with English marks
        "Nobody has translated this one.",
        "772 kilometres",
        "Some say 772 kilometres.",
    ]
    assert set(article.xpath(".//@lang")) == {"en-GB"}
    # A name that reads the same is translated.
    assert article.xpath("string(.//dt[1])") in {"Bug", "บูก"}
    book = xhtml(rivers, language, "bug")
    assert book.count('lang="en-GB" xml:lang="en-GB"') == 6


PICTURES = """
![A "broad" river](san.png)

![A bridge](san.png)

```{figure} san.png
:alt: The spring

Some words below it, and ![a boat](san.png).
```
"""


def test_alternatives_to_pictures_are_in_the_language_of_the_source(tmp_path: Path) -> None:
    root = Path(shutil.copytree(ROOT, tmp_path / "root"))
    (root / "san.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with (root / "bug.md").open("a") as chapter:
        chapter.write(PICTURES)
    with (root / "locales" / "pl" / "LC_MESSAGES" / "bug.po").open("a") as catalog:
        catalog.write('\nmsgid "A bridge"\nmsgstr "Most"\n')
    for builder in ("html", "epub", "latex"):
        _, told = run(root, tmp_path / builder / "pl", tmp_path / "trees", builder, "pl")
        assert told == ""
    pictures = page(tmp_path, "pl", "bug").xpath("//article//img")
    assert [(picture.get("alt"), picture.get("lang")) for picture in pictures] == [
        ("A “broad” river", None),  # its paragraph says it, as that of the boat does
        ("Most", "pl"),
        ("The spring", "en-GB"),
        ("a boat", None),
    ]
    spoken = [picture.xpath("ancestor-or-self::*[@lang][1]/@lang") for picture in pictures]
    assert spoken == [["en-GB"], ["pl"], ["en-GB"], ["en-GB"]]
    (spring,) = re.findall('<img [^>]*alt="The spring"[^>]*>', xhtml(tmp_path, "pl", "bug"))
    assert ' lang="en-GB"' in spring
    assert ' xml:lang="en-GB"' in spring


@pytest.mark.parametrize("language", ["pl", "th"])
def test_print_divides_missing_text_as_its_language_does(rivers: Path, language: str) -> None:
    text = plain(tex(rivers, language).replace(r"\DUrole{language-en-GB}", ""))
    assert text.count(r"\begingroup\colophonlanguage{english}") == {"pl": 4, "th": 3}[language]
    for words in ("The mouth", "772 kilometres", "Some say 772 kilometres."):
        assert re.search(rf"\\colophonpart{{english}}{{false}}{{false}}{{+{words}}}", text)


def test_titles_keep_their_language_in_contents(rivers: Path) -> None:
    links = page(rivers, "pl", "index").xpath("//nav[@class='sidebar-tree']//span[@lang]")
    assert [(link.text, link.get("lang")) for link in links] == [("The San", "en-GB")]
    line = '<a href="san.xhtml"><span lang="en-GB" xml:lang="en-GB">The San</span></a>'
    assert line in xhtml(rivers, "pl", "nav")


def test_the_original_is_complete(rivers: Path) -> None:
    assert page(rivers, "en", "bug").xpath("//article//*[@lang]") == []
    assert "translated" not in page(rivers, "en", "imprint").xpath("string(//article)")
    assert "translated" not in xhtml(rivers, "en", "imprint")
    assert "is translated" not in tex(rivers, "en")


@pytest.mark.parametrize("language", ["pl", "th"])
def test_the_imprint_tells_the_share(rivers: Path, language: str) -> None:
    sentence = SENTENCES[language]
    paragraphs = page(rivers, language, "imprint").xpath("//article//p")
    assert plain(paragraphs[1].text_content()) == sentence
    assert f'<p class="completeness">{sentence}</p>' in plain(xhtml(rivers, language, "imprint"))
    imprint = re.search(r"\\colophonimprint\{(.*?)\}\n", tex(rivers, language), re.DOTALL)
    assert imprint and f": {NAMES[language]}" in plain(imprint[1])
    assert sentence.replace("%", r"\%") in plain(imprint[1])


@pytest.mark.parametrize(
    ("language", "heading", "first", "total"),
    [
        (
            "pl",
            "Postęp tłumaczenia",
            ["Tytuł i\u00a0stopka", "2", "0", "0", "5", "5", "100%"],
            ["Razem", "12", "1", "7", "22", "55", "40%"],
        ),
        (
            "th",
            "ความคืบหน้าของการแปล",
            ["ชื่อเรื่องและข้อมูลหนังสือ", "2", "0", "0", "5", "5", "100%"],
            ["รวม", "14", "1", "5", "28", "55", "50%"],
        ),
    ],
)
def test_a_page_of_the_progress(
    rivers: Path, language: str, heading: str, first: list[str], total: list[str]
) -> None:
    tree = page(rivers, language, "translation-progress")
    assert tree.xpath("string(//h1)") == heading
    assert tree.findtext(".//title").startswith(heading)
    table = tree.xpath("//table")[0]
    rows = [[cell.text_content() for cell in row] for row in table.iter("tr")]
    assert rows[1] == first
    assert rows[-1] == total
    assert len(rows) == 7
    assert tree.xpath("string(//p[1])").startswith(SENTENCES[language])
    (chart,) = tree.xpath("//*[local-name()='svg'][@role='img']")
    assert heading in chart.text_content()
    for name in ("bug", "index"):
        (link,) = page(rivers, language, name).xpath("//footer//p[@class='progress']/a")
        assert link.get("href") == "translation-progress.html"
        assert link.text_content() == SENTENCES[language]
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_original_has_the_page_for_the_language_switch(rivers: Path) -> None:
    tree = page(rivers, "en", "translation-progress")
    assert tree.xpath("//article//p/text()") == ["This edition is the original."]
    hrefs = tree.xpath("//nav[@class='editions']//a/@href")
    folder = rivers / "html" / "en"
    assert all((folder / href).resolve().is_file() for href in hrefs)
    assert len(hrefs) >= 3


def test_a_book_in_one_language_has_no_such_page(tmp_path: Path) -> None:
    out = build(tmp_path, "en", "html", colophon_languages=["en"])
    assert not (out / "translation-progress.html").exists()
    assert 'class="progress"' not in (out / "bug.html").read_text()


@pytest.mark.parametrize("language", ["pl", "th"])
def test_missing_text_may_be_marked(tmp_path: Path, language: str) -> None:
    marked = {"missing": "marked"}
    out = build(tmp_path, language, "html", colophon_completeness=marked)
    tree = html.fromstring((out / "bug.html").read_bytes())
    marks = tree.xpath("//article//span[@class='untranslated']")
    assert [mark.text for mark in marks] == [MARKS[language]] * 4  # no titles and no cells
    assert {mark.get("lang") for mark in marks} == {language}
    out = build(tmp_path, language, "epub", colophon_completeness=marked)
    assert plain(xhtml(tmp_path, language, "bug")).count(MARKS[language]) == 4
    out = build(tmp_path, language, "latex", colophon_completeness=marked)
    text = tex(tmp_path, language).replace("{[}", "[").replace("{]}", "]")
    assert plain(text).count(MARKS[language]) == {"pl": 5, "th": 4}[language]


@pytest.mark.parametrize("language", ["pl", "th"])
def test_the_book_is_valid(rivers: Path, language: str) -> None:
    book = rivers / "epub" / language / f"rivers-{language}.epub"
    assert epubcheck.check(book) == []


def test_the_book_can_be_set(rivers: Path) -> None:
    """A heading in another language goes on to the contents and to the bookmarks."""
    assert typeset(rivers / "latex" / "th", "rivers-th").is_file()
