"""Notes of a translator's own: `Tekst[^tr-1].`, an empty line, `[^tr-1]: Treść przypisu.` in one
message.

They take their places in the chapter's one sequence and end with the words by which readers of the
edition's language know them.  A name holds within its message, so every message may begin with
`tr-1`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.locale import get_translation
from sphinx.transforms import SphinxTransform

from colophon.catalogs import own_notes

_ = get_translation("colophon")

_KEPT = "colophon translators' notes"


def definitions(translation: str) -> dict[str, str]:
    """The names of the notes whose text a translation holds, with names for the whole chapter."""
    digest = hashlib.sha256(translation.encode()).hexdigest()[:12]
    return {name: f"{name} {digest}" for name in own_notes.split(translation)[1]}


def keep(message: nodes.document, translation: str, store: Any) -> None:
    """Take the notes out of a parsed message, of which Sphinx uses the first block alone."""
    if not (names := definitions(translation)):
        return
    kept = store.setdefault(_KEPT, {})
    for note in list(message.findall(nodes.footnote)):
        if note["names"] and (name := names.get(note["names"][0])):
            note["names"] = [name]
            note.parent.remove(note)
            kept[name] = note
    for mark in message.findall(nodes.footnote_reference):
        mark["refname"] = names.get(mark.get("refname", ""), mark.get("refname", ""))


class TranslatorsNotes(SphinxTransform):
    """Puts the translator's notes into the chapter, marked as such."""

    # After Locale (20), and before citations become notes (400) and all are numbered (617).
    default_priority = 22

    def apply(self, **kwargs: Any) -> None:
        kept: dict[str, nodes.footnote] = self.env.current_document.get(_KEPT) or {}
        for name in sorted(_used(self.document) & kept.keys()):
            note = kept[name]
            note["ids"].clear()  # a message knows nothing of the ids that the chapter has
            self.document.set_id(note)
            last = note.children[-1] if note.children else note
            if isinstance(last, nodes.paragraph):
                last += nodes.inline("", f" ({_('Tr.')})", classes=["translators-note"])
            self.document.autofootnotes.append(note)
            self.document += note


def _used(document: nodes.document) -> set[str]:
    def names() -> Iterator[str]:
        for mark in document.findall(nodes.footnote_reference):
            yield mark.get("refname", "")

    return set(names())
