"""The editions of one language: the sources are read once, then every format is written."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from colophon.application import sphinx_for
from colophon.completeness.gate import offered
from colophon.files import publish_file, publish_folder
from colophon.problems import Problem, Problems
from colophon.project import Project

BUILDERS = {"latexpdf": "latex", "html": "html", "epub": "epub"}
"""Sphinx's builder for each format; TeX first, since it then typesets beside the others."""

Tell = Callable[..., None]


def build(project: Project, language: str, formats: Sequence[str], jobs: int, tell: Tell) -> None:
    """Build the editions of one language and publish those that are whole.

    Raises `Problems` with every warning of Sphinx: a book is built in silence or not at all.
    """
    doctrees = project.output / "doctrees" / language
    problems: list[Problem] = []
    typeset: Future[Path] | None = None
    made: list[str] = []
    with ThreadPoolExecutor(1) as press:
        for format in (format for format in BUILDERS if format in formats):
            found = _run(project, language, format, doctrees, jobs, tell)
            problems += found
            if found:
                break
            if format == "latexpdf":
                typeset = press.submit(_typeset, project, language)
            else:
                made.append(format)
        if typeset and not problems:
            tell(format="latexpdf", step="typesetting")
            typeset.result()
            made.append("latexpdf")
    if problems:
        raise Problems(problems)
    for format in made:
        _publish(project, language, format)
        tell(format=format, step="done")


def _run(
    project: Project, language: str, format: str, doctrees: Path, jobs: int, tell: Tell
) -> list[Problem]:
    """Run one builder; the warnings it gave."""
    outdir = project.work(language) / format
    marker = doctrees / "unfinished"
    # What an earlier, failed run has read may lack its warnings: read everything again.
    fresh = marker.exists()
    doctrees.mkdir(parents=True, exist_ok=True)
    marker.touch()
    if format == "html" and outdir.exists():
        # Written whole: of the pages Sphinx replaces only those whose chapters are younger, and
        # what a removed chapter or picture has left would be published again.
        shutil.rmtree(outdir)
    run = sphinx_for(
        project,
        language,
        BUILDERS[format],
        outdir,
        doctrees,
        fresh=fresh,
        jobs=jobs,
        colophon_offered=offered(project),
    )
    with run as (app, problems):
        _report(app, format, tell)
        app.build()
    if not problems:
        marker.unlink()
    return problems


def _report(app: Sphinx, format: str, tell: Tell) -> None:
    """Tell of every page read and written."""

    def reading(app: Sphinx, env: Any, docnames: list[str]) -> None:
        tell(format=format, step="reading", total=len(docnames))

    app.connect("env-before-read-docs", reading)
    app.connect("source-read", lambda *_: tell(format=format, step="read"))
    app.connect("env-updated", lambda *_: tell(format=format, step="writing"))
    app.connect("doctree-resolved", lambda *_: tell(format=format, step="written"))


def _typeset(project: Project, language: str) -> Path:
    # Imported here: only a PDF needs what the print room needs.
    from colophon.print.typeset import typeset

    return typeset(project.work(language) / "latexpdf", f"{project.slug}-{language}")


def _publish(project: Project, language: str, format: str) -> None:
    work, target = project.work(language) / format, project.artefact(format, language)
    if format == "html":
        publish_folder(work, target)
    else:
        publish_file(work / target.name, target)
