"""Continuous integration runs what a person runs, and every edition."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from colophon.project import FORMATS, Project

CHECKOUT = Path(__file__).parents[2]
WORKFLOWS = sorted((CHECKOUT / ".github/workflows").glob("*.yml"))
JOBS: dict[str, Any] = {
    name: job
    for path in WORKFLOWS
    for name, job in yaml.safe_load(path.read_text())["jobs"].items()
}


def commands(job: Any) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


def test_the_matrix_holds_every_edition_of_the_book() -> None:
    matrix = JOBS["edition"]["strategy"]["matrix"]
    built = set(itertools.product(matrix["format"], matrix["language"]))
    assert built == set(itertools.product(FORMATS, Project.at(CHECKOUT).languages))
    assert "make ${{ matrix.format }}-${{ matrix.language }}" in commands(JOBS["edition"])


def test_every_edition_is_kept_as_an_artefact() -> None:
    [upload] = [s for s in JOBS["edition"]["steps"] if "upload-artifact" in s.get("uses", "")]
    project = Project.at(CHECKOUT)
    kept = upload["with"]["path"].replace("${{ matrix.language }}", "th").split()
    for format in FORMATS:
        artefact = project.artefact(format, "th")
        assert any((CHECKOUT / path) in (artefact, artefact.parent) for path in kept)


def test_lint_and_tests_run_there_too() -> None:
    run = [command for job in JOBS.values() for command in commands(job)]
    assert "make lint" in run
    assert "make test" in run


def test_actions_are_pinned_to_a_major_version() -> None:
    used = [step["uses"] for job in JOBS.values() for step in job["steps"] if "uses" in step]
    assert used
    assert all(re.search(r"@v\d+$", action) for action in used)


@pytest.mark.parametrize(("lint", "calls"), [(0, ["lint", "test"]), (1, ["lint"])])
def test_the_ci_script_runs_lint_then_test(sandbox: Any, lint: int, calls: list[str]) -> None:
    sandbox.copy(".ci/run")
    (sandbox.bin / "dirname").symlink_to(shutil.which("dirname") or "dirname")
    sandbox.script(sandbox.bin / "make", f'test "$1" != lint || exit {lint}')
    done = subprocess.run(
        ["/bin/sh", str(sandbox.book / ".ci/run")], env={"PATH": str(sandbox.bin)}, check=False
    )
    assert done.returncode == lint
    assert sandbox.calls("make") == calls
