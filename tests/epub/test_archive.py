"""The file that a reader opens."""

from __future__ import annotations

import io
from zipfile import ZIP_STORED, ZipFile

from colophon.epub.archive import pack

PARTS = {"EPUB/b.xhtml": b"b" * 1000, "META-INF/container.xml": b"c", "EPUB/a.png": b"a"}


def test_the_type_comes_first_and_can_be_read_without_unpacking() -> None:
    data = pack(PARTS, 1790000000)
    # OCF 3.3, 4.3: the first file's name at byte 30, its content right after.
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.infolist()[0].compress_type == ZIP_STORED


def test_the_order_of_the_parts_does_not_matter() -> None:
    assert pack(PARTS, 1790000000) == pack(dict(reversed(PARTS.items())), 1790000000)


def test_a_date_before_1980_is_no_trouble() -> None:
    with ZipFile(io.BytesIO(pack(PARTS, 0))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert archive.testzip() is None
