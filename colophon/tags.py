"""Language tags by BCP 47 (RFC 5646), as authors and translators write them."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",  # variants such as 1901 or tarask
    re.IGNORECASE,
)


def fault(tag: str) -> str:
    """What is wrong with a tag; empty where nothing is."""
    match = _TAG.fullmatch(tag)
    if not match:
        return f"{tag!r} is no language tag"
    languages, scripts, regions = _known()
    language, script, region = (match[name] or "" for name in ("language", "script", "region"))
    if language.lower() not in languages:
        return f"there is no language {language!r}"
    if script and script.title() not in scripts:
        return f"there is no script {script!r}"
    if region and region.upper() not in regions:
        return f"there is no region {region!r}"
    return ""


REMEDY = "write one such as pl, de, ru, uk or ru-Latn"


@cache
def _known() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The languages, scripts and regions that CLDR has a name for."""
    names = Locale("en")
    return frozenset(names.languages), frozenset(names.scripts), frozenset(names.territories)
