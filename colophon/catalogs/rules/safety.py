"""A translation is a stranger's text: nothing in it may act. No rule here can be muted.

The builds hold without these rules too (`colophon.untrusted`); here they name the line.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from colophon.catalogs.read import Message
from colophon.catalogs.rules import inline
from colophon.catalogs.rules.references import SAFE, addresses
from colophon.catalogs.rules.rule import TEXT, Catalog, Fault
from colophon.limits import too_long, too_nested

_TAG = re.compile(r"<(?:/?[a-zA-Z][\w-]*(?=[\s/>])|!--|!\[CDATA|!DOCTYPE|\?[a-z])", re.IGNORECASE)
_DIRECTIVE = re.compile(
    r"^[ \t>]*(?:`{3,}|~{3,}|:{3,})[ \t]*(\{[^}\n]*\}|\S*)"
    r"|^[ \t]*\.\. [\w-]+::|^[ \t]*(?:include|raw|eval-rst)::|\{\{|\{%",
    re.MULTILINE,
)
_LANGUAGE = re.compile(r"(?:\s*(?:\.[\w-]+|lang=(?:\"[\w-]+\"|[\w-]+)))+\s*")
_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
"""Bidirectional controls, which can make a text read otherwise than it is."""


@TEXT.message(safety=True)
def raw_html(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No HTML.

    No format runs it; the reader would see the tags.

    Bad:
        msgid "One."
        msgstr "Jeden.<script>alert(1)</script>"
    Good:
        msgid "One < two."
        msgstr "Jeden < dwa."
    """
    there, here = (Counter(_TAG.findall(_unquoted(t))) for t in (message.msgid, message.msgstr))
    if added := list((here - there).elements()):
        yield f"HTML in the text: {' '.join(f'{tag} …' for tag in added[:3])}", "delete it"


@TEXT.message(safety=True)
def unsafe_links(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No address but those of web pages (`https:`, `mailto:`, `#label`).

    `javascript:` and `data:` would run in the reader's browser, `file:` or a path publish a file.

    Bad:
        msgid "See [the page](https://example.org)."
        msgstr "Zob. [stronę](https://example.org) i [to](javascript:alert)."
    Good:
        msgid "See [the page](https://example.org)."
        msgstr "Zob. [stronę](https://example.org)."
    """
    there = Counter(addresses(message.msgid))
    added = Counter(url for url in addresses(message.msgstr) if not SAFE.match(url)) - there
    if added:
        names = " ".join(f"({url[:60]})" for url in added.elements())
        yield f"link that is no web page's: {names}", "use only the addresses of the msgid"


@TEXT.message(safety=True)
def directives(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No directive, code block or substitution.

    They may read files or call programs; what they make is not printed in any case.

    Bad:
        msgid "One."
        msgstr "```{include} ../secret.txt\n```"
    Good:
        msgid "One."
        msgstr "Jeden."
    """
    there = {match[0] for match in _DIRECTIVE.finditer(message.msgid)}
    text = inline.CODE.sub("", message.msgstr) if "{{" in message.msgstr else message.msgstr
    if added := [m[0].strip() for m in _DIRECTIVE.finditer(text) if m[0] not in there][:3]:
        yield f"directive in the text: {' '.join(added)}", "delete it"


@TEXT.message(safety=True)
def attributes(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No attributes that the msgid has not, but for marks of language.

    Bad:
        msgid "The [web](https://example.org)."
        msgstr "[Sieć](https://example.org){onclick=alert}."
    Good:
        msgid "The corps."
        msgstr "[Der Korps]{lang=de}, korpus."
    """
    there, here = (
        Counter(
            found
            for found in inline.ATTRIBUTES.findall(inline.without_roles(text))
            if not _LANGUAGE.fullmatch(found)
        )
        for text in (message.msgid, message.msgstr)
    )
    if added := [f"{{{found}}}" for found in (here - there).elements()]:
        yield f"attributes that the msgid has not: {' '.join(added)}", "take them out"


@TEXT.message(safety=True)
def controls(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No control or direction characters.

    They make a text read otherwise than it is stored, or stop a program that reads it.

    Bad:
        msgid "One."
        msgstr "Jeden\u202e."
    Good:
        msgid "One."
        msgstr "Jeden."
    """
    bad = {
        character
        for character in set(message.msgstr)
        if ord(character) in _BIDI
        or (
            unicodedata.category(character) in {"Cc", "Co", "Cn", "Zl", "Zp"}
            and character not in "\n\t"
        )
    }
    if bad:
        names = " ".join(f"U+{ord(character):04X}" for character in sorted(bad))
        yield f"hidden characters: {names}", "delete them"


@TEXT.message(safety=True)
def size(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""No message that is hundreds of pages long, or marks up to no end.

    It would hold up every build, or stop the parser.

    Bad:
        msgid "One."
        msgstr "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[Jeden."
    Good:
        msgid "One."
        msgstr "Jeden."
    """
    if too_long(message.msgstr):
        yield (
            f"{len(message.msgstr)} characters in one message",
            "part it, or translate what is there",
        )
    elif too_nested(message.msgstr):
        yield "markup inside markup to no end", "delete it"


def _unquoted(text: str) -> str:
    """Without addresses in angle brackets, roles and code, whose `<` is no tag's."""
    return inline.AUTOLINK.sub("", inline.without_roles(text))
