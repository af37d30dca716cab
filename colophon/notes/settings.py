"""The settings of the note engine in conf.py.

`colophon_ibid`: whether a work cited just before is "ibid."; `colophon_full_citation`: whether a
work is cited in full once in each "chapter" or once in the "book"; `colophon_citation_styles`:
a CSL file for a language, by a path relative to conf.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from colophon.notes import csl
from colophon.problems import Problem, Problems

EXTENTS: Final = ("chapter", "book")
"""Within what a work is cited in full once."""


def check(values: Mapping[str, Any], root: Path) -> Iterator[Problem]:
    """The faults of conf.py in `root`, and of the files that it names."""
    if not isinstance(ibid := values.get("colophon_ibid", True), bool):
        yield _fault(f"colophon_ibid is {ibid!r}", "write True or False")
    if (extent := values.get("colophon_full_citation", EXTENTS[0])) not in EXTENTS:
        yield _fault(f"colophon_full_citation is {extent!r}", 'write "chapter" or "book"')
    styles = values.get("colophon_citation_styles", {})
    if not isinstance(styles, Mapping):
        yield _fault(f"colophon_citation_styles is {styles!r}", 'write it as {"pl": "my.csl"}')
        return
    languages = values.get("colophon_languages") or [values.get("language", "en")]
    for code, name in styles.items():
        if not isinstance(name, str):
            fault = f"colophon_citation_styles: the file for {code!r} is {name!r}"
            yield _fault(fault, "write its path in quotation marks")
        elif code not in languages:
            fault = f"colophon_citation_styles: {code!r} is no language of the book"
            yield _fault(fault, f"known are {', '.join(map(str, languages))}")
        elif unfit := csl.fault(root / name):
            yield Problem(name, 0, *unfit)


def style_file(config: Config, root: Path) -> Path | None:
    """The author's CSL file for the edition, if there is one."""
    name = config.colophon_citation_styles.get(config.language)
    return root / name if name else None


def register(app: Sphinx) -> None:
    """Make the settings known to Sphinx; what a reader sees depends on each of them."""
    app.add_config_value("colophon_ibid", True, "env", types=())
    app.add_config_value("colophon_full_citation", EXTENTS[0], "env", types=())
    app.add_config_value("colophon_citation_styles", {}, "env", types=())
    # Before the rooms read the settings (500), for who runs Sphinx without our commands.
    app.connect("config-inited", _stop_at_faults, priority=400)


def _stop_at_faults(app: Sphinx, config: Config) -> None:
    names = (
        "colophon_ibid", "colophon_full_citation", "colophon_citation_styles", "colophon_languages"
    )  # fmt: skip
    values = {name: getattr(config, name) for name in names}
    if problems := list(check(values, Path(app.confdir))):
        raise ConfigError("\n".join(map(str, problems))) from Problems(problems)


def _fault(message: str, remedy: str) -> Problem:
    return Problem("conf.py", 0, message, remedy)
