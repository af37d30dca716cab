"""The index and the glossary of a tiny book, as the website and the e-book print them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.typography.built import build, copied

HEADS = {
    "en": ["Symbols", "A", "F", "L", "S", "T", "Z"],
    "pl": ["Symbole", "L", "Ł", "M", "S", "Ś", "W", "Z", "Ż"],
    "th": ["ก", "จ", "ช", "น", "ม", "ร", "ล", "ว"],
}
ENTRIES = {
    "en": ["Leopolis", "Lubelski, Jan", "Łuck", "Lwów"],
    "pl": ["Leopolis", "Lubelski, Jan", "Lwów", "Łuck", "łuk frontu"],
    "th": ["ลวีฟ", "ลูเบลสกี, ยัน", "เลออปอลิส"],
}
UNDER_LWOW = {
    "en": ["citadel of", "fall of", "see also Łuck"],
    "pl": ["cytadela", "upadek", "Łuck"],
    "th": ["การเสียเมือง", "ป้อม", "วุตสก์"],
}
TERMS = {
    "en": ["army", "front", "town"],
    "pl": ["łuk frontu", "miasto", "wojsko"],
    "th": ["กองทัพ", "แนวรบ", "เมือง"],
}
SUFFIX = {"html": "html", "epub": "xhtml"}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied("test-index", tmp_path_factory.mktemp("index"))


def page(out: Path, name: str) -> html.HtmlElement:
    builder = out.name.partition("-")[0]
    text = (out / f"{name}.{SUFFIX[builder]}").read_bytes().replace("\u200b".encode(), b"")
    return html.fromstring(text)


def texts(elements: list[html.HtmlElement]) -> list[str]:
    return [" ".join(element.text_content().split()) for element in elements]


@pytest.mark.parametrize(
    ("language", "builder"),
    [("en", "html"), ("pl", "html"), ("th", "html"), ("th", "epub")],
)
def test_index(book: Path, language: str, builder: str) -> None:
    out = build(book, language, builder)
    index = page(out, "genindex")
    assert texts(index.xpath("//section//h2")) == HEADS[language]
    names = [name.rstrip(" 0123456789") for name in texts(index.xpath("//section//h2/../ul/li"))]
    first = next(i for i, name in enumerate(names) if name.startswith(ENTRIES[language][0]))
    for offset, expected in enumerate(ENTRIES[language]):
        assert names[first + offset].startswith(expected)
    (under,) = index.xpath("//section//li[starts-with(normalize-space(), $lwow)]/ul",
                           lwow="Lwów" if language != "th" else "ลวีฟ")  # fmt: skip
    for found, expected in zip(texts(under.xpath("li")), UNDER_LWOW[language], strict=True):
        assert expected in found
    assert texts(page(out, "glossary").xpath("//dl/dt"))[0].rstrip("¶") == TERMS[language][0]
    assert [t.rstrip("¶") for t in texts(page(out, "glossary").xpath("//dl/dt"))] == TERMS[language]


def test_see_is_said_in_the_language_of_the_edition(book: Path) -> None:
    text = page(build(book, "pl", "html"), "genindex").text_content()
    assert "zob.\u00a0Lwów" in text and "zob.\u00a0też Łuck" in text
    assert "see" not in texts(page(build(book, "th", "html"), "genindex").xpath("//ul"))[0]


def test_index_after_a_change(tmp_path: Path) -> None:
    source = copied("test-index", tmp_path)
    assert HEADS["pl"] == texts(
        page(build(source, "pl", "html"), "genindex").xpath("//section//h2")
    )
    people = source / "people.md"
    people.write_text(people.read_text() + "\n```{index} single: Ćmielów\n```\n\nMore.\n")
    for parallel in (0, 2):
        heads = texts(
            page(build(source, "pl", "html", parallel), "genindex").xpath("//section//h2")
        )
        assert heads == ["Symbole", "Ć", *HEADS["pl"][1:]]
    people.unlink()
    index = source / "index.md"
    index.write_text(index.read_text().replace("people\n", ""))
    heads = texts(page(build(source, "pl", "html"), "genindex").xpath("//section//h2"))
    assert heads == ["L", "Ł", "M", "W", "Ż"]
