"""The manual says what the rules do; `python -m tests.catalogs.manual` mends it."""

from __future__ import annotations

from tests.catalogs import manual
from tests.conftest import ROOT
from tests.generated import part


def test_the_manual_is_that_of_the_rules() -> None:
    assert part(manual.README, "overview") == manual.overview()
    assert part(manual.README, "rules") == manual.chapters()


def test_the_translators_page_leads_to_the_manual() -> None:
    assert "(../colophon/catalogs/README.md)" in (ROOT / "locales" / "README.md").read_text("utf-8")
