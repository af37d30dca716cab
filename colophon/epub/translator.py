"""Doctree → XHTML with the semantics of a book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from docutils.nodes import Element
from docutils.writers.html5_polyglot import HTMLTranslator as Docutils
from sphinx.locale import get_translation
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator

if TYPE_CHECKING:
    from colophon.epub.builder import EpubBuilder

logger = logging.getLogger(__name__)


class EpubTranslator(HTML5Translator):
    """Says each thing twice: `epub:type` for reading systems, `role` for screen readers."""

    def starttag(
        self, node: Element, tagname: str, suffix: str = "\n", empty: bool = False, **atts: Any
    ) -> str:
        # docutils turns the class into `lang`; XHTML has `xml:lang` beside it.
        names: list[str] = node.get("classes", [])
        for name in names:
            if name.startswith("language-"):
                atts.setdefault("xml:lang", name.removeprefix("language-"))
        return super().starttag(node, tagname, suffix, empty, **atts)

    def visit_section(self, node: Element) -> None:
        self.section_level += 1
        atts: dict[str, Any] = {}
        if isinstance(node.parent, nodes.document):
            builder = cast("EpubBuilder", self.builder)
            atts = builder.page_attributes(builder.current_docname)
        self.body.append(self.starttag(node, "section", **atts))

    def visit_footnote_reference(self, node: Element) -> None:
        # Nothing but the number in the link: readers show no pop-up for a link with markup.
        self.body.append(
            self.starttag(
                node,
                "a",
                "",
                CLASS="noteref",
                href=f"#{node['refid']}",
                **_both("noteref"),
            )
        )

    def depart_footnote_reference(self, node: Element) -> None:
        self.body.append("</a>")

    def visit_notes(self, node: Element) -> None:
        self.body.append('<div class="notes">\n')

    def depart_notes(self, node: Element) -> None:
        self.body.append("</div>\n")

    def visit_footnote(self, node: Element) -> None:
        self.body.append(self.starttag(node, "aside", CLASS="footnote", **_both("footnote")))

    def depart_footnote(self, node: Element) -> None:
        self.body.append("</aside>\n")

    def visit_label(self, node: Element) -> None:
        number = node.astext()
        note = _note(node)
        if note is None or not note.get("backrefs"):
            self.body.append(f'<span class="label">{self.encode(number)}</span> ')
        else:
            _ = get_translation("colophon")
            label = self.attval(f"{number}: {_('Back to the text')}")
            self.body.append(
                f'<a class="label" href="#{note["backrefs"][0]}" epub:type="backlink"'
                f' role="doc-backlink" aria-label="{label}">{self.encode(number)}</a> '
            )
        raise nodes.SkipNode

    def visit_citation(self, node: Element) -> None:
        # docutils' role doc-biblioentry is deprecated: a paragraph in the list of works will do.
        self.body.append(self.starttag(node, "div", CLASS="bibentry"))

    def depart_citation(self, node: Element) -> None:
        self.body.append("</div>\n")

    def visit_entry(self, node: nodes.entry) -> None:
        opening = len(self.body)
        super().visit_entry(node)
        if head := node.get("head"):
            tag = self.body[opening]
            self.body[opening] = tag.replace(">", f' data-head="{self.attval(head)}">', 1)

    def visit_meta(self, node: Element) -> None:
        # For search engines; besides, Locale's `translated` would become an attribute.
        raise nodes.SkipNode

    # MathML, which EPUB has and Sphinx's script-driven renderers are no match for.
    def visit_math(self, node: Element) -> None:  # type: ignore[override]  # no more arguments
        try:
            Docutils.visit_math(self, cast("nodes.math", node))
        except nodes.TreePruningException:
            raise
        except Exception as error:
            # docutils tells of some faults by MathError and stumbles over the others.
            logger.warning(
                "this formula cannot be set in MathML: %s; mend it",
                " ".join(node.astext().split()),
                location=node,
                type="colophon",
                subtype="math",
            )
            raise nodes.SkipNode from error

    def visit_math_block(self, node: Element) -> None:  # type: ignore[override]
        self.visit_math(node)

    depart_math = Docutils.depart_math  # type: ignore[assignment]
    depart_math_block = Docutils.depart_math_block  # type: ignore[assignment]


def _both(name: str) -> dict[str, Any]:
    return {"epub:type": name, "role": f"doc-{name}"}


def _note(label: Element) -> nodes.footnote | None:
    ancestor = label.parent
    while ancestor is not None and not isinstance(ancestor, nodes.footnote):
        ancestor = ancestor.parent
    return ancestor
