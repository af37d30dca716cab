"""Names by the termbase: the role that prints them, the gazetteer, and the table's own check."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util.typing import ExtensionMetadata

from colophon.names.nodes import name_list, name_mention
from colophon.names.roles import Gazetteer, NameRole, Persons
from colophon.names.table import FILE, read
from colophon.names.transforms import Lists, Mentions
from colophon.problems import Problems


def _find(app: Sphinx, config: Config) -> None:
    """Name the termbases, unless they are given, and stop where one of them is at fault."""
    config.colophon_termbases = config.colophon_termbases or [
        str(Path(app.srcdir, name, FILE)) for name in config.locale_dirs
    ]
    languages = config._raw_config.get("colophon_languages", [])
    if found := [p for path in config.colophon_termbases for p in read(Path(path), languages)[1]]:
        problems = Problems(found)
        raise ConfigError(str(problems)) from problems


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("colophon_termbases", [], "", types=list)
    app.add_node(name_mention)
    app.add_node(name_list)
    app.add_role("name", NameRole())
    app.add_directive("gazetteer", Gazetteer)
    app.add_directive("persons", Persons)
    app.add_transform(Mentions)
    app.add_transform(Lists)
    # Before the catalogues are staged (100), which moves `locale_dirs` away from the termbase.
    app.connect("config-inited", _find, priority=60)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
