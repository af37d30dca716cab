"""The page that leads to the editions."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from playwright.sync_api import Browser

from colophon.book import Book
from colophon.html.landing import landing_page

BOOKS = {
    "en": Book("rivers", "Rivers & Lakes", "A <sample>"),
    "th": Book("rivers", "แม่น้ำ"),
}


def test_a_link_for_each_edition_in_its_language() -> None:
    tree = html.fromstring(landing_page(BOOKS))
    assert tree.xpath("//li/@lang") == ["en-GB", "th"]
    assert tree.xpath("//li/a/@href") == ["en/index.html", "th/index.html"]
    assert tree.xpath("//strong/text()") == ["Rivers & Lakes", "แม่น้ำ"]
    assert "A <sample>" in tree.xpath("string(//li)")
    assert landing_page(BOOKS) == landing_page(BOOKS)


def test_the_browser_is_led_to_its_language(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(landing_page(BOOKS))
    for code in BOOKS:
        (tmp_path / code).mkdir()
        (tmp_path / code / "index.html").write_text(code)
    address = (tmp_path / "index.html").as_uri()
    for locale, expected in (("th-TH", "th"), ("en-US", "en"), ("pl-PL", None)):
        with browser.new_context(locale=locale) as context:
            page = context.new_page()
            page.goto(address)
            if expected:
                page.wait_for_url(f"**/{expected}/index.html")
            else:
                assert page.locator("li").count() == 2
