"""What in a message points elsewhere: citations, notes, references, names and links."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ROLE = re.compile(r"\{([\w:.-]+)\}(`+)(.+?)\2(?!`)", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
_TARGET = re.compile(r"<([^<>]+)>\s*$")
_LINK = re.compile(r"\]\(([^()\s]*(?:\([^()]*\))?[^()\s]*)[^()]*\)|<([a-zA-Z][\w+.-]*:[^>\s]*)>")
_CITATIONS = ("cite", "footcite")
_PREFIX = re.compile(r"(^|,)\s*\{[^{}]*\}")


def pointers(text: str) -> Iterator[str]:
    """Everything in a text that points elsewhere, written without its translatable part."""
    for name, _, content in _ROLE.findall(text):
        if name == "index":
            continue  # its words are the translator's, and a rule of its own counts them
        if name == "name":  # a translation may put its glosses elsewhere
            content = content.removeprefix("!")
        if name.startswith(_CITATIONS):
            # What stands before a key, such as "See", is translated; key and locator are not.
            content = _PREFIX.sub(r"\1", content)
        elif target := _TARGET.search(content):
            # {term}`Polish form <English term>` and {term}`English term` point to the same.
            content = target[1]
        # A date may lose or gain its year in another language.
        yield f"{{{'date' if name == 'day' else name}}}`{content}`"
    bare = _ROLE.sub("", text)
    for name in _FOOTNOTE.findall(bare):
        yield f"[^{name}]"
    for url, address in _LINK.findall(bare):
        yield f"({url or address})"
