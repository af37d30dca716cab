"""The gazetteer and the list of persons in each edition and format."""

from __future__ import annotations

from pathlib import Path

from lxml import etree, html

from tests.names.conftest import Build, build
from tests.names.test_role import epub, words

LISTED = {
    "en": (
        ["B", "G", "K", "L", "S", "W", "K", "S"],
        ["Bug", "Grodno", "Kock", "Łódź", "Lwów", "Skidel", "Wilno"],
        ["Kovalyov, Mikhail", "Sławoj Składkowski, Felicjan"],
        ["today Lviv · Ukraine · 49°50′N, 24°02′E",
         "Polish: Lwów (today Lwiw) · Thai: ลวูฟ (today ลวิว)"],
    ),
    "pl": (
        ["B", "G", "K", "L", "Ł", "S", "W", "K", "S"],
        ["Bug", "Grodno", "Kock", "Lwów", "Łódź", "Skidel", "Wilno"],
        ["Kowalow Michaił", "Sławoj Składkowski Felicjan"],
        ["ob. Lwiw · Ukraina · 49°50′N, 24°02′E",
         "angielski: Lwów (ob. Lviv) · tajski: ลวูฟ (ob. ลวิว)"],
    ),
    "th": (
        ["ก", "บ", "ล", "ว", "ส", "ค", "ส"],
        ["กรอดโน", "กอตสก์", "บั๊กตะวันตก", "ลวูฟ", "วิลโน", "วูช", "สกีแดล"],
        ["โควัลยอฟ, มิคาอิล", "สวาวอย สกวัตกอฟสกี, แฟลิตซยัน"],
        ["ปัจจุบันคือลวิว · ยูเครน · 49°50′N, 24°02′E",
         "อังกฤษ: Lwów (ปัจจุบันคือ Lviv) · โปแลนด์: Lwów (ปัจจุบันคือ Lwiw)"],
    ),
}  # fmt: skip


def check(page: etree._Element, language: str) -> None:
    heads, places, persons, lwow = LISTED[language]
    rubrics = [h for h in page.iter("{*}h3") if h.get("class") == "rubric"]
    assert [words(h) for h in rubrics] == heads
    assert [words(term) for term in page.iter("{*}dt")] == places + persons
    (term,) = [term for term in page.iter("{*}dt") if term.get("id") == "name-lwow"]
    definition = term.getnext()
    assert [words(p) for p in definition.iter("{*}p")] == lwow
    spoken = [(words(s), s.get("lang")) for s in definition.iter("{*}span") if s.get("lang")]
    tags = {"en": "en-GB", "pl": "pl", "th": "th"}
    assert {tag for _, tag in spoken} == {tags[code] for code in tags if code != language}


def test_the_web_edition(built: Build, language: str) -> None:
    page = html.parse(built(language, "html") / "gazetteer.html")
    check(page.xpath("//article")[0], language)


def test_the_epub(built: Build, language: str) -> None:
    check(epub(built(language, "epub"), "gazetteer"), language)


def test_the_tex_file(built: Build, language: str) -> None:
    (file,) = built(language, "latex").glob("names-*.tex")
    tex = file.read_text("utf-8")
    assert tex.count(r"\begin{colophonnames}") == len(LISTED[language][0])
    # Also where nothing else is told of a name, its forms have a line of their own.
    _heads, places, persons, _lwow = LISTED[language]
    assert tex.count(r"\begin{colophonforms}") == len(places + persons)
    targets = [tex.find(f"gazetteer:name-{id}") for id in ("bug", "lwow", "wilno")]
    assert -1 not in targets


def test_an_unknown_kind_is_told(source: Path) -> None:
    chapter = source / "gazetteer.md"
    text = chapter.read_text("utf-8").replace("```{persons}\n", "```{persons}\n:kinds: persn\n")
    chapter.write_text(text, "utf-8")
    _out, warnings = build(source, "en")
    assert "gazetteer.md:13: WARNING: unknown kind 'persn'; did you mean 'person'?" in warnings


def test_an_appendix_of_other_kinds(source: Path) -> None:
    chapter = source / "gazetteer.md"
    text = chapter.read_text("utf-8").replace(
        "```{persons}\n", "```{gazetteer}\n:kinds: treaty state\n"
    )
    chapter.write_text(text, "utf-8")
    out, warnings = build(source, "en")
    assert warnings == ""
    terms = [words(term) for term in html.parse(out / "gazetteer.html").iter("dt")]
    assert terms[-4:] == ["Lithuania", "Peace of Riga", "Poland", "Ukraine"]
