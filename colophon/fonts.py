"""The faces that the web and EPUB editions carry, cut down to the characters that they use.

The variable Noto fonts come from the distribution `pylopdf-fonts-th`, under the SIL Open Font
License 1.1, which allows subsets and embedding. The same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import logging
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pylopdf_fonts_th

from colophon.files import write_atomically

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# accessible-pygments, which furo brings along, lets every library chat on standard error.
logging.getLogger("fontTools").setLevel(logging.WARNING)

THAI: Final = "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))))
"""Every letter, mark, digit and sign of the Thai block (four of its places are empty)."""


@dataclass(frozen=True)
class Face:
    """A variable font: its name in CSS, its file, the script it is for, the weights in use."""

    family: str
    path: Callable[[], Path]
    script: str
    weights: tuple[int, ...] = (400, 600)


FACES: Final[Mapping[str, Face]] = {
    "thai-serif": Face("Noto Serif Thai", pylopdf_fonts_th.serif_path, THAI),
}
"""The faces by the keys of `Language.font_families`."""


def subset(text: Iterable[str], key: str, weight: int) -> bytes:
    """A TrueType font, which every reader knows: the glyphs for `text` in one weight (100–900)."""
    # Imported here: it takes a fifth of a second, and few builds make a face.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(FACES[key].path(), recalcTimestamp=False)
    options = Options(
        layout_features=["*"],  # the places of marks, without which Thai is not legible
        hinting=False,
        notdef_outline=True,
        # Names, copyright and licence: the licence asks for the last two.
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
    )
    subsetter = Subsetter(options)
    characters = "".join(text)
    # Shapers take characters apart (ำ into ํ and า, always) and set a mark that stands alone on
    # the dotted circle.
    subsetter.populate(text=characters + unicodedata.normalize("NFKD", characters) + " \u25cc")
    # Before instancing, which takes its time for every glyph.
    subsetter.subset(font)
    widths = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    return _saved(instantiateVariableFont(font, widths | {"wght": weight}))


def web_font(face: bytes) -> bytes:
    """The same face in WOFF, about half the size; every browser reads it."""
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(face), recalcTimestamp=False)
    font.flavor = "woff"
    return _saved(font)


def cached(text: Iterable[str], key: str, weight: int, folder: Path) -> Path:
    """A file with what `subset` gives, in `folder`; its name tells everything it depends on."""
    characters = "".join(sorted(set(text)))
    recipe = [characters, key, str(weight), version("fonttools"), version("pylopdf-fonts-th")]
    recipe.append(Path(__file__).read_text("utf-8"))
    name = hashlib.sha256("\0".join(recipe).encode()).hexdigest()[:24]
    path = folder / f"{name}.ttf"
    if not path.exists():
        write_atomically(path, subset(characters, key, weight))
    return path


def _saved(font: TTFont) -> bytes:
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()
