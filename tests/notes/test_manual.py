"""The manual of the room says what the code does; `python -m tests.notes.manual` mends it."""

from __future__ import annotations

import re

from colophon.notes.items import TYPES
from colophon.notes.settings import EXTENTS
from tests.generated import part
from tests.notes import manual
from tests.notes.conftest import Works
from tests.notes.test_styles import LOCATORS_OF_EDITIONS


def test_every_type_is_in_the_manual_in_three_languages(works: Works) -> None:
    assert manual.TYPES.keys() == works.keys()
    assert part(manual.README, "types") == manual.types()


def test_every_locator_is_in_the_manual() -> None:
    assert part(manual.README, "locators") == manual.locators(LOCATORS_OF_EDITIONS)


def test_the_manual_names_types_that_exist() -> None:
    sources = re.findall(r"^@(\w+)\{", part(manual.README, "types"), re.MULTILINE)
    assert set(sources) <= TYPES.keys()


def test_the_manual_names_the_settings() -> None:
    text = manual.README.read_text("utf-8")
    for name in ("colophon_ibid", "colophon_full_citation", "colophon_citation_styles", *EXTENTS):
        assert name in text
