"""`colophon_completeness` in conf.py: what an edition needs, and what shows in place of the rest.

colophon_completeness = {
    "share": {"all": 0.5, "th": 0.9, "latexpdf": 1, "epub-th": 0.95},
    "missing": "marked",
}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from colophon.problems import Problem
from colophon.settings import fault, misshapen, no_edition, unknown

ALL = "all"
"""The key of `share` that holds for every edition."""

PLAIN, MARKED = "plain", "marked"
"""Source text in place of a missing translation: as it is, or with a mark before it."""

_KNOWN = ("share", "missing")


def check(
    setting: object, formats: Sequence[str], languages: Sequence[object]
) -> Iterator[Problem]:
    """The faults of the setting."""
    if not isinstance(setting, Mapping):
        yield misshapen("colophon_completeness", setting, '{"share": …}')
        return
    yield from unknown("colophon_completeness", setting, _KNOWN)
    if (missing := setting.get("missing", PLAIN)) not in (PLAIN, MARKED):
        remedy = f'write "{PLAIN}" or "{MARKED}"'
        yield fault(f"colophon_completeness: missing is {missing!r}", remedy)
    shares = setting.get("share", {})
    if not isinstance(shares, Mapping):
        yield misshapen("colophon_completeness: share", shares, '{"th": 0.9}')
        return
    codes = [str(code) for code in languages]
    known = [ALL, *formats, *codes, *(f"{f}-{code}" for f in formats for code in codes)]
    for edition, share in shares.items():
        if edition not in known:
            yield no_edition("colophon_completeness: share", edition, ", ".join(known))
        number = isinstance(share, int | float) and not isinstance(share, bool)
        if not number or not 0 <= share <= 1:
            message = f"colophon_completeness: {share!r} is no share ({edition})"
            yield fault(message, "write a number from 0 to 1, such as 0.9")


def needed(setting: Mapping[str, Any], format: str, language: str) -> float:
    """The share that an edition needs; the closest name counts."""
    shares = setting.get("share", {})
    names = (f"{format}-{language}", language, format, ALL)
    return next((float(shares[name]) for name in names if name in shares), 0.0)
