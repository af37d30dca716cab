"""The pages as a reader uses them, in a real browser, straight from the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

SIZES = {"desk": (1280, 800), "phone": (390, 844)}


@pytest.fixture(params=SIZES)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a screen of each size; it asks no other host for anything."""
    width, height = SIZES[request.param]
    page = browser.new_page(viewport={"width": width, "height": height})
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    yield page
    page.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def marks(page: Page) -> Locator:
    return page.locator("[role=doc-noteref]")


def switch(page: Page, name: str) -> None:
    page.locator(".editions:visible").get_by_role("link", name=name).click()


def test_the_switch_leads_to_the_same_page(page: Page, site: Path) -> None:
    page.goto((site / "en/part/san.html").as_uri())
    switch(page, "ไทย")
    assert page.title() == "แม่น้ำซาน · แม่น้ำสามสาย"
    switch(page, "Polski")
    assert page.title() == "San · Trzy rzeki"
    assert page.locator(".editions:visible [aria-current]").inner_text() == "Polski"


def test_the_switch_keeps_the_section(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": page.viewport_size["width"], "height": 300})  # type: ignore[index]
    page.goto((site / "en/bug.html").as_uri() + "#bug-mouth")
    # Scrolling is smooth, and slow on a busy machine: wait until the section is there.
    there = "document.querySelector('#bug-mouth').getBoundingClientRect().top < innerHeight / 3"
    page.wait_for_function(there)
    switch(page, "Polski")
    assert page.url == (site / "pl/bug.html").as_uri() + "#bug-mouth"


def test_the_switch_works_without_scripts(browser: Browser, site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((site / "en/bug.html").as_uri())
        switch(page, "Polski")
        assert page.url == (site / "pl/bug.html").as_uri()


def test_a_note_opens_at_a_click_and_closes(page: Page, site: Path) -> None:
    page.goto((site / "pl/bug.html").as_uri())
    note, mark = page.locator(".note-popover"), marks(page).nth(2)
    expect(note).to_be_hidden()
    mark.click()
    expect(note).to_be_visible()
    expect(note).to_contain_text("Prawy, zob. mapę.")
    assert note.get_attribute("aria-label") == "Przypis 3"
    box, size = note.bounding_box(), page.viewport_size
    assert box and size
    assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
    assert "#" not in page.url
    mark.click()
    expect(note).to_be_hidden()
    mark.click()
    page.locator("h1").click()
    expect(note).to_be_hidden()
    mark.click()
    page.get_by_role("button", name="Zamknij").click()
    expect(note).to_be_hidden()


def test_a_note_opens_and_closes_with_the_keyboard(page: Page, site: Path) -> None:
    page.goto((site / "en/bug.html").as_uri())
    marks(page).nth(1).focus()
    page.keyboard.press("Enter")
    assert "The left one." in page.locator(".note-popover").inner_text()
    expect(page.locator(".note-popover")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".note-popover")).to_be_hidden()
    expect(marks(page).nth(1)).to_be_focused()


def test_a_note_is_a_link_without_scripts(browser: Browser, site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((site / "en/bug.html").as_uri())
        marks(page).last.click()
        assert page.url.endswith("#east")
        expect(page.locator(".note-popover")).to_be_hidden()
        page.locator("#east [role=doc-backlink]").click()
        assert page.url.endswith("#" + str(marks(page).last.get_attribute("id")))


def test_thai_has_its_face_and_is_stressed_upright(page: Page, site: Path) -> None:
    page.goto((site / "th/bug.html").as_uri())
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter((face) => face.status == 'loaded').map((face) => face.style)"
    )
    assert set(loaded) == {"italic", "normal"}
    leading = page.evaluate(
        "(s => parseFloat(s.lineHeight) / parseFloat(s.fontSize))"
        "(getComputedStyle(document.querySelector('article p')))"
    )
    assert 1.8 <= leading <= 1.9


def test_nothing_is_wider_than_a_phone(browser: Browser, site: Path, language: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    for name in ("index.html", "bug.html", "genindex.html", "search.html"):
        page.goto((site / language / name).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.close()
