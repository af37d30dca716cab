"""File names inside the EPUB: plain ASCII, since some shops and readers stumble over others."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

RESERVED: Final = frozenset({"cover", "nav"})
"""Pages that the builder itself makes."""


def ascii_name(name: str) -> str:
    """`name` with safe characters only; what had to be changed is told apart by a digest."""
    if name in RESERVED:
        return f"{name}-page"
    if re.fullmatch(r"[A-Za-z0-9._/-]+", name):
        return name
    stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9/-]+", "-", plain).strip("-")
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{plain}-{digest}".lstrip("-") + dot + suffix
