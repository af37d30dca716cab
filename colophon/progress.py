"""What a build says while it runs: a bar per edition on a terminal, plain lines elsewhere."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from colophon.languages import language as language_of
from colophon.project import Project

STEPS = {"reading", "writing", "typesetting"}


class Progress:
    """Shows events of several editions; safe to call from several threads."""

    def __init__(self, project: Project, due: Mapping[str, Sequence[str]]) -> None:
        self.project = project
        self.console = Console(stderr=True)
        self.lock = threading.Lock()
        self.start = time.monotonic()
        self.pages: dict[str, int] = {}
        self.bars = Bars(
            TextColumn("{task.fields[name]:<10}"),
            BarColumn(),
            TextColumn("{task.fields[step]}"),
            TimeElapsedColumn(),
            console=self.console,
            disable=not self.console.is_terminal,
        )
        self.tasks: dict[tuple[str, str], TaskID] = {}
        for code, formats in due.items():
            for format in formats:
                name = f"{format}-{code}"
                self.tasks[code, format] = self.bars.add_task(name, name=name, step="", total=None)

    def __enter__(self) -> Progress:
        self.bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.bars.stop()

    def event(self, code: str, format: str, step: str, total: int | None = None, **_: Any) -> None:
        """One event of an edition, as `colophon.edition` tells it."""
        with self.lock:
            task = self.tasks[code, format]
            if step == "done":
                self.bars.update(task, step="done", total=1, completed=1)
                self._line(f"{format}-{code}: {self.project.artefact(format, code)}")
            elif step in STEPS:
                self.bars.update(task, step=step, total=total, completed=0)
            else:
                self.bars.advance(task)

    def finished(self, code: str, good: bool) -> None:
        """The process of a language has ended."""
        if not good:
            self._line(f"{language_of(code).name} ({code}): not built")

    def _line(self, text: str) -> None:
        if not self.console.is_terminal:
            # Whoever was to read it may have gone; the build goes on.
            with contextlib.suppress(OSError, AttributeError):
                sys.stdout.write(f"[{time.monotonic() - self.start:5.1f} s] {text}\n")
                sys.stdout.flush()
