"""The styles: each type in each language, all locators, and no English where none belongs."""

import re
import tomllib
from pathlib import Path

import pytest

from colophon.languages import language
from colophon.notes import render
from colophon.notes.inlines import text_of
from colophon.notes.style import style
from colophon.notes.syntax import LOCATORS
from tests.notes.conftest import Notes, Works

TABLE = tomllib.loads((Path(__file__).parent / "types.toml").read_text())
LANGUAGES = ("en", "pl", "th")
FOREIGN = ["edited", "chapter", "newspaper", "page", "act", "thesis", "archive", "thai", "russian"]
"""Works with no English in their data."""
ENGLISH = re.compile(
    r"\b([Aa]nd|[Ii]n|[Ee]dited|eds?|[Tt]ranslated|[Tt]rans|[Vv]ol|[Nn]os?|[Aa]ccessed|n\.d|[Ii]bid|"
    r"pp?|ch|et al|thesis|forthcoming|January|September)\b"
)


@pytest.mark.parametrize("code", LANGUAGES)
def test_types(code: str, works: Works, notes: Notes) -> None:
    assert TABLE.keys() == works.keys()
    citations = [f"{key}{{83}}" for key in works] + [f"{key}{{12-14}}" for key in works]
    texts = notes(code, *citations)
    entries = render.entries(works, works, style(language(code)))
    for position, key in enumerate(works):
        expected = TABLE[key][code]
        assert texts[position] == expected["note"]
        assert texts[position + len(works)] == expected["short"]
        assert text_of(entries[key]) == expected["entry"]


@pytest.mark.parametrize("code", ["pl", "th"])
def test_no_english(code: str, works: Works, notes: Notes) -> None:
    citations = [f"{key}{{{word}. 3-4}}" for key in FOREIGN for word in LOCATORS]
    entries = render.entries(FOREIGN, works, style(language(code)))
    for text in [*notes(code, *citations), *map(text_of, entries.values())]:
        assert not ENGLISH.search(re.sub(r"https?://\S+", "", text)), text


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "en",
            "5, ch. 5, n. 5, vol. 5, no. 5, fig. 5, art. 5, sec. 5, doc. 5, col. 5, fol. 5, "
            "para. 5",
        ),
        (
            "pl",
            "s. 5, rozdz. 5, przyp. 5, t. 5, nr 5, il. 5, art. 5, podrozdz. 5, dok. 5, szp. 5, "
            "k. 5, akapit 5",
        ),
        (
            "th",
            "น. 5, บทที่ 5, เชิงอรรถที่ 5, เล่ม 5, ฉบับที่ 5, ภาพที่ 5, ข้อ 5, หัวข้อที่ 5, เอกสารที่ 5, "
            "คอลัมน์ที่ 5, แผ่นที่ 5, ย่อหน้าที่ 5",
        ),
    ],
)
def test_locators(code: str, expected: str, notes: Notes) -> None:
    words = [word for word in LOCATORS if word not in {"p", "pp"}]
    texts = notes(code, "book", "article", "book{5}", *(f"article,book{{{w}. 5}}" for w in words))
    found = [text.rsplit(", ", 1)[1].rstrip(".") for text in texts[2:]]
    assert ", ".join(found) == expected


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("83", "Ibid., 83."),
        ("12-14", "Ibid., 12–14."),
        ("ch. 3-4", "Ibid., chs 3–4."),
        ("art. 2-3", "Ibid., arts 2–3."),
        ("doc. 12, 14", "Ibid., docs 12, 14."),
        ("fol. 7v", "Ibid., fol. 7v."),
        ("vol. 2, 83", "Ibid., vol. 2, p. 83."),
        ("vol. 2, 83-85", "Ibid., vol. 2, pp. 83–85."),
        ("83, n. 5", "Ibid., 83, n. 5."),
        ("83, 85", "Ibid., 83, 85."),
    ],
)
def test_number_of_locators(locator: str, expected: str, notes: Notes) -> None:
    assert notes("en", "book", f"book{{{locator}}}")[1] == expected


def test_unknown_language_uses_english_words(notes: Notes) -> None:
    assert notes("de", "book", "book{5}")[1] == "Ibid., 5."
