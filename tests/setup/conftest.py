"""A bare copy of what `make` reads, with stand-ins for all that would change a machine."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
READ_BY_MAKE = ("Makefile", "apt.txt", "conf.py", "pyproject.toml", "requirements.txt")
TOOLS = ("sh", "awk", "cat", "chmod", "echo", "env", "mkdir", "rm", "sed", "touch", "tr")


class Sandbox:
    """`make` in a folder of its own, on a PATH that holds only `TOOLS` and the stand-ins."""

    def __init__(self, folder: Path) -> None:
        self.book = folder / "book"
        self.bin = folder / "bin"
        self.log = folder / "log"
        self.bin.mkdir()
        self.log.touch()
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool) or tool)
        for name in READ_BY_MAKE:
            self.copy(name)
        self.copy("colophon/system.py")
        self.copy("colophon/validate/node/package.json")

    def copy(self, name: str) -> None:
        target = self.book / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CHECKOUT / name, target)

    def script(self, path: Path, body: str) -> Path:
        """An executable that notes its name and arguments and then does `body`."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'#!/bin/sh\nprintf "%s\\n" "{path.name} $*" >> "{self.log}"\n{body}\n')
        path.chmod(0o755)
        return path

    def calls(self, program: str) -> list[str]:
        """The arguments of each call of a stand-in, in order."""
        lines = self.log.read_text().splitlines()
        return [line.partition(" ")[2] for line in lines if line.split()[:1] == [program]]

    def ready(self) -> None:
        """Put everything in place that set-up would make."""
        self.script(self.bin / "python3", "")
        self.script(self.book / ".venv/bin/python", "")
        self.script(self.book / ".venv/bin/pip", "")
        (self.book / ".venv/ace").mkdir()
        for stamp in (".locked", ".ready", "ace/.installed"):
            (self.book / ".venv" / stamp).touch()

    def python(self, uid: int) -> None:
        """A real `python3` that believes to be run by the user `uid` and makes no venv."""
        trick = (
            f"import os, runpy, sys; os.geteuid = lambda: {uid}; del sys.argv[0];"
            "runpy.run_path(sys.argv[0], run_name='__main__')"
        )
        body = f'test "$1" = -I && shift && exec {sys.executable} -I -c "{trick}" "$@"; exit 70'
        self.script(self.bin / "python3", body)

    def make(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        make = shutil.which("make")
        assert make
        return subprocess.run(
            [make, "--no-print-directory", *arguments],
            cwd=self.book,
            env={"PATH": str(self.bin), "HOME": str(self.book), **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            # Without a terminal, so that nothing could ask for a password.
            start_new_session=True,
        )


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    return Sandbox(tmp_path)
