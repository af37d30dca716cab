"""The pictures in the chapters: found under their real names, and shown to readers only if sound.

`colophon.pictures` tells what a sound picture is.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

from colophon.pictures import SUFFIXES, fault

logger = logging.getLogger(__name__)

SHOWN = {
    "html": (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif"),
    "epub": (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif"),
    "latex": (".pdf", ".png", ".jpg", ".jpeg"),
}
"""What each format can show, the best first."""

_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\%#{}"]')
"""Characters in the name of a file that end a command of TeX."""


def decode(app: Sphinx, document: nodes.document) -> None:
    """Undo the percent-encoding that Markdown puts on every address, also on names of files."""
    for image in document.findall(nodes.image):
        decoded = unquote(image["uri"])
        if decoded.isprintable() and not _foreign(decoded):
            path = app.env.relfn2path(image["uri"])[1]
            if not os.access(path, os.R_OK):  # else its name has a percent sign of its own
                image["uri"] = decoded


def check(app: Sphinx, document: nodes.document) -> None:
    """Warn of every picture that must not be shown, and of files that are none of the book's."""
    for image in document.findall(nodes.image):
        candidates = image["candidates"]
        globbed = not {"*", "?"} & candidates.keys()
        for name in candidates.values():
            # What else bears the name `map.*` is never chosen.
            if globbed and Path(name).suffix.lower() not in SUFFIXES:
                continue
            if message := "; ".join(_faults(app, name)):
                _warn(message, image)
    for download in document.findall(addnodes.download_reference):
        target = download["reftarget"]
        inside = Path(app.env.relfn2path(target)[1]).is_relative_to(Path(app.srcdir).resolve())
        if not _foreign(target) and not inside:
            _warn(f"file outside of the chapters' folder: {target}; copy it there", download)


def _faults(app: Sphinx, name: str) -> Iterator[str]:
    if name.startswith("data:"):
        yield "picture written into the text; save it as a file of its own"
        return
    if _foreign(name):
        yield f"picture on another host: {name}; save it beside the chapter"
        return
    path = Path(app.srcdir, name).resolve()
    if not os.access(path, os.R_OK):
        return  # Sphinx has warned of it
    # A folder of chapters may be a link, and the pictures lie with them.
    chapter = Path(app.env.doc2path(app.env.current_document.docname))
    folders = (app.confdir, app.srcdir, chapter.resolve().parent)
    if not any(path.is_relative_to(Path(folder).resolve()) for folder in folders):
        yield f"picture outside of the book: {name}; copy it beside the chapter"
    elif _UNSAFE.search(path.name):
        yield f"picture {name}: a name that TeX cannot read; use letters, digits, - and _"
    elif message := fault(path):
        yield f"picture {name}: {message}"


def _foreign(uri: str) -> bool:
    """Sphinx's own test for what is no file."""
    return uri.startswith("data:") or "://" in uri


def _warn(message: str, node: nodes.Element) -> None:
    logger.warning(message, location=node, type="colophon", subtype="image")


class FittingPicture(SphinxPostTransform):
    """Take the picture of another kind that lies beside one that the format cannot show.

    So `map.svg` is printed as `map.pdf`.
    """

    default_priority = 90  # before Sphinx's own, which fetch and convert (from 100 on)
    builders = tuple(SHOWN)

    def run(self, **kwargs: Any) -> None:
        shown = SHOWN[self.env._app.builder.name]
        for image in self.document.findall(nodes.image):
            name = image["candidates"].get("*", "")
            if Path(name).suffix.lower() not in SUFFIXES.difference(shown):
                continue
            kinds = [Path(name).with_suffix(suffix) for suffix in shown]
            for path in kinds:
                if (source := Path(self.env.srcdir, path)).is_file():
                    if message := fault(source):
                        _warn(f"picture {path}: {message}", image)
                    image["uri"] = image["candidates"]["*"] = path.as_posix()
                    self.env.images.add_file(self.env.current_document.docname, path.as_posix())
                    break
            else:
                names = " or ".join(path.name for path in kinds if path.suffix != ".jpeg")
                _warn(f"picture {name} cannot be shown here; put beside it {names}", image)


def setup(app: Sphinx) -> ExtensionMetadata:
    # Around Sphinx's collector of images (500), which needs the names and finds the candidates.
    app.connect("doctree-read", decode, priority=490)
    app.connect("doctree-read", check, priority=510)
    app.add_post_transform(FittingPicture)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
