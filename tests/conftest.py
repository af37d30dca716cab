"""What all tests share: the nine editions of the real book, built once per run."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sphinx.locale
from playwright.sync_api import Browser, sync_playwright

from colophon.project import Project
from colophon.validate import ace

ROOT = Path(__file__).parent.parent
LANGUAGES = ("en", "pl", "th")


@dataclass(frozen=True)
class Editions:
    """The artefacts of the real book and what the build that made them said."""

    project: Project
    output: str

    def html(self, language: str) -> Path:
        """The folder of a web edition."""
        return self.project.artefact("html", language)

    def epub(self, language: str) -> Path:
        """The file of an electronic edition."""
        return self.project.artefact("epub", language)

    def pdf(self, language: str) -> Path:
        """The file of a printed edition."""
        return self.project.artefact("latexpdf", language)


@pytest.fixture(scope="session")
def editions() -> Editions:
    """Build what is not up to date, by the command that the Makefile runs."""
    command = [sys.executable, "-m", "colophon", "build"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Editions(Project.at(ROOT), done.stdout + done.stderr)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each language of the book in turn."""
    return str(request.param)


@pytest.fixture
def english_words() -> Iterator[None]:
    """Sphinx's interface words as they are, whatever an earlier test has made of them."""
    sphinx.locale.translators.clear()
    sphinx.locale.init([], "en")
    yield
    sphinx.locale.translators.clear()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, which makes no request of its own."""
    quiet = ["background-networking", "component-update", "sync"]
    arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=ace.browser(),
            args=[*arguments, *(f"--disable-{service}" for service in quiet)],
        )
        yield chromium
        chromium.close()
