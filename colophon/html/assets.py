"""Scripts and faces of the web edition; nothing is fetched from another host."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from colophon.files import write_if_changed
from colophon.fonts import FACES, cached, web_font
from colophon.html.settings import BUILDERS
from colophon.languages import language

SCRIPTS = ("notes.js", "editions.js")


def _add(app: Sphinx) -> None:
    # Not in `setup`: what is registered there would reach the EPUB as well.
    if app.builder.name not in BUILDERS:
        return
    for script in SCRIPTS:
        app.add_js_file(script, loading_method="defer")
    # Of every edition's languages: another one's script stands in citations and parts, and a
    # browser loads a face only where it meets its script.
    codes = {app.config.language, *app.config.colophon_languages}
    for key in sorted({key for code in codes for key in language(code).font_families}):
        app.add_css_file(f"{key}.css")  # stands in the theme and names these files:
        for weight in FACES[key].weights:
            face = cached(FACES[key].script, key, weight, Path(app.doctreedir, "fonts"))
            target = Path(app.outdir, "_static", f"{key}-{weight}.woff")
            write_if_changed(target, web_font(face.read_bytes()))


def setup(app: Sphinx) -> None:
    app.connect("builder-inited", _add)
