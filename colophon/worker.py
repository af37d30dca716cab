"""The process of one language: forked before it is known what to build, ready when it is.

While the parent checks the book, each worker imports what a build needs.  Workers are made before
the parent starts a thread, since a fork takes one thread along and the locks of all.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import traceback
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from colophon.project import Project

_CONTEXT = multiprocessing.get_context("fork")


class Worker:
    """One language; it builds once, when told to, and ends with the one who made it."""

    def __init__(self, project: Project, language: str) -> None:
        self.log = project.work(language) / "log.txt"
        theirs, self._orders = _CONTEXT.Pipe(duplex=False)
        self._news, news = _CONTEXT.Pipe(duplex=False)
        ours = (self._orders, self._news)
        arguments = (project, language, self.log, theirs, news, ours)
        self._process = _CONTEXT.Process(target=_main, args=arguments)
        self._process.start()
        theirs.close()
        news.close()

    def build(self, formats: Sequence[str], jobs: int) -> Iterator[dict[str, Any]]:
        """Give the order; yields what happens, up to the worker's end."""
        # What the checks have found out is told in the environment.
        self._orders.send((list(formats), jobs, dict(os.environ)))
        with contextlib.suppress(EOFError):
            while True:
                yield self._news.recv()
        self._process.join()

    @property
    def failure(self) -> str:
        """How it failed inside the program, if it did."""
        if not self._process.exitcode:
            return ""
        lines = self.log.read_text().strip().splitlines()
        return lines[-1] if lines else f"status {self._process.exitcode}"

    def stop(self) -> None:
        """End it, whatever it does."""
        self._process.terminate()
        self._process.join()


def _main(
    project: Project,
    language: str,
    log: Path,
    orders: Connection,
    news: Connection,
    parents: Sequence[Connection],
) -> None:
    """What the worker does."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    for end in parents:
        end.close()  # else it would not see the parent die
    _import_all()
    try:
        formats, jobs, environment = orders.recv()
    except EOFError:
        return
    os.environ.update(environment)
    os.chdir(project.root)
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as file:
        # Whatever a library prints goes to the log.
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    # Imported here, and found imported.
    from colophon.edition import build
    from colophon.reports import of_error

    def tell(**event: object) -> None:
        # Short enough to be whole where forked workers of Sphinx write too.
        news.send(event)

    try:
        build(project, language, formats, jobs, tell)
    except Exception as error:
        try:
            problems = of_error(error, project.root)
        except Exception:
            traceback.print_exc()
            raise SystemExit(os.EX_SOFTWARE) from None
        tell(problems=problems)


def _import_all() -> None:
    from colophon.warm import warm

    warm()
    # Nothing of this is ever garbage, and of the nodes of a book little is before its end: the
    # collector would spend a fifth of a build on looking.
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
