"""Editions side by side: checks before, one process per language, whole artefacts after."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from colophon.changes import installed
from colophon.completeness.gate import admitted, offered
from colophon.epoch import source_date_epoch
from colophon.files import locked, write_atomically
from colophon.preflight import preflight
from colophon.problems import Problem, Problems
from colophon.progress import Progress
from colophon.project import FORMATS, Project
from colophon.worker import Worker


def build(project: Project, formats: Sequence[str], languages: Sequence[str]) -> list[Path]:
    """Build what is asked for and not up to date; the artefacts, in the order of asking.

    Empty `languages` or `formats` mean all. Raises `Problems`; then what was whole before still
    stands, and editions without a fault are published.
    """
    project.choose(languages, formats)
    languages = tuple(dict.fromkeys(languages)) or project.languages
    formats = [format for format in FORMATS if format in (formats or FORMATS)]
    os.environ["SOURCE_DATE_EPOCH"] = source_date_epoch(project.root)
    _writable(project.output)
    prints = {language: fingerprint(project, language) for language in languages}
    others = " ".join(offered(project))

    def state(format: str, language: str) -> str:
        """What an edition is made of; web pages lead to the other editions."""
        return f"{prints[language]} {others}" if format == "html" else prints[language]

    due = {
        language: [f for f in formats if not _current(project, f, language, state(f, language))]
        for language in languages
    }
    waiting = [language for language in languages if due[language]]
    problems: list[Problem] = []
    with _workers(project, waiting) as workers:
        if waiting:
            preflight(project, waiting, formats)
            due, problems = admitted(project, due)
            waiting = [language for language in waiting if due[language]]
        if waiting:
            asked = {language: due[language] for language in waiting}
            problems += _editions(project, asked, state, workers)
    if "html" in formats:
        _landing(project)
    if problems:
        raise Problems(problems)
    return [project.artefact(f, language) for language in languages for f in formats]


@contextlib.contextmanager
def _workers(project: Project, languages: Sequence[str]) -> Iterator[Mapping[str, Worker]]:
    """A process for each language, none of which outlives the build."""
    workers = {language: Worker(project, language) for language in languages}
    try:
        yield workers
    finally:
        for worker in workers.values():
            worker.stop()


def _editions(
    project: Project,
    due: Mapping[str, Sequence[str]],
    state: Callable[[str, str], str],
    workers: Mapping[str, Worker],
) -> list[Problem]:
    """Build the formats that are due, by language, and publish what is whole."""
    cores = os.cpu_count() or 1
    together = min(len(due), 2 * cores)
    jobs = max(1, cores // together)

    def run(language: str) -> list[Problem]:
        # Another `make` may be at work on the same edition, in the same folders.
        with locked(project.output / "work" / f"{language}.lock"):
            for format in due[language]:
                _stamp(project, format, language).unlink(missing_ok=True)
            done, found = _edition(language, workers[language], due[language], jobs, progress)
            for format in done:
                _stamp(project, format, language).write_text(state(format, language))
        return found

    with Progress(project, due) as progress, ThreadPoolExecutor(together) as pool:
        try:
            return [problem for found in pool.map(run, due) for problem in found]
        except BaseException:
            # Stopped by Ctrl-C or a signal: the pool waits for its threads, they for the workers.
            for worker in workers.values():
                worker.stop()
            raise


def _edition(
    language: str, worker: Worker, formats: Sequence[str], jobs: int, progress: Progress
) -> tuple[list[str], list[Problem]]:
    """Let the worker build; (formats published, problems)."""
    done: list[str] = []
    problems: list[Problem] = []
    for event in worker.build(formats, jobs):
        problems += event.pop("problems", [])
        if event.get("step") == "done":
            done.append(event["format"])
        if event:
            progress.event(language, **event)
    if worker.failure and not problems:
        problems.append(
            Problem(
                "",
                0,
                f"the {language} editions failed inside the program: {worker.failure}",
                f"the whole story is in {worker.log}",
            )
        )
    progress.finished(language, not problems)
    return done, problems


def fingerprint(project: Project, language: str) -> str:
    """A digest of everything that goes into the editions of one language."""
    digest = hashlib.sha256()
    for path in project.inputs(language):
        if path.is_file():
            digest.update(f"\0{os.path.relpath(path, project.root)}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    digest.update("\0".join(installed()).encode())
    digest.update(os.environ["SOURCE_DATE_EPOCH"].encode())
    return digest.hexdigest()


def _stamp(project: Project, format: str, language: str) -> Path:
    return project.work(language) / f"{format}.built"


def _current(project: Project, format: str, language: str, digest: str) -> bool:
    stamp = _stamp(project, format, language)
    return (
        project.artefact(format, language).exists()
        and stamp.is_file()
        and stamp.read_bytes() == digest.encode()
    )


def _writable(output: Path) -> None:
    """Raise `OSError` now rather than after minutes of work."""
    output.mkdir(parents=True, exist_ok=True)
    probe = output / ".probe"
    probe.touch()
    probe.unlink(missing_ok=True)  # another build may have been as quick


def _landing(project: Project) -> None:
    """The page that leads from `_build/html/` to each edition."""
    from colophon.html.landing import landing_page

    built = [code for code in project.languages if project.artefact("html", code).exists()]
    if not built:
        return
    page = landing_page({code: project.metadata_in(code) for code in built})
    write_atomically(project.output / "html" / "index.html", page.encode())


def clean(project: Project) -> None:
    """Remove all output."""
    if project.output.exists():
        shutil.rmtree(project.output)
