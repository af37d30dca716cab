"""Faces that the web and EPUB editions carry: subsets of the variable Noto Serif Thai.

The font comes from the distribution `pylopdf-fonts-th`, under the SIL Open Font License 1.1,
which allows subsets and embedding. The same input gives the same bytes.
"""

from __future__ import annotations

import io
import logging
from functools import cache

import pylopdf_fonts_th
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

# accessible-pygments, which furo brings along, lets every library chat on standard error.
logging.getLogger("fontTools").setLevel(logging.WARNING)

FAMILY = "Noto Serif Thai"
THAI = "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))))
"""Every letter, mark, digit and sign of the Thai block (four of its places are empty)."""


@cache
def thai_face(text: str, weight: int) -> bytes:
    """A TrueType font with the glyphs for `text` in one weight (100 to 900)."""
    font = TTFont(pylopdf_fonts_th.serif_path(), recalcTimestamp=False)
    options = Options(layout_features=["*"], notdef_outline=True, hinting=False)
    # A space and the dotted circle, which shapers set below a mark that stands alone.
    subsetter = Subsetter(options)
    subsetter.populate(text=f"{text} \u25cc")
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": weight, "wdth": 100}, inplace=True)
    return _saved(font)


def web_font(face: bytes) -> bytes:
    """The same face in WOFF, about half the size; every browser reads it."""
    font = TTFont(io.BytesIO(face), recalcTimestamp=False)
    font.flavor = "woff"
    return _saved(font)


def _saved(font: TTFont) -> bytes:
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()
