"""The modules that every build of the web edition imports, so that it can find them imported."""

from __future__ import annotations

from importlib import import_module

from sphinx.application import builtin_extensions

from colophon import ROOMS

MODULES = [
    "colophon.application",
    "colophon.edition",
    *ROOMS,
    "furo",
    "myst_parser.sphinx_ext.main",
    "sphinx.builders.html",
    "sphinx.search",
    "sphinxcontrib.bibtex",
    *builtin_extensions,
]


def warm() -> None:
    """Import them now, while there is something else to wait for."""
    for module in MODULES:
        import_module(module)
