"""Text that nobody has translated: shown in the language of the source, and said to be in it.

Screen readers then pronounce it rightly, and browsers, e-readers and TeX divide its words by the
right patterns.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.locale import get_translation
from sphinx.transforms import SphinxTransform
from sphinx.util.i18n import docname_to_domain
from sphinx.util.nodes import extract_messages
from sphinx.util.typing import ExtensionMetadata

from colophon.catalogs.files import messages_folder
from colophon.catalogs.rules import inline
from colophon.completeness.edition import source_language
from colophon.completeness.settings import MARKED
from colophon.languages import language
from colophon.parts import CLASS, innermost_tag, tag_of

MISSING = "missing"
"""The attribute of text without a translation: the code of the language that it is in."""


_WRITTEN = "written"
"""The attribute of a picture: what its author wrote for those who do not see it."""


class WrittenAlternatives(SphinxTransform):
    """Keep what authors wrote in place of pictures: Sphinx puts the translation over it."""

    default_priority = 10  # before translation (20)

    def apply(self, **kwargs: Any) -> None:
        for image in self.document.findall(nodes.image):
            if alternative := image.get("alt"):
                image[_WRITTEN] = alternative


class MissingText(SphinxTransform):
    """Name the language of text that is not translated, and mark it where the book wants that."""

    # After translation (20) and before anything is done to the text: notes (400) and
    # visible typography (760), which goes by the language.
    default_priority = 30

    def apply(self, **kwargs: Any) -> None:
        pictures = [
            (image, image.attributes.pop(_WRITTEN))
            for image in self.document.findall(nodes.image)
            if _WRITTEN in image
        ]
        source = source_language(self.config)
        if self.config.language == source or issubclass(
            self.env._builder_cls, MessageCatalogBuilder
        ):
            return
        translated = _translations(
            Path(self.env.srcdir, self.config.locale_dirs[0]),
            self.config.language,
            docname_to_domain(self.env.current_document.docname, self.config.gettext_compact),
        )
        marked = self.config.colophon_completeness.get("missing") == MARKED
        for node, message in list(extract_messages(self.document)):
            if (
                isinstance(node, nodes.TextElement)
                and not isinstance(node, nodes.FixedTextElement | addnodes.translatable)
                and not node.get("translated")
                and not translated(message)
                and _has_words(message)
                and not (tag_of(node) or innermost_tag(node))  # a quotation has a language already
            ):
                node[MISSING] = source
                name(node, language(source).tag)
                if marked and isinstance(node, nodes.paragraph) and not _in_table(node):
                    node[0:0] = [mark(language(self.config.language).tag), nodes.Text(" ")]
        theirs, ours = language(source).tag, language(self.config.language).tag
        for image, written in pictures:
            around = innermost_tag(image)
            if translated(written):
                if around == theirs:  # a paragraph that nobody has translated
                    image["classes"].append(f"{CLASS}{ours}")
            elif _has_words(written) and not around:
                image["classes"].append(f"{CLASS}{theirs}")


def _has_words(message: str) -> bool:
    """A message of figures, dates and names by role is printed as every edition writes them."""
    return any(character.isalpha() for character in inline.prose(message))


def _translations(folder: Path, code: str, domain: str) -> Callable[[str], str]:
    """The translation of a message, empty where it has none.

    Sphinx calls a message that reads the same in both languages, such as a name, untranslated.
    """
    path = messages_folder(folder, code) / f"{domain}.mo"
    if not path.is_file():
        return lambda message: ""
    with path.open("rb") as file:
        catalog = gettext.GNUTranslations(file)
    catalog.add_fallback(_Nothing())
    return catalog.gettext


class _Nothing(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return ""


def name(node: nodes.TextElement, tag: str) -> None:
    """Say in which language a text is, in a way that every format carries out."""
    # In print, a note begins beside its number and a cell at its edge, not with a block.
    if isinstance(node, nodes.paragraph) and not isinstance(
        node.parent, nodes.footnote | nodes.entry
    ):
        node["classes"].append(f"{CLASS}{tag}")
        return
    # Of a title its words alone: they go on to tables of contents and running heads.
    words = [child for child in node.children if not isinstance(child, addnodes.index)]
    others = [child for child in node.children if isinstance(child, addnodes.index)]
    node.clear()
    node += nodes.inline("", "", *words, classes=[f"{CLASS}{tag}"])
    node += others


def mark(tag: str) -> nodes.inline:
    """What stands before a paragraph that is not translated, in the language of the edition."""
    text = get_translation("colophon")("[not translated]")
    return nodes.inline("", text, classes=["untranslated", f"{CLASS}{tag}"])


def _in_table(node: nodes.Element) -> bool:
    ancestor = node.parent
    while ancestor is not None and not isinstance(ancestor, nodes.entry):
        ancestor = ancestor.parent
    return ancestor is not None


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_transform(WrittenAlternatives)
    app.add_transform(MissingText)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
