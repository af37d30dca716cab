"""Scripts and faces of the web edition; nothing is fetched from another host."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from colophon.files import write_atomically
from colophon.fonts import THAI, thai_face, web_font
from colophon.html.settings import BUILDERS
from colophon.languages import language

SCRIPTS = ("notes.js", "editions.js")

def thai_serif() -> dict[str, bytes]:
    """The files that `thai-serif.css` names."""
    return {
        f"thai-serif-{weight}.woff": web_font(thai_face(THAI, weight)) for weight in (400, 600)
    }


FACES = {"thai-serif": thai_serif}
"""The maker of each face that `Language.font_families` may name; its CSS has the same stem."""


def _add(app: Sphinx) -> None:
    # Not in `setup`: what is registered there would reach the EPUB as well.
    if app.builder.name not in BUILDERS:
        return
    for script in SCRIPTS:
        app.add_js_file(script, loading_method="defer")
    static = Path(app.outdir) / "_static"
    for family in language(app.config.language).font_families:
        app.add_css_file(f"{family}.css")
        for name, content in FACES[family]().items():
            write_atomically(static / name, content)


def setup(app: Sphinx) -> None:
    app.connect("builder-inited", _add)
