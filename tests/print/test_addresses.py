"""Where an address that is not plain ASCII may be broken in print."""

from __future__ import annotations

import pytest

from colophon.characters import ZERO_WIDTH_SPACE
from colophon.languages import language
from colophon.print.addresses import breakable
from colophon.typography.rules import typography


@pytest.mark.parametrize(
    ("code", "broken"),
    [
        ("th", "https://|wiki.|example.|org/|index.|php?|title=|สงครามโลก|ครั้ง|ที่_2"),
        ("en", "https://|wiki.|example.|org/|index.|php?|title=|สงครามโลกครั้งที่_2"),
        ("pl", "https://|pl.|example.|org/|Bitwa_|pod_|Szackiem"),
    ],
)
def test_breakable(code: str, broken: str) -> None:
    found = breakable(broken.replace("|", ""), typography(language(code)).breaker)
    assert found.replace(ZERO_WIDTH_SPACE, "|") == broken
