"""Sphinx's settings for the web edition, so that no conf.py repeats them."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.config import Config

BUILDERS = ("html", "dirhtml")
"""The builders that make the web edition; the EPUB builder has the format "html" as well."""


def edition_url(base: str, language: str) -> str:
    """The address of one edition, from that of the folder that holds them all."""
    return f"{base.rstrip('/')}/{language}/" if base else ""


def _settle(app: Sphinx, config: Config) -> None:
    if config.html_theme == "alabaster":  # Sphinx's default: the book names no theme
        config.html_theme = "colophon"
    config.html_baseurl = edition_url(config.html_baseurl, config.language)
    config.html_copy_source = False
    config.html_show_sourcelink = False
    config.html_show_sphinx = False


def setup(app: Sphinx) -> None:
    # After the book's metadata (200); the builder reads these values later, when it is made.
    app.connect("config-inited", _settle, priority=500)
