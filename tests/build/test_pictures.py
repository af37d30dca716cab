"""What passes for a picture, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from colophon.pictures import drawing_faults, fault

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.png", PNG, ""),
        ("a.JPG", b"\xff\xd8\xff\xe0", ""),
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ", ""),
        ("a.jpg", PNG, "the file is not what .jpg says"),
        ("a.png", b"SECRET = 1\n", "the file is not what .png says"),
        ("a.png", b"", "the file is not what .png says"),
        ("conf.py", b"SECRET = 1\n", "no picture that a book can show"),
        ("a.svgz", b"", "no picture that a book can show"),
    ],
)
def test_kinds(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    (tmp_path / name).write_bytes(data)
    found = fault(tmp_path / name)
    assert found.startswith(expected) if expected else not found


def test_folder_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()
    assert fault(tmp_path / "a.png").startswith("not a file")


def svg(inner: str, attributes: str = "") -> bytes:
    namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {namespaces} {attributes}>{inner}</svg>".encode()


@pytest.mark.parametrize(
    "data",
    [
        svg('<circle r="1" style="fill:url(#a)"/><use xlink:href="#b"/>'),
        svg('<image href="data:image/png;base64,AA=="/><text>ภาพ Łódź</text>'),
        svg('<a href="https://example.org/"><rect/></a>'),
        svg("<style>@font-face{src:url('data:font/woff2;base64,AA')} .a{fill:red}</style>"),
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + svg("<g/>"),
    ],
)
def test_sound_drawings(data: bytes) -> None:
    assert drawing_faults(data) == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (svg("<script>alert(1)</script>"), "<script>"),
        (svg("<g/>", 'onload="x()"'), "onload"),
        (svg("<foreignObject/>"), "<foreignObject>"),
        (svg('<b xmlns="http://www.w3.org/1999/xhtml"/>'), "<b>"),
        (svg('<image href="https://example.org/x.png"/>'), "example.org"),
        (svg('<image xlink:href="file:///etc/passwd"/>'), "/etc/passwd"),
        (svg('<use href="other.svg#a"/>'), "other.svg"),
        (svg('<image href="data:image/svg+xml,x"/>'), "data:image/svg"),
        (svg('<a href=" javascript:x()"/>'), "javascript"),
        (svg('<g><set attributeName="xlink:href" to="javascript:x()"/></g>'), "animates"),
        (svg('<animate attributeName="onclick"/>'), "animates"),
        (svg('<rect fill="url(https://example.org/a)"/>'), "example.org"),
        (svg('<rect style="fill:u\\72l(//example.org)"/>'), "example.org"),
        (svg('<style>@im/**/port "x.css";</style>'), "style"),
        (svg("<style>a{b:url( 'http://example.org' )}</style>"), "example.org"),
        (b"<?xml-stylesheet href='x.css'?>" + svg(""), "style sheet"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "entity"),
        (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("&a;"), "entity"),
        (svg("<g>"), "well-formed"),
        (b"<html/>", "no SVG"),
        (b"", "well-formed"),
    ],
)
def test_drawings_that_are_more(data: bytes, expected: str) -> None:
    found = drawing_faults(data)
    assert found
    assert any(expected in message for message in found), found
