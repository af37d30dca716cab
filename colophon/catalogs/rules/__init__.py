"""The rules over a translation, a module for each concern.

A new rule is a function with `@TEXT.message(…)` or `@TEXT.catalog(…)` in the module of its concern,
or in a module of its own that is named in `MODULES`.
"""

from __future__ import annotations

from importlib import import_module

from colophon.catalogs.rules.rule import FILE, TEXT, WORDS, Catalog, Place, Rule, Severity

__all__ = ["FILE", "MODULES", "TEXT", "WORDS", "Catalog", "Place", "Rule", "Severity"]

MODULES = (
    "file",
    "state",
    "references",
    "own",
    "values",
    "index",
    "markup",
    "blocks",
    "safety",
    "numbers",
    "names",
    "typography",
    "text",
    "words",
)
"""In the order of the manual."""

for _module in MODULES:
    import_module(f"{__name__}.{_module}")
