"""Settings that every book of this pipeline shares, made once so that no conf.py repeats them."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.typing import ExtensionMetadata

MARKUP = {"deflist", "attrs_inline", "attrs_block"}
"""MyST's extensions that chapters may rely on."""

BESIDE = (
    *("README.*", "CONTRIBUTING.*", "CHANGELOG.*", "CODE_OF_CONDUCT.*", "LICENSE.*"),
    *("_build", ".venv", "node_modules", "locales"),
)
"""What lies beside conf.py and is no chapter, in the patterns of `exclude_patterns`."""


def _settings(app: Sphinx, config: Config) -> None:
    config.myst_enable_extensions = set(config.myst_enable_extensions) | MARKUP
    config.myst_footnote_transition = False  # else a stray rule ends each chapter
    # Text is untrusted: raw HTML would run in the reader's browser.
    config.myst_disable_syntax = sorted({*config.myst_disable_syntax, "html_inline", "html_block"})
    # Quotation marks and dashes are the typography room's, by the edition's language.
    config.smartquotes = False
    if app.srcdir == app.confdir:  # a book without docs/
        chosen = {f"{config.root_doc}.*"}
        config.exclude_patterns = [*config.exclude_patterns, *sorted({*BESIDE} - chosen)]


def _docutils(app: Sphinx) -> None:
    # Nor may text bring TeX or HTML of its own, or read a file of the machine.
    app.env.settings.update(raw_enabled=False, file_insertion_enabled=False)


def setup(app: Sphinx) -> ExtensionMetadata:
    # Before MyST reads its settings at builder-inited; early, so that other handlers see them.
    app.connect("config-inited", _settings, priority=50)
    app.connect("builder-inited", _docutils)
    app.setup_extension("colophon.untrusted")
    app.setup_extension("colophon.toctree")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
