"""Sphinx as every command of ours runs it: one book, one language, one builder.

In comes what differs between the commands; out go the application and, once it has built, the
problems that it warned of.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from colophon.problems import Problem
from colophon.project import Project
from colophon.reports import in_catalogs, of_sphinx


@contextmanager
def sphinx_for(
    project: Project,
    language: str,
    builder: str,
    out: Path,
    doctrees: Path,
    *,
    fresh: bool = False,
    jobs: int = 1,
    **settings: object,
) -> Iterator[tuple[Sphinx, list[Problem]]]:
    """The application, to be told to build; the list is filled when the block ends.

    `fresh` reads every chapter again, `jobs` is the number of processes, and `settings` stand
    above those of conf.py.
    """
    warnings, problems = io.StringIO(), list[Problem]()
    with patch_docutils(str(project.root)), docutils_namespace():
        app = Sphinx(
            project.source,
            project.root,
            out,
            doctrees,
            builder,
            confoverrides={"language": language, **settings},
            status=None,
            warning=warnings,
            freshenv=fresh,
            parallel=jobs,
        )
        yield app, problems
    problems += of_sphinx(warnings.getvalue(), project.root, in_catalogs(project, language))
