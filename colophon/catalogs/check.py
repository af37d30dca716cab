"""The examination of a catalogue: every rule over it, but for what a translator has muted.

A translator mutes one rule for one message by a comment above it that gives a reason:

    # colophon: ignore links – the Polish page has an address of its own
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from colophon.catalogs.files import WORDS as WORD_DOMAINS
from colophon.catalogs.read import Message, load
from colophon.catalogs.rules import FILE, TEXT, WORDS, Catalog, Place, Rule, Severity
from colophon.languages import NEUTRAL, language
from colophon.limits import too_long, too_nested
from colophon.problems import Problem

SEVERITIES: tuple[Severity, ...] = ("error", "warning")

_MUTE = re.compile(r"colophon:\s*ignore\b\s*(\S*)\s*(?:[–—-]+\s*(\S.*))?", re.IGNORECASE)
UNREADABLE = frozenset({"encoding", "syntax"})
"""Rules of reading: what they find leaves no messages to look at."""


@dataclass(frozen=True)
class _Mute:
    """One comment that mutes."""

    line: int
    rule: str
    reason: str


def check_catalog(
    path: Path,
    code: str = "",
    *,
    source: str = "en",
    severities: Collection[Severity] = SEVERITIES,
    template: frozenset[tuple[str | None, str]] | None = None,
    entries: frozenset[Place] = frozenset(),
) -> list[Problem]:
    """Every fault of one catalogue, in the lines of its file.

    `code` is the catalogue's language, by its folder if not given; `source` that of the msgids;
    `template` and `entries` are what the chapters hold.
    """
    catalog = Catalog(
        str(path),
        load(path),
        language(code or _folder(path)) if code or _folder(path) else NEUTRAL,
        language(source),
        template,
        entries,
    )
    return sorted(examine(catalog, severities))


def examine(catalog: Catalog, severities: Collection[Severity] = SEVERITIES) -> Iterator[Problem]:
    """What the rules find in a catalogue, less what is muted, and what is wrong with the mutes."""
    mutes = list(_mutes(catalog))
    in_force = {(mute.line, mute.rule) for mute in mutes if not _unfit(mute)}
    used = set()
    for problem in _found(catalog, severities if not mutes else SEVERITIES):
        if (problem.line, problem.rule) in in_force:
            used.add((problem.line, problem.rule))
        elif problem.severity in severities:
            yield problem
    if "warning" in severities:
        for mute in mutes:
            fault = _unfit(mute)
            if not fault and (mute.line, mute.rule) not in used:
                fault = f"nothing to mute: {mute.rule} finds nothing here"
            if fault:
                remedy = "write: # colophon: ignore <rule> – <reason>, or delete the comment"
                yield Problem(catalog.file, mute.line, fault, remedy, "mute", "warning")


def rules_of(file: str) -> dict[str, Rule]:
    """The rules for a file, by what its messages are."""
    kind = WORDS if Path(file).stem in WORD_DOMAINS else TEXT
    return FILE.rules | kind.rules


def _found(catalog: Catalog, severities: Collection[Severity]) -> Iterator[Problem]:
    rules = [r for r in rules_of(catalog.file).values() if r.severity in severities]
    broken = bool(catalog.contents.faults) and not catalog.contents.messages
    for rule in rules:
        if rule.catalog and not (broken and rule.severity == "warning"):
            for line, fault, remedy in rule.catalog(catalog):
                yield Problem(catalog.file, line, fault, remedy, rule.name, rule.severity)
    over_messages = [rule for rule in rules if rule.messages]
    for message in catalog.contents.messages:
        # Fuzzy and untranslated messages do not reach the page.
        if message.msgstr.strip() and not message.fuzzy:
            # Where a text is dangerous, that is all that is to be said of it.
            yield from list(_faults(message, catalog, over_messages, safety=True)) or _faults(
                message.without_own_notes(), catalog, over_messages, safety=False
            )


def _faults(
    message: Message, catalog: Catalog, rules: Iterable[Rule], *, safety: bool
) -> Iterator[Problem]:
    # A text made to hold a parser up would hold the other rules up too.
    if too_long(message.msgstr) or too_nested(message.msgstr):
        rules = [rule for rule in rules if rule.name == "size"]
    for rule in rules:
        if rule.messages and rule.safety is safety:
            for fault, remedy in rule.messages(message, catalog):
                place = catalog.file, message.line
                yield Problem(*place, fault, remedy, rule.name, rule.severity)


def _mutes(catalog: Catalog) -> Iterator[_Mute]:
    seen = set()
    for message in catalog.contents.messages:
        # What is fuzzy is not examined, so its mutes have nothing to do yet.
        if "colophon:" in message.comment and not message.fuzzy and message.line not in seen:
            seen.add(message.line)
            for rule, reason in _MUTE.findall(message.comment):
                yield _Mute(message.line, rule.rstrip(":,."), reason.strip())


def _unfit(mute: _Mute) -> str:
    """Why a mute has no effect."""
    known = FILE.rules | TEXT.rules | WORDS.rules
    if mute.rule not in known:
        return f"no rule of this name: {mute.rule or '(none)'}"
    if known[mute.rule].safety:
        return f"{mute.rule} cannot be muted"
    if not mute.reason:
        return f"{mute.rule} is muted without a reason"
    return ""


def _folder(path: Path) -> str:
    """The language of `<folder>/<language>/LC_MESSAGES/<domain>.po`."""
    parts = path.parts
    return parts[parts.index("LC_MESSAGES") - 1] if "LC_MESSAGES" in parts[1:] else ""
