"""The ZIP file of an EPUB (OCF 3.3, section 4.2), the same bytes for the same content."""

from __future__ import annotations

import io
import time
from collections.abc import Mapping
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MIMETYPE: Final = "application/epub+zip"

_EPOCH_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)
"""A ZIP file can hold no older date."""


def pack(parts: Mapping[str, bytes], modified: float) -> bytes:
    """The archive with `parts` by name, all dated `modified` (seconds since 1970)."""
    date = max(time.gmtime(modified)[:6], _EPOCH_OF_ZIP)
    target = io.BytesIO()
    with ZipFile(target, "w") as archive:
        # First and stored, so that the file's type can be read at a fixed place.
        archive.writestr(_entry("mimetype", date, ZIP_STORED), MIMETYPE)
        for name in sorted(parts):
            archive.writestr(_entry(name, date, ZIP_DEFLATED), parts[name], compresslevel=9)
    return target.getvalue()


def _entry(name: str, date: tuple[int, ...], compression: int) -> ZipInfo:
    year, month, day, hour, minute, second = date
    entry = ZipInfo(name, (year, month, day, hour, minute, second))
    entry.compress_type = compression
    entry.create_system = 3  # Unix on every machine
    entry.external_attr = 0o100644 << 16
    return entry
