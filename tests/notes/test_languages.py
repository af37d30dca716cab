"""What stands in another language says so to hyphenation and screen readers, in HTML and EPUB."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from lxml import etree

from tests.notes.conftest import ROOTS, ebook_page, read, web_page

XML = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("languages")
    for code in ("en", "pl", "th"):
        for builder in ("html", "epub"):
            assert read(ROOTS / "test-notes", folder, code, builder).warnings == ""
    return folder


_web = partial(web_page, docname="bibliography")
_ebook = partial(ebook_page, docname="bibliography")


TITLES = {
    "en": "Poland 1939: The Birth of Blitzkrieg",
    "pl": "Przywracanie pamięci",
    "th": "สงครามโลกครั้งที่ 2",
}


@pytest.mark.parametrize("page", [_web, _ebook], ids=["html", "epub"])
@pytest.mark.parametrize("code", TITLES)
def test_titles_keep_their_language(
    code: str, page: Callable[[Path], etree._Element], output: Path
) -> None:
    root = page(output / code)
    for language, title in TITLES.items():
        own = root.get("lang") or root.get(XML)
        assert _language(root, title) == (own if language == code else language)


def _language(root: etree._Element, text: str) -> str:
    """The language in which a screen reader would read the text."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    holding = [element for element in elements if _bare("".join(element.itertext())) == text]
    # The innermost element that holds just this, or the nearest around it that says so.
    found: etree._Element | None = holding[-1] if holding else None
    while found is not None:
        if lang := found.get("lang") or found.get(XML):
            return str(lang)
        found = found.getparent()
    # Not marked: part of an entry in the edition's own language.
    assert text in _bare("".join(root.itertext()))
    return root.get("lang") or root.get(XML)


def _bare(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())
