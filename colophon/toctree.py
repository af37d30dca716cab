"""The order of the chapters, and those in a circle: told of before Sphinx walks it for ever."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from sphinx.addnodes import toctree
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import DocumentError
from sphinx.util.typing import ExtensionMetadata

from colophon.problems import Problem, Problems


def circle(includes: Mapping[str, Sequence[str]]) -> list[str]:
    """The chapters of a circle, each listing the next and the last the first; mostly empty."""
    finished: set[str] = set()
    for start in includes:
        # Depth first without recursion: `path` leads from `start` to where the walk is.
        path, waiting = [start], [iter(includes.get(start, ()))]
        while path:
            if (name := next(waiting[-1], None)) is None:
                finished.add(path.pop())
                waiting.pop()
            elif name in path:
                return path[path.index(name) :]
            elif name not in finished:
                path.append(name)
                waiting.append(iter(includes.get(name, ())))
    return []


def reading_order(includes: Mapping[str, Sequence[str]], root: str) -> list[str]:
    """Document names as a reader pages through them: `root`, then each toctree depth first."""
    order: dict[str, None] = {}

    def visit(docname: str) -> None:
        if docname not in order:
            order[docname] = None
            for child in includes.get(docname, ()):
                visit(child)

    visit(root)
    return list(order)


def _check(app: Sphinx, env: BuildEnvironment) -> None:
    # From the book's first page, so that the last link is the one that leads back.
    if names := circle({app.config.root_doc: [], **env.toctree_includes}):
        last, first = names[-1], names[0]
        trees = env.get_doctree(last).findall(toctree)
        line = next((tree.line for tree in trees if first in tree["includefiles"]), 0)
        problem = Problem(
            os.path.relpath(env.doc2path(last), app.confdir),
            line or 0,
            f"the toctree goes round in a circle: {' → '.join([*names, first])}",
            f"take {first} out of it",
        )
        raise DocumentError(str(problem)) from Problems([problem])


def setup(app: Sphinx) -> ExtensionMetadata:
    # Before sphinxcontrib-bibtex (500), the first to follow every toctree.
    app.connect("env-updated", _check, priority=100)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
