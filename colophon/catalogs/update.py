"""`make gettext` and `make catalogs`: templates from the chapters, merged into each language."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import polib
from babel.messages.plurals import get_plural
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx_intl import basic as sphinx_intl

from colophon.catalogs.files import catalogs, messages_folder
from colophon.files import write_if_changed
from colophon.problems import Problems
from colophon.project import Project
from colophon.reports import of_sphinx

FORMAT_FLAGS = {"python-format", "python-brace-format", "c-format"}
"""Set by sphinx-intl on every `{role}` and "20 %" (sphinx-intl #58); they hold for no prose."""


def extract(project: Project) -> Path:
    """Write a template per chapter, and `book.pot`; the folder with them."""
    target = project.output / "gettext"
    warnings = io.StringIO()
    with patch_docutils(str(project.root)), docutils_namespace():
        app = Sphinx(
            project.source,
            project.root,
            target,
            project.output / "doctrees" / "gettext",
            "gettext",
            # No catalogues: a translated source must not become a template.
            confoverrides={"locale_dirs": [], "language": project.config.language},
            status=None,
            warning=warnings,
            freshenv=True,
        )
        app.build(force_all=True)
    if problems := list(of_sphinx(warnings.getvalue(), project.root)):
        raise Problems(problems)
    return target


def merge(project: Project, templates: Path) -> None:
    """Bring every language's catalogues up to date with the templates; nothing new, no write."""
    folder = project.locale_dirs[0]
    before = {path: path.read_bytes() for path in folder.rglob("*.po")}
    for language in project.languages:
        messages_folder(folder, language).mkdir(parents=True, exist_ok=True)
    with contextlib.redirect_stdout(io.StringIO()):  # it tells of every file
        sphinx_intl.update(
            str(folder), str(templates), list(project.languages), line_width=0, jobs=1
        )
    for language in project.languages:
        for _, path in catalogs([folder], language):
            fresh = path.read_bytes()
            tidied = tidy(fresh.decode(), before.get(path, b"").decode(), project, language)
            # What sphinx-intl wrote may differ from what stood there in its stamps alone.
            if tidied.encode() != fresh:
                write_if_changed(path, tidied.encode())


def tidy(text: str, before: str, project: Project, language: str) -> str:
    """A catalogue with real headers, no false flags and one wrapping.

    The date of the revision is the old one where nothing but dates has changed.
    """
    catalog = polib.pofile(text, wrapwidth=0)
    for entry in catalog:
        entry.flags = [flag for flag in entry.flags if flag not in FORMAT_FLAGS]
        # Sphinx counts from its output folder; a translator looks from the top of the book.
        entry.occurrences = [(file.lstrip("./"), line) for file, line in entry.occurrences]
    created = catalog.metadata.get("POT-Creation-Date", "")
    revised = polib.pofile(before).metadata.get("PO-Revision-Date", "") if before else ""
    catalog.header = project.metadata.title
    catalog.metadata_is_fuzzy = False
    catalog.metadata = {
        "Project-Id-Version": project.metadata.title,
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": created,
        "PO-Revision-Date": revised if re.match(r"\d{4}", revised) else created,
        "Last-Translator": "",
        "Language-Team": "",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": get_plural(language).plural_forms,
    }
    tidied = str(catalog)
    if before and _undated(tidied) == _undated(before):
        return before
    return tidied


def _undated(text: str) -> str:
    return re.sub(r'^"(?:POT-Creation|PO-Revision)-Date: .*"\n', "", text, flags=re.MULTILINE)
