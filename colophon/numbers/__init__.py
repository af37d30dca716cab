"""Dates and numbers by role: written once for a machine, printed as each language prints them.

In comes the content of a role (`roles`), which `written` reads; out comes text by the patterns of
CLDR as Babel has them (`dates`, `amounts`).
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    app.setup_extension("colophon.numbers.roles")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
