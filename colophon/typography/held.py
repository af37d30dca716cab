"""Names that a line may not divide, as a node that the writers of each format know."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes
from markupsafe import Markup, escape
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator
from sphinx.writers.latex import LaTeXTranslator

from colophon.characters import WORD_JOINER
from colophon.typography.blocks import Block

Span = tuple[int, int]

_HELD = Markup('<span class="nobr">{}</span>')


class text_with_names(nodes.Text):
    """A text of which some parts may not be divided.

    It stays one text, else the search index would not find a word that begins before a name.
    """

    spans: list[Span]

    def __new__(cls, data: str, spans: list[Span]) -> text_with_names:
        self = super().__new__(cls, data)
        self.spans = spans
        return self

    def __getnewargs__(self) -> tuple[str, list[Span]]:  # type: ignore[override]  # as __new__
        return str(self), self.spans

    def copy(self) -> text_with_names:
        return type(self)(str(self), self.spans)


def hold(block: Block, spans: Iterable[Span]) -> None:
    """Hold the names at these places of a block together.

    Of a name that markup divides, as in *Molo*tov, each part is held, and a word joiner holds the
    parts: at the edge of an element a browser asks nothing but the characters.
    """
    pending = list(spans)
    if not pending:
        return
    offset = 0
    for index, part in enumerate(block.parts):
        start, offset = offset, offset + (1 if part is None else len(part))
        own = [span for span in pending if start < span[1] and span[0] < offset]
        if part is None or not len(part) or not own:  # docutils calls every node true
            continue
        joined = own[-1][1] <= offset or part.endswith(WORD_JOINER)
        joiner = "" if joined else WORD_JOINER
        held = [(max(a - start, 0), min(b - start, len(part) + len(joiner))) for a, b in own]
        block.parts[index] = replaced = text_with_names(part + joiner, held)
        part.parent.replace(part, replaced)


def markup(text: str, spans: Iterable[Span]) -> Markup:
    """A text that is in no doctree, such as the book's title, as HTML."""
    parts, done = [], 0
    for start, end in spans:
        parts += [escape(text[done:start]), _HELD.format(text[start:end])]
        done = end
    return Markup("").join([*parts, escape(text[done:])])


def _visit_html(translator: HTML5Translator, node: text_with_names) -> None:
    opening, closing = _HELD.split("{}")
    _visit(translator, node, opening, closing)


def _visit_latex(translator: LaTeXTranslator, node: text_with_names) -> None:
    # There are no breaks but ours, and after hyphens.
    spans = [span for span in node.spans if "-" in node[slice(*span)]]
    _visit(translator, text_with_names(node, spans), r"\mbox{", "}")


def _visit(
    translator: HTML5Translator | LaTeXTranslator, node: text_with_names, opening: str, closing: str
) -> None:
    done = 0
    for start, end in node.spans:
        translator.visit_Text(nodes.Text(node[done:start]))
        translator.body.append(opening)
        translator.visit_Text(nodes.Text(node[start:end]))
        translator.body.append(closing)
        done = end
    translator.visit_Text(nodes.Text(node[done:]))


def _depart(translator: nodes.NodeVisitor, node: text_with_names) -> None:
    pass


def setup(app: Sphinx) -> None:
    """Teach the writers the node; Sphinx asks for an element, but any node finds its visitor."""
    app.add_node(
        text_with_names,  # type: ignore[arg-type]
        html=(_visit_html, _depart),
        latex=(_visit_latex, _depart),
    )
