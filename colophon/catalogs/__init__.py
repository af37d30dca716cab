"""The .po files: extracted, merged, checked, and compiled for a build."""

from __future__ import annotations

from pathlib import Path

import sphinx
import sphinx.locale
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util.typing import ExtensionMetadata

from colophon.catalogs.files import INTERFACE, SPHINX
from colophon.catalogs.stage import stage
from colophon.problems import Problems


def _stage(app: Sphinx, config: Config) -> None:
    """Point Sphinx to freshly compiled catalogues; it has read its own words by now."""
    folders = [Path(app.srcdir, folder) for folder in config.locale_dirs]
    try:
        staged = stage(folders, config.language, Path(app.doctreedir, "catalogs"))
    except Problems as problems:
        raise ConfigError(str(problems)) from problems
    config.locale_dirs = [str(staged)]
    own = Path(sphinx.__file__).parent / "locale"
    # Sphinx chose its interface words before any extension ran: choose again, ours first.
    sphinx.locale.translators.pop(("general", SPHINX), None)
    app.translator, _ = sphinx.locale.init([staged, own], config.language)
    sphinx.locale.translators.pop(("general", INTERFACE), None)
    app.add_message_catalog(INTERFACE, str(staged))


def _defaults(app: Sphinx, config: Config) -> None:
    """What any translated book needs, whatever its conf.py says of it."""
    config.gettext_compact = False  # a catalogue per page, as PEP 545 has it
    config.gettext_additional_targets = ["index"]  # else index entries stay in English
    config.gettext_location = True


def setup(app: Sphinx) -> ExtensionMetadata:
    # Before every handler that reads a translated word.
    app.connect("config-inited", _defaults, priority=90)
    app.connect("config-inited", _stage, priority=100)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
