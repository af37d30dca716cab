"""The role that prints a name, and the directives that list names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from docutils import nodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import ReferenceRole, SphinxDirective

from colophon.names.columns import nearest
from colophon.names.nodes import name_list, name_mention
from colophon.names.table import FILE, terms_of
from colophon.names.term import KINDS, PERSON, Term

logger = logging.getLogger(__name__)

PLACES = ("place", "region", "river")


def known(env: BuildEnvironment) -> dict[str, Term]:
    """The book's names; the chapter being read is read again when one of them changes."""
    for path in env.config.colophon_termbases:
        env.note_dependency(path)
    return terms_of(paths(env.config))


def paths(config: Config) -> list[str]:
    """The termbases, one for each folder of catalogues."""
    found: list[str] = config.colophon_termbases
    return found


class NameRole(ReferenceRole):
    """`lwow`, `Lwowie <lwow>` in another form, `!lwow` without a gloss."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        if issubclass(self.env._builder_cls, MessageCatalogBuilder):
            return [nodes.Text(self.text)], []  # translators are given the text as it was written
        terms, id = known(self.env), self.target.removeprefix("!").strip()
        given = self.title.removeprefix("!").strip() if self.has_explicit_title else ""
        term = terms.get(id)
        if term is None or self.config.language not in term.forms:
            message = f"no name {id!r} in the termbase" if term is None else f"{id} has no form"
            remedy = nearest(id, terms) or f"add it to {FILE} beside the catalogues"
            _warn(self, message, remedy)
            return [nodes.Text(given or id)], []
        form = given or term.forms[self.config.language]
        mention = name_mention(self.rawtext, form, term=term, glossed=not self.disabled)
        self.set_source_info(mention)
        return [mention], []


class NameList(SphinxDirective):
    """The names of some kinds, in the order and in the form of the edition."""

    kinds: ClassVar[Sequence[str]] = KINDS
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {"kinds": str.split}

    def run(self) -> list[nodes.Node]:
        kinds = self.options.get("kinds", self.kinds)
        for kind in kinds:
            if kind not in KINDS:
                remedy = nearest(kind, KINDS) or f"known are {' '.join(KINDS)}"
                _warn(self, f"unknown kind {kind!r}", remedy)
        terms = [term for term in known(self.env).values() if term.kind in kinds]
        if issubclass(self.env._builder_cls, MessageCatalogBuilder):
            terms = []  # names are translated in the termbase
        placeholder = name_list(terms=terms)
        self.set_source_info(placeholder)
        return [placeholder]


class Gazetteer(NameList):
    """Places, or with `:kinds:` others, under their names of the time."""

    kinds = PLACES


class Persons(NameList):
    """Persons, by their surnames."""

    kinds = (PERSON,)


def _warn(place: ReferenceRole | SphinxDirective, message: str, remedy: str) -> None:
    location = place.get_location()
    logger.warning("%s; %s", message, remedy, location=location, type="colophon", subtype="name")
