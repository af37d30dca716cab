"""`make gettext` and `make catalogs`: templates from the chapters, merged into each language."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import polib
import sphinx

from colophon import book as metadata
from colophon.application import sphinx_for
from colophon.catalogs.context import comments
from colophon.catalogs.files import PACKAGE_LOCALE, WORDS, catalogs, messages_folder
from colophon.catalogs.metadata import template
from colophon.catalogs.read import read
from colophon.catalogs.tidy import tidy
from colophon.files import write_if_changed
from colophon.problems import Problem, Problems, fail, relative
from colophon.project import Project

_HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'


def extract(project: Project) -> Path:
    """Write a template per chapter, and `book.pot`; the folder with them."""
    target = project.output / "gettext"
    if target.exists():
        shutil.rmtree(target)  # no template of a chapter that is gone
    language, doctrees = project.config.language, project.output / "doctrees" / "gettext"
    # No catalogues: a translated source must not become a template.
    names = [*map(str, project.termbases)]  # they lie beside the catalogues
    run = sphinx_for(
        project, language, "gettext", target, doctrees,
        fresh=True, locale_dirs=[], colophon_termbases=names,
    )  # fmt: skip
    with run as (app, problems):
        app.build(force_all=True)
    if problems:
        raise Problems(problems)
    root = polib.pofile(str(target / f"{app.config.root_doc}.pot"))
    created = root.metadata["POT-Creation-Date"]
    for docname in sorted(app.env.found_docs):
        if (path := target / f"{docname}.pot").exists():
            _explain(path, comments(app.env.get_doctree(docname)))
    book = template(metadata.read(app.config.colophon_book, app.config.project))
    for domain, catalog in {
        metadata.CATALOG: book,
        **{name: _words(name) for name in WORDS},
    }.items():
        catalog.metadata["POT-Creation-Date"] = created
        (target / f"{domain}.pot").write_text(f"{catalog}\n", "utf-8")
    return target


def _words(domain: str) -> polib.POFile:
    """A template of interface words: the msgids of any catalogue that the package brings."""
    source = next(path for path in sorted(PACKAGE_LOCALE.rglob(f"{domain}.po")))
    words = polib.POFile(wrapwidth=0)
    words.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for entry in polib.pofile(str(source)):
        if not entry.obsolete:
            plural = dict.fromkeys(range(2), "") if entry.msgid_plural else {}
            words.append(
                polib.POEntry(
                    msgid=entry.msgid,
                    msgid_plural=entry.msgid_plural,
                    msgstr_plural=plural,
                    occurrences=entry.occurrences,
                )
            )
    return words


def _lacks(language: str, domain: str, project: Project) -> bool:
    """Whether neither the package nor Sphinx has these interface words in a language."""
    folders = [PACKAGE_LOCALE, Path(sphinx.__file__).parent / "locale"]
    return language != project.config.language and not any(
        (messages_folder(folder, language) / f"{domain}.po").exists() for folder in folders
    )


def _explain(path: Path, told: dict[str, list[str]]) -> None:
    """Give each message of a template its comments, and places as seen from the book's folder."""
    catalog = polib.pofile(str(path), wrapwidth=0)
    for entry in catalog:
        entry.comment = "\n".join(told.get(entry.msgid, []))
        entry.occurrences = [(file.lstrip("./"), line) for file, line in entry.occurrences]
    write_if_changed(path, f"{catalog}\n".encode())


def merge(project: Project, templates: Path) -> list[Problem]:
    """Bring every language's catalogues up to date with the templates; nothing new, no write.

    Returns what a translator may want to know: catalogues of chapters that are no more. Raises
    `Problems` with every fault of the catalogues there are, and then changes nothing.
    """
    if not shutil.which("msgmerge"):
        raise fail("msgmerge is missing", "run make setup, or: apt-get install gettext")
    folder = project.locale_dirs[0]
    domains = {path.relative_to(templates).with_suffix("").as_posix(): path
               for path in sorted(templates.rglob("*.pot"))}  # fmt: skip
    found = {language: dict(catalogs([folder], language)) for language in project.languages}
    if faults := [f for paths in found.values() for path in paths.values() for f in read(path)[1]]:
        raise Problems(relative(fault, project.root) for fault in faults)
    written: dict[Path, str] = {}
    for language, paths in found.items():
        with tempfile.TemporaryDirectory() as scratch:
            known = Path(scratch, "known.po")
            known.write_text(str(_known(paths.values())), "utf-8")
            for domain, template in domains.items():
                if domain in WORDS - paths.keys() and not _lacks(language, domain, project):
                    continue
                path = messages_folder(folder, language) / f"{domain}.po"
                before = path.read_text("utf-8-sig") if path.exists() else ""
                text = _merged(before or _HEADER, template, known)
                written[path] = tidy(text, before, project.metadata.title, language)
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_if_changed(path, text.encode())
    told = ("no chapter has this name", "delete it when nobody needs its text")
    return [
        relative(Problem(str(path), 0, *told), project.root)
        for paths in found.values()
        for domain, path in paths.items()
        if domain not in domains
    ]


def _known(paths: Iterable[Path]) -> polib.POFile:
    """Every translation of a language, obsolete ones too: what moved to another chapter is there.

    The first of several for one msgid counts.
    """
    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    done: set[str] = set()
    for path in paths:
        for entry in polib.pofile(str(path)):
            # A guess is the translation of what the text was before.
            msgid = (entry.previous_msgid or "") if entry.fuzzy else entry.msgid
            if msgid and entry.msgstr and not entry.msgctxt and msgid not in done:
                done.add(msgid)
                catalog.append(polib.POEntry(msgid=msgid, msgstr=entry.msgstr))
    return catalog


def _merged(before: str, template: Path, known: Path) -> str:
    """A catalogue with the template's messages; what nearly fits is fuzzy and says what it was."""
    with tempfile.NamedTemporaryFile("w", suffix=".po", encoding="utf-8") as old:
        old.write(before)
        old.flush()
        command = ["msgmerge", "--quiet", "--no-wrap", "--previous", f"--compendium={known}"]
        done = subprocess.run([*command, old.name, template], capture_output=True, check=True)
    return done.stdout.decode()
