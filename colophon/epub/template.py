"""The Jinja templates of this room: in XML all text is escaped but `Markup`."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("colophon.epub"),
        autoescape=lambda name: not (name or "").endswith(".css.jinja"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(template: str, **context: Any) -> str:
    """The text of `templates/<template>.jinja` filled in."""
    return _environment().get_template(f"{template}.jinja").render(**context)
