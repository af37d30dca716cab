"""MyST's parser, made ready for thousands of translated messages and for parts in other languages.

Sphinx parses every message of a catalogue twice, each time as a document of its own, and MyST
builds a Markdown parser and docutils' default settings anew for each: a third of the time of a
long book. Here the parser is built once, and what the first pass parsed serves the second.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from types import ModuleType
from typing import Any, cast

from docutils import nodes
from docutils.parsers.rst.languages import get_language
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

from colophon import parts, tags
from colophon.limits import too_long, too_nested
from colophon.notes import translators
from colophon.untrusted import settings_in

logger = logging.getLogger(__name__)

BLOCKS = (
    *("fence", "colon_fence", "code", "html_block", "front_matter", "math_block", "amsmath"),
    *("substitution_block", "myst_target", "myst_line_comment", "myst_block_break", "reference"),
    *("fieldlist", "table"),
)
"""Blocks that no message has, since each message is a paragraph or a heading; the first are how
directives are called, by which a translation could read files and run programs."""

_NAME = re.compile(r"\s*[\w-]+\s*")
_PARSED = "colophon.parsed messages"
_TRANSLATED = ":<translated>"
"""How Sphinx marks the source of a message (sphinx.transforms.i18n)."""


class BookRenderer(SphinxRenderer):
    """Knows the attribute `lang`, which MyST leaves out."""

    def copy_attributes(
        self,
        token: SyntaxTreeNode,
        node: nodes.Element,
        keys: Sequence[str] = ("class",),
        **options: Any,
    ) -> None:
        super().copy_attributes(token, node, keys, **options)
        if "lang" in token.attrs:
            node["classes"].append(f"{parts.CLASS}{token.attrs['lang']}")
        for name in [name for name in node["classes"] if name.startswith(parts.CLASS)]:
            fault, remedy = tags.fault(name.removeprefix(parts.CLASS)), tags.REMEDY
            if not fault and isinstance(node, nodes.section):
                fault, remedy = "a language above a heading", parts.ABOVE_NOTHING
            if fault:
                node["classes"].remove(name)
                logger.warning(
                    "%s; %s",
                    fault,
                    remedy,
                    location=f"{self.document['source']}:{_line(token)}",
                    type="colophon",
                    subtype="language",
                )


def _line(token: SyntaxTreeNode) -> int:
    """The line of a token; for MyST words are in the line in which their paragraph begins."""
    text = token
    while text.type != "inline" and text.parent is not None and not text.parent.is_root:
        text = text.parent
    above = 0
    for other in text.walk() if text.type == "inline" else ():
        if other is token:
            break
        above += other.type in ("softbreak", "hardbreak")
    return (token.map[0] if token.map else 1) + above


class MessageRenderer(BookRenderer):
    """Renders into the document that is given."""

    def setup_render(self, options: dict[str, Any], env: MutableMapping[str, Any]) -> None:
        # As in DocutilsRenderer of MyST-Parser 5.2, which makes a whole document as the default
        # of a look-up that never needs one.
        self.md_env = env
        self.md_options = options
        self.md_config = options["myst_config"]
        self.document = self.current_node = options["document"]
        self.reporter = self.document.reporter
        code = self.document.settings.language_code
        self.language_module_rst = cast(ModuleType, get_language(code))
        self._heading_offset = 0
        self._level_to_section = {0: self.document}
        self._heading_slugs = {}

    def render_substitution(self, token: SyntaxTreeNode, inline: bool) -> None:
        # MyST gives the expression to Jinja2 with the whole environment; a message may
        # name a value.
        if _NAME.fullmatch(token.content) and token.content.strip() != "env":
            super().render_substitution(token, inline)
        else:
            self.current_node.append(nodes.Text(f"{{{{{token.content}}}}}"))


class Parser(MystParser):
    """Parses chapters by conf.py's settings alone, and messages with one parser for all of them."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse `inputstring` into `document`."""
        env = document.settings.env
        if not document["source"].endswith(_TRANSLATED):
            _warn_of_settings(inputstring, env.docname)
            # As MystParser does, but for the settings of front matter: conf.py's hold.
            parser = create_md_parser(env.myst_config, BookRenderer).use(parts.plugin)
            parser.options["document"] = document
            parser.render(inputstring)
            return
        parsed = env.current_document.setdefault(_PARSED, {})
        key = (document["source"], inputstring)
        if (earlier := parsed.pop(key, None)) is not None:
            # Sphinx's first pass has mostly only looked at it; but cells of a table row may read
            # the same, and no node can stand in two places.
            document.extend(node.deepcopy() for node in earlier)
            return
        if too_long(inputstring) or too_nested(inputstring):
            # Hours of work for a parser. Sphinx prints the message of the source instead.
            logger.warning(
                "the translation is too long or marked up to no end, and left out",
                location=document["source"].removesuffix(_TRANSLATED),
                type="colophon",
                subtype="size",
            )
            return
        parser = _message_parser(env.myst_config)
        parser.options["document"] = document
        parser.render(inputstring)
        translators.keep(document, inputstring, env.current_document)
        parsed[key] = document.children[:]


def _warn_of_settings(chapter: str, docname: str) -> None:
    if found := settings_in(chapter):
        key, line = found
        logger.warning(
            "front matter may not change MyST's settings (%s); put them into conf.py",
            key,
            location=(docname, line),
            type="colophon",
            subtype="front_matter",
        )


_parsers: dict[int, tuple[MdParserConfig, MarkdownIt]] = {}


def _message_parser(config: MdParserConfig) -> MarkdownIt:
    """The parser for this configuration; the last one is kept, a build has only one."""
    if id(config) not in _parsers:
        _parsers.clear()
        parser = create_md_parser(config, MessageRenderer).use(parts.plugin)
        parser.disable(list(BLOCKS), ignoreInvalid=True)
        _parsers[id(config)] = config, parser
    return _parsers[id(config)][1]


def setup(app: Sphinx) -> ExtensionMetadata:
    app.setup_extension("myst_parser")
    app.add_source_parser(Parser, override=True)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
