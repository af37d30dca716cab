"""`make live-th`: the page follows the catalogue, and says what is wrong with it."""

from __future__ import annotations

import html
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.conftest import ROOT

PATIENCE = 60  # seconds; a bound for a broken server, not a measure of speed


def until(condition: Callable[[], object]) -> None:
    """Wait for `condition`, which may fail for want of a server."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            if condition():
                return
        except OSError:
            pass
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)


@dataclass
class Live:
    """A preview that is running."""

    book: Path
    log: Path
    address: str

    def page(self, name: str = "chapter.html") -> str:
        with urlopen(f"{self.address}/{name.removeprefix('/')}") as answer:
            return str(answer.read().decode())

    @property
    def catalog(self) -> Path:
        return self.book / "locales" / "th" / "LC_MESSAGES" / "chapter.po"

    def save(self, old: str, new: str) -> None:
        text = self.catalog.read_text()
        assert old in text
        self.catalog.write_text(text.replace(old, new))


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    folder = tmp_path_factory.mktemp("live")
    book = Path(shutil.copytree(ROOT / "tests" / "roots" / "test-book", folder / "book"))
    log = folder / "log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "colophon", "live", "th"],
            cwd=book,
            env={**os.environ, "PYTHONPATH": str(ROOT), "BROWSER": "true"},
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        until(lambda: re.search(r"http://127\.0\.0\.1:\d+", log.read_text()))
        found = Live(book, log, re.findall(r"http://127\.0\.0\.1:\d+", log.read_text())[0])
        until(lambda: "chapter.html" in log.read_text())  # the first build has ended
        assert "กองทัพ" in found.page()
        yield found
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def test_saved_catalog_reaches_the_page_and_the_browser_is_told(live: Live) -> None:
    with urlopen(f"{live.address}/-/events", timeout=PATIENCE) as events:
        assert events.readline() == b": open\n"
        live.save("กองทัพข้าม", "กองพลข้าม")
        assert [events.readline() for _ in range(2)] == [b"\n", b"data: new\n"]
    assert "กองพล" in live.page()
    assert "EventSource" in live.page()
    assert not list((live.book / "locales").rglob("*.mo"))


def test_fault_is_shown_with_its_line_and_the_last_good_page_stays(live: Live) -> None:
    good = live.page()
    live.save("ตุลาคม{footcite:p}`zaloga2002{90}`", "ตุลาคม (พัง)")
    fault = (
        "locales/th/LC_MESSAGES/chapter.po:25: citations: missing in the translation: "
        "{footcite:p}`zaloga2002`; copy it from the msgid"
    )
    until(lambda: fault in live.page())
    assert fault in live.log.read_text()
    own, snippet = "</html>", "const problems"
    assert live.page().split(own)[0] == good.split(own)[0]
    assert live.page().split(snippet)[1] != good.split(snippet)[1]
    live.save("ตุลาคม (พัง)", "ตุลาคม{footcite:p}`zaloga2002{90}`")
    until(lambda: "chapter.po" not in live.page())


def test_fault_of_one_file_outlasts_the_mending_of_another(live: Live) -> None:
    """A chapter that a failed build has read is read again until it is sound."""
    chapter, index = live.book / "docs" / "chapter.md", live.book / "docs" / "index.md"
    sound = chapter.read_text()
    chapter.write_text(f"{sound}\nSee {{ref}}`nowhere`.\n")
    until(lambda: "nowhere" in live.page())
    index.write_text(f"{index.read_text()}\nAnother line.\n")
    until(lambda: live.log.read_text().count("nowhere") > 1)
    assert "docs/chapter.md:14: undefined label: 'nowhere'" in live.page()
    assert "Another line." not in live.page("index.html")
    chapter.write_text(sound)
    until(lambda: "Another line." in live.page("index.html"))
    until(lambda: "nowhere" not in live.page())  # told a moment after the pages are there


def test_new_title_of_a_chapter_reaches_the_other_pages(live: Live) -> None:
    live.save('การเดินทัพ"', 'การเดินทัพใหม่"')
    until(lambda: "การเดินทัพใหม่" in live.page("bibliography.html"))


def test_each_paragraph_leads_to_its_message(live: Live) -> None:
    links = re.findall(r'href="(/-/message\?[^"]+)"', live.page())
    assert len(links) == 5  # two titles, two paragraphs, a note
    live.catalog.write_text(f"# moved by a line\n{live.catalog.read_text()}")
    line = live.catalog.read_text().splitlines().index('msgid "The end"') + 1
    listings = [html.unescape(live.page(html.unescape(link))) for link in links]
    (found,) = (page for page in listings if f"chapter.po:{line}</title>" in page)
    assert f'<li id="L{line}">msgid "The end"</li>' in found


def test_nothing_but_the_pages_is_served(live: Live) -> None:
    for path in (
        "/../conf.py",
        "/%2e%2e/doctrees/environment.pickle",
        "/-/message?chapter=../../x&message=1",
    ):
        with pytest.raises(HTTPError):
            urlopen(live.address + path)
    with pytest.raises(HTTPError):
        urlopen(Request(live.address, headers={"Host": "elsewhere.example"}))
