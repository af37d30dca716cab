"""Parts of a text in another language: `[words]{lang=pl}`, and `{lang=de}` above a block.

In a doctree the language of a part is a class `language-<tag>`, which docutils writes as `lang`.
`{.language-pl}` says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from colophon import tags
from colophon.languages import Language, language, of_tag

CLASS = "language-"

Fault = tuple[str, str]
"""What is wrong, and how to mend it."""

ATTRIBUTES = re.compile(r"(?<!\\)\{[^{}`\n]*(?:\blang\s*=|\.language-)[^{}`\n]*\}")
"""What names a language, wherever it stands."""
_TAGS = re.compile(r'\blang\s*=\s*(?:"([^"]*)"|([^\s"}]*))|\.language-([^\s.#}]*)')
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_INDEX = re.compile(r"^[`~:]{3,}\{index\}", re.MULTILINE)
_NOT_BLOCKS = re.compile(r"\s*(?:$|#{1,6}\s|[`~:]{3,}\{)")

BEHIND_NOTHING = "write [words]{lang=pl}"
ABOVE_NOTHING = "put it above a paragraph or list; of a heading mark the [words]{lang=pl}"
IN_INDEX = "index entries are plain text; leave the language out"


def tag_of(element: nodes.Element) -> str:
    """The language that an element itself says it is in; mostly empty."""
    named = [str(element["lang"])] if element.get("lang") else []
    named += [name.removeprefix(CLASS) for name in element["classes"] if name.startswith(CLASS)]
    return named[0] if named else ""


def innermost_tag(node: nodes.Node, top: nodes.Node | None = None) -> str:
    """The language that the text around a node, up to `top`, says it is in; mostly empty."""
    ancestor = node.parent
    while ancestor is not None and ancestor is not top:
        if tag := tag_of(ancestor):
            return tag
        # A note to words in another language is in the edition's own.
        ancestor = None if isinstance(ancestor, nodes.footnote) else ancestor.parent
    return ""


def language_of(node: nodes.Node, edition: str) -> Language:
    """The language in which a place of an edition is written."""
    tag = innermost_tag(node)
    return of_tag(tag) if tag else language(edition)


def faults(text: str, *, blocks: bool) -> Iterator[tuple[int, Fault]]:
    """Where in a text of Markdown a language is named wrongly, and what to do about it.

    `blocks`: whether a line of attributes may stand above a block, as in a chapter.
    """
    # Code shows attributes; its last mark stays, as attributes may follow it.
    shown = _CODE.sub(lambda code: " " * (len(code[0]) - 1) + "`", text)
    for match in ATTRIBUTES.finditer(shown):
        start = match.start()
        line_start = shown.rfind("\n", 0, start) + 1
        line, _, rest = shown[line_start:].partition("\n")
        if blocks and _INDEX.match(line):
            yield start, (f"{match[0]} in an index entry", IN_INDEX)
        elif blocks and line.strip() == match[0]:
            following = rest.partition("\n")[0].strip()
            if _NOT_BLOCKS.match(following):
                yield start, (f"{match[0]} is above no block", ABOVE_NOTHING)
        elif start == 0 or shown[start - 1] not in "])`}":
            yield start, (f"{match[0]} stands behind no words in brackets", BEHIND_NOTHING)
        for found in _TAGS.finditer(match[0]):
            tag = next((group for group in found.groups() if group is not None), "")
            if fault := tags.fault(tag):
                yield start, (fault, tags.REMEDY)


def plugin(parser: MarkdownIt) -> None:
    """Let a link's language be that of its words, which every format can mark."""
    parser.core.ruler.push("language_of_links", _move_into_links)


def _move_into_links(state: StateCore) -> None:
    for block in state.tokens:
        if block.type == "inline" and block.children:
            block.children = list(_moved(block.children))


def _moved(children: list[Token]) -> Iterator[Token]:
    opened: list[bool] = []
    for place, token in enumerate(children):
        if token.type == "link_open":
            attributes = _language_attributes(token)
            opened.append(bool(attributes) and children[place + 1].type != "link_close")
            yield token
            if opened[-1]:
                yield Token("span_open", "span", 1, attrs=attributes)
        elif token.type == "link_close":
            if opened.pop():
                yield Token("span_close", "span", -1)
            yield token
        else:
            yield token


def _language_attributes(link: Token) -> dict[str, str | int | float]:
    """Take what names a language away from a link."""
    classes = str(link.attrs.get("class", "")).split()
    languages = [name for name in classes if name.startswith(CLASS)]
    if "lang" in link.attrs:
        languages.append(f"{CLASS}{link.attrs.pop('lang')}")
    if not languages:
        return {}
    if others := [name for name in classes if name not in languages]:
        link.attrs["class"] = " ".join(others)
    else:
        link.attrs.pop("class", None)
    return {"class": " ".join(languages)}
