"""The works of the book: sphinxcontrib-bibtex's entries as CSL items, checked before it reads."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinxcontrib.bibtex.bibfile import is_bibdata_outdated

from colophon.languages import language
from colophon.notes import bibs, lazy
from colophon.notes.domain import NotesDomain
from colophon.notes.keys import nearest
from colophon.notes.settings import style_file
from colophon.notes.style import style
from colophon.problems import Problems
from colophon.toctree import reading_order

logger = logging.getLogger(__name__)


def of(env: BuildEnvironment) -> lazy.Works:
    """The works of the book; made but once in a build."""
    entries = env.domains["cite"].data["bibdata"].data.entries
    assert isinstance(entries, lazy.Entries)
    return entries.works


def configure(app: Sphinx, config: Config) -> None:
    """Settings of others that the note engine needs."""
    if config.bibtex_bibfiles is None:
        config.bibtex_bibfiles = []
    # Sphinx takes notes in another order for a fault of the translation, which they are not; the
    # check of the catalogues compares the references of each message regardless of order.
    config.suppress_warnings = [*config.suppress_warnings, "i18n.inconsistent_references"]


def check_files(app: Sphinx) -> None:
    """Stop with every fault of the .bib files, since pybtex stops with a traceback at the first.

    A file that has been read as it is was sound; and `colophon build` has checked all of them.
    """
    files = [(app.confdir / file).resolve() for file in app.config.bibtex_bibfiles]
    cite = app.env.domains["cite"].data
    encoding = app.config.bibtex_encoding
    if is_bibdata_outdated(cite["bibdata"], files, encoding):
        if not bibs.are_sound(files) and (problems := bibs.check_files(files)):
            raise ConfigError("\n".join(map(str, problems))) from Problems(problems)
        # Now sphinxcontrib-bibtex finds them read.
        cite["bibdata"] = lazy.read(files, encoding)


def update(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Render the citations; returns the documents that have to be written again."""
    works = of(env)
    domain = env.domains[NotesDomain.name]
    assert isinstance(domain, NotesDomain)
    for place, key in domain.citations():
        if key not in works:
            near = nearest(key, works)
            logger.warning(
                "unknown citation key '%s'%s",
                key,
                f"; did you mean '{near}'?" if near else "",
                location=place,
                type="colophon",
                subtype="citation",
            )
    edition = language(app.config.language)
    own = style_file(app.config, Path(app.confdir))
    order = (
        reading_order(env.toctree_includes, app.config.root_doc)
        if app.config.colophon_full_citation == "book"
        else []
    )
    found = style(edition, own, ibid=app.config.colophon_ibid)
    if found.distinguishes:
        everything = any(each.everything for made in domain.data["lists"].values() for each in made)
        printed = works if everything else domain.cited(works)
        found = found.in_book({key: works[key] for key in printed})
    return sorted(domain.update(works, found, edition.collation, app.builder.name, order))
