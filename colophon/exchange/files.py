"""`make exchange` and `make import`: every file of the exchange, out and back in."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import colophon
from colophon.catalogs.files import catalogs
from colophon.exchange import proof, terms, tmx, untrusted, xliff
from colophon.exchange.merge import comment, load, merge, rewritten
from colophon.exchange.units import Unit, duplicates, units
from colophon.files import write_atomically, write_if_changed
from colophon.languages import language
from colophon.problems import Problem, Problems, fail
from colophon.project import Project

FORMATS: Mapping[str, Any] = {".xlf": xliff, ".xliff": xliff, ".tmx": tmx}
"""The modules that read the formats of translation programs."""

Result = tuple[list[str], list[Problem]]
"""What has been changed, a line each, and what has been refused."""


def export(project: Project, codes: Sequence[str]) -> list[Path]:
    """Write everything for the languages `codes` below `_build/exchange`; raises `Problems`."""
    rows = terms.read(project.termbases)
    source = project.config.language
    known = terms.languages(rows, project.languages)
    made: dict[Path, bytes] = {}
    problems: list[Problem] = []
    if known:
        tags = {code: language(code).tag for code in known}
        made[Path("terms.tbx")] = terms.tbx(rows, tags, project.metadata.title)
    for code in codes:
        pair = language(source).tag, language(code).tag
        chapters: dict[str, list[Unit]] = {}
        for chapter, path in catalogs(project.locale_dirs, code):
            chapters[chapter], faults = units(path, chapter)
            problems += faults
        problems = [_within(problem, project) for problem in problems]
        if problems:
            continue
        stem, everything = f"{project.slug}-{code}", [u for us in chapters.values() for u in us]
        for chapter, found in chapters.items():
            made[Path(code, f"{chapter}.xlf")] = xliff.write(found, chapter, *pair)
        if code != source:  # a memory leads from one language to another
            made[Path(code, f"{stem}.tmx")] = tmx.write(everything, *pair, colophon.__version__)
        book = project.metadata_in(code)
        current = {name: [u for u in us if not u.obsolete] for name, us in chapters.items()}
        title = f"{book.title} ({language(code).name})"
        made[Path(code, f"{stem}.docx")] = proof.write(current, title, code, pair, book.date)
        if code in known and source in known and code != source:
            made[Path(code, f"terms-{code}.csv")] = terms.glossary(rows, source, code, pair)
            made[Path(code, f"terms-{code}.tmx")] = terms.memory(
                rows, source, code, pair, colophon.__version__
            )
    if problems:
        raise Problems(problems)
    folder = project.output / "exchange"
    for name, content in made.items():
        write_if_changed(folder / name, content)
    return [folder / name for name in made]


def take(project: Project, files: Iterable[Path]) -> Result:
    """Bring what translators and proof-readers have sent into the catalogues."""
    changes: list[str] = []
    problems: list[Problem] = []
    for file in files:
        try:
            done, refused = _take(project, file)
        except Problems as error:
            done, refused = [], error.problems
        except OSError as error:
            reason = (error.strerror or "cannot be read").lower()
            done, refused = [], [Problem(str(file), 0, reason, "mend its name or its rights")]
        changes += done
        problems += refused
    return changes, sorted(problems)


def _take(project: Project, file: Path) -> Result:
    suffix = file.suffix.lower()
    if suffix == ".docx":
        untrusted.data(file)
        return _remarks(project, file, *proof.read(file))
    if suffix not in FORMATS:
        raise fail("no format of the exchange", f"known are .docx {' '.join(FORMATS)}", file)
    root = untrusted.parse(untrusted.data(file), file)
    found, problems = FORMATS[suffix].read(root, str(file))
    source, target = FORMATS[suffix].languages(root)
    code = _language(project, source, target, str(file))
    repeated = list(duplicates(found, str(file)))
    wrong = {problem.line for problem in repeated}
    found = [unit for unit in found if unit.line not in wrong]
    changes: list[str] = []
    paths = dict(reversed(list(catalogs(project.locale_dirs, code))))
    for chapter, own in _chapters(found, paths).items():
        if chapter not in paths:
            message = f"no catalogue of {code} is named {chapter!r}"
            problems.append(Problem(str(file), own[0].line, message, "name one of the book's"))
            continue
        text, done, refused = merge(paths[chapter], own, str(file))
        problems += refused
        if done:
            write_atomically(paths[chapter], text.encode())
        changes += [f"{_relative(paths[chapter], project)}:{line}" for line in done]
    return changes, problems + repeated


def _chapters(found: Iterable[Unit], paths: Mapping[str, Path]) -> dict[str, list[Unit]]:
    """The units by their catalogues; those of a plain memory go where their source is."""
    sorted_units: dict[str, list[Unit]] = defaultdict(list)
    homes: dict[tuple[str | None, str], list[str]] | None = None
    for unit in found:
        if unit.chapter is not None:
            sorted_units[unit.chapter].append(unit)
            continue
        if homes is None:
            homes = defaultdict(list)
            for chapter, path in paths.items():
                for entry in load(path)[1]:
                    homes[entry.msgctxt, entry.msgid].append(chapter)
        for chapter in homes.get((unit.context, unit.source)) or list(paths)[:1]:
            sorted_units[chapter].append(unit)
    return sorted_units


def _language(project: Project, source: str, target: str, file: str) -> str:
    """The book's language that a file is for; raises `Problems` for any other."""
    if not tmx.same(source, language(project.config.language).tag):
        known = f"the book's is {language(project.config.language).tag}"
        raise fail(f"the language of the source is {source or 'missing'}", known, file)
    exact = [code for code in project.languages if language(code).tag.lower() == target.lower()]
    alike = [code for code in project.languages if tmx.same(target, language(code).tag)]
    if not (exact or alike):
        known = f"the book has {' '.join(project.languages)}"
        raise fail(f"the language of the translation is {target or 'missing'}", known, file)
    return (exact or alike)[0]


def _remarks(
    project: Project, file: Path, remarks: Sequence[proof.Remark], problems: list[Problem]
) -> Result:
    """Put a proof-reader's remarks above their messages."""
    changes: list[str] = []
    asked: dict[tuple[str, str], proof.Remark] = {(r.language, r.id): r for r in remarks}
    for code in sorted({remark.language for remark in remarks} & set(project.languages)):
        for chapter, path in catalogs(project.locale_dirs, code):
            text, catalog = load(path)
            touched: set[int] = set()
            for entry in catalog:
                key = code, Unit(chapter, entry.msgid, context=entry.msgctxt).id
                if entry.obsolete or not (remark := asked.pop(key, None)):
                    continue
                if done := comment(entry, proof.comments(remark, entry.msgstr)):
                    touched.add(id(entry))
                    place = f"{_relative(path, project)}:{entry.linenum}"
                    changes += [f"{place}: {line}" for line in done]
            if touched:
                write_atomically(path, rewritten(text, catalog, touched).encode())
    return changes, problems + list(_unknown(asked.values(), str(file)))


def _unknown(remarks: Iterable[proof.Remark], file: str) -> Iterator[Problem]:
    for remark in remarks:
        said = "; ".join(remark.comments)
        message = f"message {remark.language}-{remark.id} is no more in the book"
        yield Problem(file, remark.row, message, f"its comment was: {said or 'none'}")


def _within(problem: Problem, project: Project) -> Problem:
    file = _relative(Path(problem.file), project) if problem.file else ""
    return Problem(file, problem.line, problem.message, problem.remedy)


def _relative(path: Path, project: Project) -> str:
    return os.path.relpath(path, project.root) if path.is_absolute() else str(path)
