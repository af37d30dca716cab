"""The syntax of a citation: `{See}zaloga2002{83},sanford2005{12-14}`.

Works are separated by commas; each is a key of the .bib file, before it an optional prefix and
after it an optional locator, both in braces.  A locator is written the same way in every language
(`83`, `ch. 3`, `vol. 2, 83`) and printed in the words of the edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LOCATORS = {
    "p": "page",
    "pp": "page",
    "ch": "chapter",
    "n": "note",
    "vol": "volume",
    "no": "issue",
    "fig": "figure",
    "art": "article-locator",
    "sec": "section",
    "doc": "document",
    "col": "column",
    "fol": "folio",
    "para": "paragraph",
}
"""Abbreviation in the source → name of the CSL locator (CSL 1.0.2, appendix "Locators";
`document` is ours, since CSL has no locator for a numbered document of an edition of sources)."""

_LABELLED = re.compile(r"(?P<word>[A-Za-z]+)\.\s*(?P<value>.*)", re.DOTALL)
_BEFORE_LABEL = re.compile(r",\s*(?=[A-Za-z]+\.)")
_VOLUME_AND_PAGE = re.compile(r"(?P<volume>[^,]+),\s*(?P<page>[^,]+)")


class CitationError(ValueError):
    """A citation that cannot be read; the text says why, for its author."""


@dataclass(frozen=True)
class Locator:
    """A place in a work: `label` is a CSL locator, `value` its number."""

    label: str
    value: str


@dataclass(frozen=True)
class Cite:
    """One work in a citation; a compound place (vol. 2, 83) has several locators."""

    prefix: str
    key: str
    locator: tuple[Locator, ...] = ()


def parse(text: str) -> tuple[Cite, ...]:
    """The works that a citation names; raises `CitationError`."""
    cites = tuple(_cite(item) for item in _items(text))
    if not cites:
        raise CitationError("citation without a key")
    return cites


def parse_locator(text: str) -> tuple[Locator, ...]:
    """The place that the braces after a key name; raises `CitationError`."""
    locators: list[Locator] = []
    for part in _BEFORE_LABEL.split(text.strip()):
        match = _LABELLED.fullmatch(part)
        if match is None:
            locators.append(Locator("page", part))
            continue
        label = LOCATORS.get(match["word"].lower())
        if label is None:
            known = ", ".join(f"{word}." for word in LOCATORS)
            raise CitationError(f"unknown locator '{match['word']}.' (known are {known})")
        value = match["value"].strip()
        if label == "volume" and (both := _VOLUME_AND_PAGE.fullmatch(value)):
            locators += [Locator(label, both["volume"]), Locator("page", both["page"])]
        else:
            locators.append(Locator(label, value))
    if not all(locator.value for locator in locators):
        raise CitationError(f"locator without a number in '{{{text}}}'")
    return tuple(locators)


def _items(text: str) -> Iterator[str]:
    """The parts between commas that stand outside braces."""
    depth = start = 0
    for position, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if depth not in (0, 1):
            raise CitationError(f"unbalanced braces in '{text}'")
        if character == "," and depth == 0:
            yield text[start:position]
            start = position + 1
    if depth:
        raise CitationError(f"unbalanced braces in '{text}'")
    if start or text.strip():
        yield text[start:]


_ITEM = re.compile(
    r"\s*(?:\{(?P<prefix>[^{}]*)\})?\s*(?P<key>[^\s{}]*)\s*(?:\{(?P<locator>[^{}]*)\})?\s*"
)


def _cite(item: str) -> Cite:
    match = _ITEM.fullmatch(item)
    if match is None:
        raise CitationError(f"cannot read '{item.strip()}' (write {{prefix}}key{{locator}})")
    if not match["key"]:
        raise CitationError(f"no key in '{item.strip()}' (write {{prefix}}key{{locator}})")
    place = match["locator"]
    return Cite(
        prefix=(match["prefix"] or "").strip(),
        key=match["key"],
        locator=parse_locator(place) if place is not None else (),
    )
