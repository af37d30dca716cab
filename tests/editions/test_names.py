"""Names in the real book: glosses, index and gazetteer in every language and format."""

from __future__ import annotations

import re
import subprocess
from zipfile import ZipFile

from lxml import etree, html

from colophon.characters import NO_BREAK_SPACE, ZERO_WIDTH_SPACE
from tests.conftest import Editions

GLOSSES = {
    "en": ["Grodno (today Hrodna) and Wilno (today Vilnius)", "Lwów (today Lviv) had held",
           "Kuty, on the river Czeremosz (today Cheremosh)"],
    "pl": ["Grodna i Wilna", "Lwów odpierał", "w Kutach nad Czeremoszem"],
    "th": ["กรอดโน (Grodno ปัจจุบันคือฮรอดนา) และวิลโน (Wilno ปัจจุบันคือวิลนีอุส) ถูกระดม",
           "ลวูฟ (Lwów ปัจจุบันคือลวิว) ต้าน", "กูตือ (Kuty) ซึ่งทอดข้ามแม่น้ำแชแรมอช (Czeremosz)"],
}  # fmt: skip
ENTRIES = {
    "en": ["Białystok", "Kovalyov, Mikhail", "Łojek, Jerzy", "Lwów"],
    "pl": ["Białystok", "Kowalow Michaił", "Lwów", "Łojek Jerzy"],
    "th": ["โควัลยอฟ, มิคาอิล", "เบียวึสตอก", "ลวูฟ", "วอแยก, แยชือ"],
}
"""In the order of the edition's index."""
LWOW = {
    "en": ["Lwów", "today Lviv · Ukraine · 49°50′N, 24°02′E",
           "Polish: Lwów · Thai: ลวูฟ (today ลวิว)"],
    "pl": ["Lwów", "Ukraina · 49°50′N, 24°02′E",
           "angielski: Lwów (ob. Lviv) · tajski: ลวูฟ (ob. ลวิว)"],
    "th": ["ลวูฟ", "ปัจจุบันคือลวิว · ยูเครน · 49°50′N, 24°02′E",
           "อังกฤษ: Lwów (ปัจจุบันคือ Lviv) · โปแลนด์: Lwów"],
}  # fmt: skip


def plain(text: str) -> str:
    """A text without notes' numbers, invisible marks and line ends."""
    text = text.replace(ZERO_WIDTH_SPACE, "").replace(NO_BREAK_SPACE, " ")
    return " ".join(re.sub(r"(?<=[^\W\d)])\d{1,2}\b", "", text).split())


def words(element: etree._Element) -> str:
    """The text of an element without marks of any kind."""
    text = "".join(element.itertext()).replace(ZERO_WIDTH_SPACE, "").rstrip("¶")
    return " ".join(text.replace(NO_BREAK_SPACE, " ").split())


def pages(editions: Editions, language: str) -> dict[str, dict[str, etree._Element]]:
    """The pages of the web edition and of the e-book by name."""
    folder = editions.html(language)
    names = ("campaign", "gazetteer", "genindex")
    web = {name: html.parse(folder / f"{name}.html").xpath("//article")[0] for name in names}
    with ZipFile(editions.epub(language)) as archive:
        book = {name: etree.fromstring(archive.read(f"EPUB/{name}.xhtml")) for name in names}
    return {"html": web, "epub": book}


def test_names_on_screens(editions: Editions, language: str) -> None:
    for page in pages(editions, language).values():
        campaign = plain("".join(page["campaign"].itertext()))
        assert [gloss for gloss in GLOSSES[language] if campaign.count(gloss) != 1] == []
        index = plain(" ".join(words(entry) for entry in page["genindex"].iter("{*}li", "{*}dt")))
        assert re.search(".*".join(map(re.escape, ENTRIES[language])), index)
        terms = page["gazetteer"].iter("{*}dt")
        (term,) = [term for term in terms if term.get("id") == "name-lwow"]
        shown = [term, *term.getnext().iter("{*}p")]
        assert [words(element) for element in shown] == LWOW[language]


def test_names_in_print(editions: Editions, language: str) -> None:
    # As it stands on the page: a wide gap would be taken for that between columns.
    command = ["pdftotext", "-layout", str(editions.pdf(language)), "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    # Words divided at a line's end, and Thai, which has no spaces there, would differ.
    text = re.sub(r"\s+|-(?=\n)|\d", "", plain(done.stdout))
    for gloss in GLOSSES[language]:
        assert re.sub(r"\s+", "", gloss) in text.replace("-", ""), gloss
    index = text[text.rfind(re.sub(r"\s", "", ENTRIES[language][0])) :]
    for entry in ENTRIES[language][1:]:
        assert re.sub(r"\s", "", entry) in index


def test_every_place_has_an_address(editions: Editions) -> None:
    """The same in every language and format, so that one can point to it."""
    found = [
        {term.get("id") for term in page["gazetteer"].iter("{*}dt")}
        for language in ("en", "pl", "th")
        for page in pages(editions, language).values()
    ]
    assert len(found[0]) > 100 and all(ids == found[0] for ids in found)
