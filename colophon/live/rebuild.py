"""One build of the preview, in a process that is forked with everything imported.

What Sphinx and gettext remember dies with the process, so that nothing stale can show; and what a
start of Python would cost is paid once.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import shutil
import signal
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from colophon.problems import Problem, relative
from colophon.project import Project
from colophon.warm import MODULES

WARM = [__name__, "colophon.live.places", "colophon.preflight", *MODULES]
"""What a build is going to import anyway."""


@dataclass(frozen=True)
class Preview:
    """Where the preview of a language is made and from where it is served."""

    project: Project
    language: str

    @property
    def folder(self) -> Path:
        return self.project.output / "live" / self.language

    @property
    def pages(self) -> Path:
        """The last good pages."""
        return self.folder / "pages"

    @property
    def unfinished(self) -> Path:
        """Names of the chapters that a failed build has read, which are to be read again."""
        return self.folder / "unfinished.json"


@dataclass
class Outcome:
    """What a build came to."""

    problems: list[Problem] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    """Names of the pages that changed."""
    stale: bool = False
    """True where other pages name the old title of a chapter and have to be written too."""


def rebuild(preview: Preview, *, everything: bool = False) -> Outcome:
    """Build in a process of its own; `everything` writes pages that seem up to date, too."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(WARM)
    ours, theirs = context.Pipe(duplex=False)
    root, language = str(preview.project.root), preview.language
    process = context.Process(target=_main, args=(theirs, root, language, everything), daemon=False)
    process.start()
    theirs.close()
    try:
        outcome: Outcome = ours.recv()
    except EOFError:
        problem = Problem("", 0, "the preview failed inside the program", "see the terminal")
        outcome = Outcome([problem])
    process.join()
    return outcome


def _main(answer: Connection, root: str, language: str, everything: bool) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.chdir(root)
    # Imported here, and found imported: the server's own process needs none of it.
    from colophon.preflight import check_texts
    from colophon.reports import of_error

    try:
        preview = Preview(Project.at(Path(root)), language)
        # The catalogues that have changed are checked when they are compiled.
        if check_texts(preview.project, []):
            outcome = Outcome(check_texts(preview.project, [language]))
        else:
            outcome = _build(preview, everything)
    except Exception as error:
        outcome = Outcome(of_error(error, Path(root)))
    outcome.problems = [relative(problem, Path(root)) for problem in outcome.problems]
    answer.send(outcome)


def _build(preview: Preview, everything: bool) -> Outcome:
    """Bring the work folder up to date, and the served pages where nothing was wrong."""
    from colophon.application import sphinx_for

    again = _unfinished(preview)
    work, doctrees = preview.folder / "work", preview.folder / "doctrees"
    seen = _Seen(again or set())
    jobs = 1 if (doctrees / "environment.pickle").exists() else os.cpu_count() or 1
    doctrees.mkdir(parents=True, exist_ok=True)
    preview.unfinished.write_text("")  # until the build has ended, nobody knows what is sound
    run = sphinx_for(
        preview.project,
        preview.language,
        "html",
        work,
        doctrees,
        fresh=again is None,
        jobs=jobs,
        colophon_offered=[preview.language],  # no other is served
    )
    with run as (app, problems):
        app.setup_extension("colophon.live.places")
        seen.watch(app)
        if everything:
            app.builder.build_all()
        else:
            app.build()
    if problems:
        preview.unfinished.write_text(json.dumps(sorted(seen.read)))
        return Outcome(problems)
    pages = _publish(work, preview.pages)
    preview.unfinished.unlink()
    return Outcome(pages=pages, stale=seen.stale)


def _unfinished(preview: Preview) -> set[str] | None:
    """The chapters to be read again; None where that is unknown."""
    if not preview.unfinished.exists():
        return set()
    with contextlib.suppress(ValueError):
        return set(json.loads(preview.unfinished.read_text()))
    return None


class _Seen:
    """What a build reads, and whether the chapters still have the titles that all pages show."""

    def __init__(self, again: set[str]) -> None:
        self.read = set(again)
        self.stale = False
        self._titles: dict[str, str] = {}

    def watch(self, app: Any) -> None:
        app.connect("env-get-outdated", lambda app, env, *_: self.read & env.found_docs)
        app.connect("env-before-read-docs", self._before)
        app.connect("env-updated", self._after)

    def _before(self, app: Any, env: Any, docnames: list[str]) -> None:
        self.read |= set(docnames)
        self._titles = _titles(env)

    def _after(self, app: Any, env: Any) -> None:
        self.stale = bool(self._titles) and self._titles != _titles(env)


def _titles(env: Any) -> dict[str, str]:
    return {docname: title.astext() for docname, title in env.titles.items()}


def _publish(work: Path, pages: Path) -> list[str]:
    """Copy what is new; the names of the pages among it."""
    changed = []
    for path in sorted(work.rglob("*")):
        target = pages / path.relative_to(work)
        if path.is_dir() or (target.exists() and _state(target) == _state(path)):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
        if path.suffix == ".html":
            changed.append(str(path.relative_to(work)))
    return changed


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size
