"""Putting what came back into a catalogue: translation, fuzzy mark, comments, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import polib

from colophon.exchange.units import Unit
from colophon.problems import Problem

CHANGED = "the source has changed since the export"


def merge(path: Path, units: Sequence[Unit], file: str) -> tuple[str, list[str], list[Problem]]:
    """The catalogue at `path` with the units of `file`; what has changed; which are refused.

    Every message that stays as it is keeps its bytes. A message whose source the file does not
    have any more, or has with another wording, is never touched. An empty translation says
    nothing, so it deletes nothing; comments are added and never taken away.
    """
    text, catalog = load(path)
    known, retired = (
        {(entry.msgctxt or "", entry.msgid): entry for entry in catalog if entry.obsolete == old}
        for old in (False, True)
    )
    changes: list[str] = []
    problems: list[Problem] = []
    touched: set[int] = set()
    for unit in units:
        key = (unit.context or "", unit.source)
        if entry := known.get(key):
            if unit.obsolete and entry.msgstr:
                continue  # the message has come back since, with a translation of its own
            if done := _take(entry, unit):
                touched.add(id(entry))
                changes.append(f"{entry.linenum}: {', '.join(done)}")
        elif (old := retired.get(key)) and unit.target in {"", old.msgstr}:
            pass  # as it left
        else:
            problems.append(_refused(unit, old, file))
    return rewritten(text, catalog, touched), changes, problems


def load(path: Path) -> tuple[str, polib.POFile]:
    """The text of a catalogue and its messages."""
    # By its path: of a text polib would count the lines otherwise, cutting at U+2028 too.
    return path.read_bytes().decode(), polib.pofile(str(path), encoding="utf-8-sig", wrapwidth=0)


def _refused(unit: Unit, retired: polib.POEntry | None, file: str) -> Problem:
    text = " ".join(unit.source.split())
    beginning = text if len(text) <= 40 else f"{text[:40]}…"
    if retired:
        message = "the book no longer has this message"
        return Problem(file, unit.line, f"{message}: {beginning!r}", "take it out of the file")
    return Problem(
        file, unit.line, f"no message has this source: {beginning!r}", f"{CHANGED}: export anew"
    )


def _take(entry: polib.POEntry, unit: Unit) -> list[str]:
    """Change a message; what has been done to it."""
    done: list[str] = []
    if unit.target and entry.msgstr != unit.target:
        done.append("translation changed" if entry.msgstr else "translated")
        entry.msgstr = unit.target
    if unit.target and entry.fuzzy != unit.fuzzy:
        done.append("marked fuzzy" if unit.fuzzy else "no longer fuzzy")
        if unit.fuzzy:
            entry.flags.insert(0, "fuzzy")
        else:
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            # What the source once was is of no use to a reviewed translation.
            entry.previous_msgid = entry.previous_msgctxt = None
    return done + comment(entry, unit.comments)


def comment(entry: polib.POEntry, lines: Iterable[str]) -> list[str]:
    """Add comment lines that the message does not have; what has been done."""
    there = entry.tcomment.split("\n") if entry.tcomment else []
    parts = [part.rstrip() for line in lines for part in line.split("\n")]
    fresh = [part for part in dict.fromkeys(parts) if part not in there]
    entry.tcomment = "\n".join([*there, *fresh])
    return [f"comment added: {part}" for part in fresh if part]


def rewritten(text: str, catalog: polib.POFile, touched: set[int]) -> str:
    """The text with the touched messages written anew and every other line as it was."""
    lines = text.split("\n")
    starts = [(entry.linenum or 1) - 1 for entry in catalog]
    for entry, start, end in reversed(
        list(zip(catalog, starts, [*starts[1:], len(lines)], strict=True))
    ):
        if id(entry) in touched:
            lines[start:end] = _block(entry, lines[start:end])
    return "\n".join(lines)


def _block(entry: polib.POEntry, old: list[str]) -> list[str]:
    """The lines of a message with its new comments, flags and translation."""
    kinds = [_kind(line) for line in old]
    first, last = kinds.index("msgstr"), len(old)
    while last > first and not old[last - 1].strip():
        last -= 1
    said = [f"# {line}".rstrip() for line in entry.tcomment.split("\n")] if entry.tcomment else []
    flags = [f"#, {', '.join(entry.flags)}"] if entry.flags else []
    source = [line for line, kind in zip(old[:first], kinds, strict=False) if kind == "msgid"]
    between = [line for line, kind in zip(old, kinds, strict=True) if kind in {"#.", "#:"}]
    if entry.previous_msgid is not None:
        flags += [line for line, kind in zip(old, kinds, strict=True) if kind == "#|"]
    fresh = polib.POEntry(msgstr=entry.msgstr).__unicode__(wrapwidth=0).rstrip("\n").split("\n")
    translation = fresh[next(n for n, line in enumerate(fresh) if line.startswith("msgstr")) :]
    return [*said, *between, *flags, *source, *translation, *old[last:]]


def _kind(line: str) -> str:
    """What a line of a message is: the beginning of a comment, msgid (or msgctxt), or msgstr."""
    bare = line.strip()
    if bare.startswith("#"):
        return bare[:2] if bare[:2] in {"#.", "#:", "#,", "#|"} else "#"
    return "msgstr" if bare.startswith("msgstr") else "msgid"
