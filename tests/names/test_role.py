"""`{name}` as a reader of each edition and format meets it."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html

from colophon.characters import NO_BREAK_SPACE, ZERO_WIDTH_SPACE
from tests.names.conftest import Build, build

PARAGRAPHS = {
    "en": [
        "The army left Lwów aside.1 Then Mikhail Kovalyov came to Lwów (today Lviv) and to Kock,"
        " not to Wilno (today Vilnius).",
        "Kovalyov stayed at Lwów.",
        "The Peace of Riga said nothing of Lwów.",
        "Not Wilno, but Skidel (today Skidzyel).",
    ],
    "pl": [
        "Wojsko ominęło Lwów1. Potem do Kocka i pod mury Lwowa (ob. Lwiw), nie do Wilna"
        " (ob. Vilnius), przybył Michaił Kowalow.",
        "Kowalow został we Lwowie.",
        "Traktat ryski milczał o Lwowie.",
        "Nie Wilno, lecz Skidel (ob. Skidziel).",
    ],
    "th": [
        "กองทัพไม่เข้าลวูฟ1 จากนั้นมิคาอิล โควัลยอฟ (Mikhail Kovalyov) จึงไปถึงลวูฟ (ปัจจุบันคือลวิว)"
        " และกอตสก์ (Kock) แต่ไม่ไปวิลโน (Wilno ปัจจุบันคือวิลนีอุส)",
        "โควัลยอฟพักอยู่ที่ลวูฟ",
        "สนธิสัญญาสันติภาพรีกามิได้กล่าวถึงลวูฟ",
        "มิใช่วิลโน แต่เป็นสกีแดล (ปัจจุบันคือสกีดแซล)",
    ],
}
HEADINGS = {
    "en": "The fall of Lwów",
    "pl": "Upadek Lwowa",
    "th": "การเสียเมืองลวูฟ",
}
CELLS = {
    "en": "Grodno (today Hrodna)",
    "pl": "Grodno (ob. Hrodna)",
    "th": "กรอดโน (ปัจจุบันคือฮรอดนา)",
}
INDEX = {
    "en": [
        "Grodno", "Hrodna, see Grodno", "Kock", "Kovalyov, Mikhail", "Lviv, see Lwów", "Lwów",
        "Peace of Riga", "Skidel", "Skidzyel, see Skidel", "Vilnius, see Wilno", "Wilno",
    ],
    "pl": [
        "Grodno", "Hrodna, zob. Grodno", "Kock", "Kowalow Michaił", "Lwiw, zob. Lwów", "Lwów",
        "Skidel", "Skidziel, zob. Skidel", "traktat ryski", "Vilnius, zob. Wilno", "Wilno",
    ],
    "th": [
        "กรอดโน", "กอตสก์", "โควัลยอฟ, มิคาอิล", "ลวิว, ดู ลวูฟ", "ลวูฟ", "วิลนีอุส, ดู วิลโน", "วิลโน",
        "สกีดแซล, ดู สกีแดล", "สกีแดล", "สนธิสัญญาสันติภาพรีกา", "ฮรอดนา, ดู กรอดโน",
    ],
}  # fmt: skip
"""Who looks for a place under its name of today is led to that of the book."""


def words(element: etree._Element) -> str:
    text = "".join(element.itertext()).replace(ZERO_WIDTH_SPACE, "").replace("¶", "")
    return " ".join(text.replace(NO_BREAK_SPACE, " ").split())


def epub(folder: Path, page: str) -> etree._Element:
    (file,) = folder.glob("*.epub")
    with ZipFile(file) as archive:
        name = next(name for name in archive.namelist() if name.endswith(f"{page}.xhtml"))
        return etree.fromstring(archive.read(name))


def test_the_web_edition(built: Build, language: str) -> None:
    page = html.parse(built(language, "html") / "towns.html")
    article = page.xpath("//article")[0]
    texts = [words(p) for p in article.iter("p")]
    assert [text for text in texts if text in PARAGRAPHS[language]] == PARAGRAPHS[language]
    assert HEADINGS[language] in [words(heading) for heading in article.iter("h2")]
    assert words(article.xpath(".//tbody//td")[0]) == CELLS[language]
    # The gloss is no part of a heading's name in the contents.
    assert HEADINGS[language] in [words(a) for a in page.xpath("//*[@class='toc-tree']//a")]


def test_the_epub(built: Build, language: str) -> None:
    page = epub(built(language, "epub"), "towns")
    texts = [words(p) for p in page.iter("{*}p")]
    found = [re.sub(r"^\d (?=\D)|^\d(?=\D)", "", text) for text in texts]
    assert [text for text in PARAGRAPHS[language] if text not in found] == []
    contents = epub(built(language, "epub"), "nav")
    assert HEADINGS[language] in [words(a) for a in contents.iter("{*}a")]


def test_the_tex_file(built: Build, language: str) -> None:
    (file,) = built(language, "latex").glob("names-*.tex")
    tex = file.read_text("utf-8").replace(ZERO_WIDTH_SPACE, "").replace(NO_BREAK_SPACE, " ")
    plan = file.with_suffix(".index.json").read_text("utf-8").replace(ZERO_WIDTH_SPACE, "")
    person = {"en": "Kovalyov, Mikhail", "pl": "Kowalow Michaił", "th": "โควัลยอฟ, มิคาอิล"}[language]
    assert f'"text": "{person}"' in plan
    shown = " ".join(re.sub(r"\\index\{[^{}]*\}", "", tex).split())
    for sentence in PARAGRAPHS[language][1:3]:
        assert sentence in shown
    assert CELLS[language] in shown
    assert rf"{{{HEADINGS[language]}}}" in shown


def test_the_index_of_the_web(built: Build, language: str) -> None:
    page = html.parse(built(language, "html") / "genindex.html")
    found = [words(entry) for entry in page.xpath("//*[@class='index-entries']/li")]
    assert [re.sub(r"(?:, \d+)+$", "", entry) for entry in found] == INDEX[language]
    links = page.xpath("//*[@class='index-entries']//a/@href")
    towns = html.parse(built(language, "html") / "towns.html")
    for link in links:
        file, _, anchor = link.partition("#")
        if not file:  # from one entry to another
            assert len(page.xpath(f"//*[@id='{anchor}']")) == 1
            continue
        assert file == "towns.html" and len(towns.xpath(f"//*[@id='{anchor}']")) == 1


def test_the_index_of_the_epub(built: Build, language: str) -> None:
    page = epub(built(language, "epub"), "genindex")
    text = words(page)
    places = [text.find(entry, text.find(INDEX[language][0])) for entry in INDEX[language]]
    assert places == sorted(places) and -1 not in places


def test_formats_and_processes_agree(source: Path) -> None:
    out, warnings = build(source, "pl", "html", parallel=2)
    assert warnings == ""
    article = html.parse(out / "towns.html").xpath("//article")[0]
    assert PARAGRAPHS["pl"][0] in [words(p) for p in article.iter("p")]
    assert "Lwów" in words(html.parse(out / "genindex.html").getroot())


def test_translators_get_the_roles(source: Path) -> None:
    # `make catalogs` reads the chapters without any catalogues, hence without their termbase.
    conf = source / "conf.py"
    conf.write_text(conf.read_text("utf-8") + "locale_dirs = []\n", "utf-8")
    out, warnings = build(source, "en", "gettext")
    assert warnings == ""
    template = (out / "towns.pot").read_text("utf-8")
    assert 'msgid "The fall of {name}`lwow`"' in template
    assert 'msgid "{name}`Kovalyov <kovalyov>` stayed at {name}`lwow`."' in template
    assert '"Lwów"' not in template and "Kovalyov, Mikhail" not in template
    assert re.findall('^msgid "(.+)"$', (out / "gazetteer.pot").read_text("utf-8"), re.M) == [
        "Gazetteer",
        "Places",
        "Persons",
    ]


def test_a_changed_table_reaches_the_chapters(source: Path) -> None:
    build(source, "en")
    table = source / "locales" / "terms.csv"
    table.write_text(table.read_text("utf-8").replace(",Lviv,", ",L’viv,"), "utf-8")
    out, warnings = build(source, "en")
    assert warnings == ""
    assert "Lwów (today L’viv)" in (out / "towns.html").read_text("utf-8")
    assert "today L’viv" in (out / "gazetteer.html").read_text("utf-8")


def test_an_unknown_id_names_the_nearest(source: Path) -> None:
    chapter = source / "towns.md"
    chapter.write_text(chapter.read_text("utf-8").replace("`grodno`", "`grondo`"), "utf-8")
    _out, warnings = build(source, "en")
    assert re.search(r"towns\.md:14: WARNING: no name 'grondo' in the termbase;", warnings)
    assert "did you mean 'grodno'?" in warnings


def test_a_hostile_name_stays_text(source: Path) -> None:
    table = source / "locales" / "terms.csv"
    row = "evil,place,<b>\\input{x}</b>,<b>,ก,,,,,,,,<i>&\\today,a,b,\n"
    table.write_text(table.read_text("utf-8") + row, "utf-8")
    chapter = source / "towns.md"
    chapter.write_text(chapter.read_text("utf-8") + "\nAt {name}`evil`.\n", "utf-8")
    out, warnings = build(source, "en")
    assert warnings == ""
    page = (out / "towns.html").read_text("utf-8")
    assert "&lt;b&gt;\\input{x}&lt;/b&gt; (today &lt;i&gt;&amp;\\today)" in page
    out, _warnings = build(source, "en", "latex")
    tex = (out / "names-en.tex").read_text("utf-8")
    assert "\\input{x}" not in tex and "\\today)" not in tex


@pytest.mark.parametrize("builder", ["html", "epub", "latex"])
def test_a_language_without_forms_is_told(source: Path, builder: str) -> None:
    conf = source / "conf.py"
    conf.write_text(conf.read_text("utf-8").replace('"th"]', '"th", "de"]'), "utf-8")
    with pytest.raises(Exception, match=r"terms\.csv:1: no column 'de'"):
        build(source, "de", builder)
