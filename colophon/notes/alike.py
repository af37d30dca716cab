"""Works whose short forms would be the same: each gets as much of its title as tells it apart.

A subtitle does, and where two editions of a book are cited, the year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Work = dict[str, Any]

_BESIDE = ("volume", "archive", "archive-short", "archive_collection", "archive_location")
"""What short forms print beside names and title."""


def apart(works: Mapping[str, Work], *, titled: bool = True) -> dict[str, Work]:
    """The works cited in one chapter, with the titles by which its later notes name them.

    `titled`: the year is a part of the title, for a style that does not know `title-year`.
    """
    found = dict(works)
    for key in list(_same(found)):
        found[key] = {name: value for name, value in found[key].items() if name != "title-short"}
    for key in list(_same(found)):
        if year := _year(found[key]):
            found[key] = _with_year(found[key], year, titled=titled)
    return found


def _same(works: Mapping[str, Work]) -> Iterator[str]:
    """The keys of works that have their short form in common with another."""
    groups: dict[str, list[str]] = {}
    for key, work in works.items():
        names = work.get("author") or work.get("editor") or work.get("director")
        title = work.get("title-short") or work.get("title") or work.get("reviewed-title")
        form = repr((names, title, [work.get(name) for name in _BESIDE]))
        groups.setdefault(form, []).append(key)
    for keys in groups.values():
        if len(keys) > 1:
            yield from keys


def _year(work: Work) -> str:
    issued = work.get("issued", {})
    return str(issued["date-parts"][0][0] if "date-parts" in issued else issued.get("literal", ""))


def _with_year(work: Work, year: str, *, titled: bool) -> Work:
    if not titled:
        return work | {"title-year": f"({year})"}
    foreign = work.get("foreign", {})
    if language := foreign.get("title"):
        foreign = foreign | {"title-short": language}
    return work | {"title-short": f"{work.get('title', '')} ({year})".strip(), "foreign": foreign}
