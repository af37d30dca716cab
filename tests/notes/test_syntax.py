"""The syntax of a citation."""

import pytest

from colophon.notes.syntax import CitationError, Cite, Locator, parse, parse_locator


def page(value: str) -> tuple[Locator, ...]:
    return (Locator("page", value),)


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("key", (Cite("", "key"),)),
        ("key1,key2", (Cite("", "key1"), Cite("", "key2"))),
        ("key1, key2", (Cite("", "key1"), Cite("", "key2"))),
        (
            "{See}zaloga2002{83},sanford2005{12-14}",
            (Cite("See", "zaloga2002", page("83")), Cite("", "sanford2005", page("12-14"))),
        ),
        ("{On Grodno, see}gross2002", (Cite("On Grodno, see", "gross2002"),)),
        ("{ดู}domkpi{83}", (Cite("ดู", "domkpi", page("83")),)),
        (" gross2002 {17} ", (Cite("", "gross2002", page("17")),)),
    ],
)
def test_parse(text: str, cites: tuple[Cite, ...]) -> None:
    assert parse(text) == cites


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("83", "page", "83"),
        ("xii-xv", "page", "xii-xv"),
        ("p. 83", "page", "83"),
        ("ch. 3", "chapter", "3"),
        ("n. 5", "note", "5"),
        ("vol. 2", "volume", "2"),
        ("no. 7", "issue", "7"),
        ("fig. 1", "figure", "1"),
        ("art. 2", "article-locator", "2"),
        ("sec. 4", "section", "4"),
        ("doc. 12", "document", "12"),
        ("col. 3", "column", "3"),
        ("fol. 7v", "folio", "7v"),
        ("para. 2", "paragraph", "2"),
    ],
)
def test_locator(text: str, label: str, value: str) -> None:
    assert parse_locator(text) == (Locator(label, value),)


@pytest.mark.parametrize("text", ["vol. 2, 83", "vol. 2, p. 83"])
def test_compound_locator(text: str) -> None:
    assert parse_locator(text) == (Locator("volume", "2"), Locator("page", "83"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "without a key"),
        ("{See}", "no key in '{See}'"),
        ("key,,other", "no key in ''"),
        ("key,", "no key in ''"),
        ("key{83", "unbalanced braces"),
        ("key}83{", "unbalanced braces"),
        ("two words", "cannot read 'two words'"),
        ("key{83} and more", "cannot read"),
        ("key{chapter. 3}", "unknown locator 'chapter.'"),
        ("key{ch.}", "locator without a number"),
        ("key{}", "locator without a number"),
    ],
)
def test_errors_say_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(CitationError) as raised:
        parse(text)
    assert message in str(raised.value)
