"""How much of an edition is translated, and what becomes of the rest.

`count` reads it from the catalogues; `table` and `chart` show it in `make progress`, `page` in the
web edition, `words` in the imprint of all three formats. `gate` keeps an edition from being
published that lacks too much, and `missing` gives untranslated text the language that it is in.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    # "env": what stands in place of missing text is put there while reading.
    app.add_config_value("colophon_completeness", {}, "env", types=dict)
    # By name: conf.py is checked with one of these modules before there is a project to count.
    for part in ("edition", "missing", "page"):
        app.setup_extension(f"{__name__}.{part}")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
