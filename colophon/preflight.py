"""What can be known to be wrong before Sphinx starts: catalogues, bibliography, programs.

All faults are found in one run, so that nobody mends them one build at a time.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from colophon import parts, untranslatable
from colophon.catalogs.check import SEVERITIES, UNREADABLE, check_catalog
from colophon.catalogs.files import WORDS, catalogs
from colophon.catalogs.index_entries import places
from colophon.catalogs.rules import Severity
from colophon.catalogs.templates import Messages, Templates, up_to_date
from colophon.names.check import check as check_names
from colophon.notes.bibs import declare_sound
from colophon.notes.check import check as check_citations
from colophon.notes.check import uncited, unknown_fields
from colophon.numbers import written
from colophon.problems import Problem, Problems, relative
from colophon.project import Project
from colophon.sources import chapter as without_code
from colophon.sources import check as check_sources

PROGRAMS = {
    "latexpdf": {"xelatex": "texlive-xetex"},
}
"""Programs that a format needs beside Python, with the Debian package that has each."""


ERRORS: tuple[Severity, ...] = ("error",)
"""What stops a build."""


def preflight(project: Project, languages: Sequence[str], formats: Sequence[str]) -> None:
    """Raise `Problems` with everything that would stop or spoil these editions."""
    problems = [*missing_programs(formats), *check_texts(project, languages)]
    if problems:
        raise Problems(problems)
    declare_sound(project.bibliographies)


def check_texts(
    project: Project,
    languages: Sequence[str],
    severities: Collection[Severity] = ERRORS,
    templates: Templates | None = None,
) -> list[Problem]:
    """The faults of chapters, names, citations and the catalogues of `languages`.

    Their files are named by paths below `root`.
    """
    problems = check_sources(project.chapters()) + check_markup(project.chapters())
    entries = frozenset(places(project.chapters(), project.root))
    readable = []
    for language in languages:
        for domain, path in catalogs(project.locale_dirs, language):
            faults = check_catalog(
                path,
                language,
                source=project.config.language,
                severities=severities,
                template=_template(domain, templates),
                entries=entries,
            )
            problems += faults
            if not UNREADABLE.intersection(fault.rule for fault in faults):
                readable.append(path)
    problems += check_names(project.chapters(), project.termbases, project.languages)
    problems += check_citations(project.chapters(), project.bibliographies, readable)
    return sorted({relative(problem, project.root) for problem in problems})


def _template(domain: str, templates: Templates | None) -> Messages | None:
    """What the chapter holds: nothing where it is gone; None where that is not to be asked."""
    return templates.get(domain, frozenset()) if templates and domain not in WORDS else None


def check_all(project: Project, languages: Sequence[str]) -> list[Problem]:
    """What `make check` finds: warnings too, and whether the catalogues are those of the text."""
    templates: Templates = {}
    problems = []
    try:
        templates = up_to_date(project)
    except Problems as error:
        problems = error.problems
    return sorted({*problems, *check_texts(project, languages, SEVERITIES, templates)})


def check_markup(chapters: Iterable[Path]) -> list[Problem]:
    """Languages, dates and numbers of chapters that are wrongly written."""
    problems = []
    for path in chapters:
        source = without_code(path.read_text("utf-8-sig", errors="replace"))
        found = [*untranslatable.faults(source.text), *parts.faults(source.text, blocks=True)]
        for offset, (fault, remedy) in found:
            problems.append(Problem(str(path), source.line(offset), fault, remedy))
        for offset, fault in written.faults(source.text):
            problems.append(Problem(str(path), source.line(offset), fault))
    return problems


def remarks(project: Project, languages: Sequence[str]) -> list[Problem]:
    """What an author may want to know, though no edition suffers."""
    paths = [path for language in languages for _, path in catalogs(project.locale_dirs, language)]
    found = uncited(project.chapters(), project.bibliographies, paths)
    found = sorted(found + unknown_fields(project.bibliographies))
    return [relative(remark, project.root) for remark in found]


def missing_programs(formats: Sequence[str]) -> list[Problem]:
    """What has to be installed before `formats` can be made."""
    return [
        Problem(
            "",
            0,
            f"{program} is missing, which {format} needs",
            f"run make setup, or: apt-get install {package}",
        )
        for format in formats
        for program, package in PROGRAMS.get(format, {}).items()
        if not shutil.which(program)
    ]
