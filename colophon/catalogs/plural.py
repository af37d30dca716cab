"""`Plural-Forms`: the one place of a catalogue that programs run."""

from __future__ import annotations

import re
from gettext import c2py

_RULE = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=([n\d\s?:()%=!<>&|]{1,500});?")
"""A rule of gettext; nothing else may pass, since the browser runs what stands here as code."""


def rule(header: str) -> tuple[int, str] | None:
    """How many forms, and the expression that chooses one; None where it is no rule of gettext."""
    if not (match := _RULE.fullmatch(header.strip())):
        return None
    try:
        c2py(match[2].strip())
    except ValueError:
        return None
    return int(match[1]), match[2].strip()
