"""`make live-<language>`: the web edition of one language, rebuilt whenever a file is saved."""

from __future__ import annotations

import subprocess
import sys

from colophon.project import Project


def serve(project: Project, language: str) -> int:
    """Serve until the user stops; the exit status of sphinx-autobuild.

    Everything is kept apart from `make html`, which may run beside it.
    """
    folders = [folder / language for folder in project.locale_dirs]
    command = [sys.executable, "-m", "sphinx_autobuild", "--quiet", "--port", "0"]
    command += ["--conf-dir", str(project.root), "-D", f"language={language}"]
    command += ["-d", str(project.output / "live" / f"doctrees-{language}")]
    for path in [*folders, *project.citation_files, project.root / "conf.py"]:
        command += ["--watch", str(path)]
    # A compiled catalogue would set off a second build.
    command += ["--ignore", "*.mo", "--open-browser"]
    command += [str(project.source), str(project.output / "live" / language)]
    return subprocess.run(command, check=False).returncode
