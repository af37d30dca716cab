"""The index: entries out of the text, one order of them for HTML, EPUB and PDF.

In come index entries as Sphinx's directive and role write them (`collect`), translated like the
text; out comes a tree of entries in the order of the edition (`entries`), which each format shows
in its own way. What leads nowhere is told with file and line (`faults`).
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from colophon.index.collect import Collector, check
from colophon.index.directive import IndexDirective


def setup(app: Sphinx) -> ExtensionMetadata:
    # Chapters that are lists themselves, a glossary say, and add nothing to the index.
    app.add_config_value("colophon_unindexed", [], "env", types=list)
    app.add_directive("index", IndexDirective, override=True)
    app.add_env_collector(Collector)
    # Every chapter has been read, and the toctrees are known to have an end (100).
    app.connect("env-updated", check, priority=200)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
