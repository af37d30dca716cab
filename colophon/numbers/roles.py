"""The roles `{date}`, `{day}` and `{num}`, printed in the language of the place they stand in."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole
from sphinx.util.typing import ExtensionMetadata
from sphinx.writers.html5 import HTML5Translator

from colophon import values
from colophon.languages import Language
from colophon.notes.nodes import citation_cluster
from colophon.numbers import amounts, dates, written
from colophon.parts import language_of

logger = logging.getLogger(__name__)

_NOTES = (nodes.footnote_reference, citation_cluster)


class moment(nodes.Inline, nodes.TextElement):
    """A date: its words, and in `iso` the same for a machine. Until it is printed, with `role`."""


class amount(nodes.Inline, nodes.TextElement):
    """A number that is not yet printed."""


class NumberRole(SphinxRole):
    """A placeholder, as the language is known when a translation has come into its place."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        try:
            words, value = written.divided(self.text)
            written.READERS[self.name](value)
        except written.WrittenError as error:
            logger.warning(
                "%s: %s",
                self.name,
                error,
                location=self.get_location(),
                type="colophon",
                subtype=self.name,
            )
            return [nodes.literal("", self.text)], []
        kind = amount if self.name == "num" else moment
        node = kind("", words or value, role=self.name, value=value, words=words)
        self.set_source_info(node)
        return [node], []


class PrintNumbers(SphinxTransform):
    """Puts text into the place of every number and date."""

    # After translations are in place (20) and notes are numbered (617); before the visible marks
    # (760) and before titles are collected (880).
    default_priority = 750

    def apply(self, **kwargs: Any) -> None:
        if issubclass(self.env._builder_cls, MessageCatalogBuilder):
            return
        eras = self.config.colophon_eras
        for node in [*self.document.findall(moment), *self.document.findall(amount)]:
            if "role" not in node:
                continue  # printed already
            spoken = language_of(node, self.config.language)
            era = eras.get(spoken.code, dates.COMMON)
            printed = _in_words(node) if node["words"] else _printed(node, spoken, era)
            _drop_second_stop(node, printed[-1].astext())
            node.parent.replace(node, printed)


def _in_words(node: nodes.Element) -> list[nodes.Node]:
    """The author's or translator's own words."""
    if isinstance(node, amount):
        return [nodes.Text(node["words"])]
    return [_moment(node["words"], node["value"])]


def _printed(node: nodes.Element, spoken: Language, era: str) -> list[nodes.Node]:
    value = node["value"]
    if isinstance(node, amount):
        return [nodes.Text(amounts.printed(written.amounts(value), spoken))]
    found = written.dates(value)
    first, *rest = dates.printed(found, spoken, year=node["role"] == "date", era=era)
    if not rest:
        return [_moment(first, value)]
    # HTML has no element for an interval: its ends are told one by one.
    dash, last = rest
    return [_moment(first, found[0].iso), nodes.Text(dash), _moment(last, found[1].iso)]


def _moment(text: str, iso: str) -> moment:
    return moment("", text, iso=iso)


def _drop_second_stop(node: nodes.Element, text: str) -> None:
    """Where "1939 r." ends a sentence, its full stop ends that too; the marks of notes may follow
    it."""
    follower = node.next_node(descend=False, siblings=True)
    while isinstance(follower, _NOTES):
        follower = follower.next_node(descend=False, siblings=True)
    if (
        text.endswith(".")
        and isinstance(follower, nodes.Text)
        and follower.startswith(".")
        and not follower.startswith("..")
    ):
        follower.parent.replace(follower, nodes.Text(follower[1:]))


def _visit_html(translator: HTML5Translator, node: moment) -> None:
    # Words for an interval are no <time>, which can only be one date.
    name, key = ("data", "value") if "/" in node["iso"] else ("time", "datetime")
    translator.body.append(translator.starttag(node, name, "", **{key: node["iso"]}))
    translator.context.append(f"</{name}>")


def _depart_html(translator: HTML5Translator, node: moment) -> None:
    translator.body.append(translator.context.pop())


def _pass(translator: nodes.NodeVisitor, node: nodes.Element) -> None:
    pass


def _check(app: Sphinx, config: Config) -> None:
    if problems := list(values.check_eras(config.colophon_eras)):
        raise ConfigError("\n".join(map(str, problems)))


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("colophon_eras", {}, "env", types=dict)
    app.connect("config-inited", _check)
    plain = (_pass, _pass)
    app.add_node(moment, html=(_visit_html, _depart_html), latex=plain, text=plain)
    app.add_node(amount)
    for name in written.READERS:
        app.add_role(name, NumberRole())
    app.add_transform(PrintNumbers)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
