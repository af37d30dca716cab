"""One sequence of notes in a document, 1 … n in the order in which a reader meets the marks.

Done here and not by docutils, which numbers notes in the order of the source: a translation may
put the marks in another order, leave one out, or cite more than the source does.
"""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from colophon.notes.nodes import citation_cluster, within


def add_note(document: nodes.document, cluster: citation_cluster) -> None:
    """Move a citation into a new note at the document's end and put the mark in its place."""
    name = f"citation {len(document.autofootnotes) + 1}"
    mark = nodes.footnote_reference(auto=1, refname=name)
    mark.source, mark.line = cluster.source, cluster.line
    cluster.replace_self(mark)
    # No source on the paragraph: it is no message for translators.
    note = nodes.footnote("", nodes.paragraph("", "", cluster), auto=1, names=[name])
    note.source, note.line = cluster.source, cluster.line
    document.autofootnotes.append(note)
    document += note


def number(document: nodes.document) -> Iterator[tuple[nodes.Element, str]]:
    """Number, link and move all notes; yields what an author must mend.

    The marks are resolved completely, so that the transforms after this one find nothing to do.
    """
    marks = [mark for mark in document.findall(nodes.footnote_reference) if _is_ours(mark)]
    notes = [note for note in document.findall(nodes.footnote) if _is_ours(note)]
    by_name = {name: note for note in notes for name in _names(note)}
    unnamed = [note for note in notes if not _names(note)]
    targets: dict[nodes.footnote_reference, nodes.footnote] = {}
    for mark in marks:
        title = within(mark, nodes.title)
        if title is not None and isinstance(title.parent, nodes.section):
            yield mark, "a note cannot stand in a heading; put its mark into the text below"
            mark.parent.remove(mark)
            continue
        if "refname" not in mark:
            if unnamed:
                targets[mark] = unnamed.pop(0)
        elif note := by_name.get(mark["refname"]):
            targets[mark] = note
        if mark not in targets:
            name = mark.rawsource or "[^…]"
            yield mark, f"note {name} has no text; write it as {name}: …"
            mark.parent.remove(mark)
    order = list(_reading_order(document, targets))
    for note in notes:
        note.parent.remove(note)
        if note not in order and not _was_cited(document, note):
            name = _names(note)[0] if _names(note) else ""
            yield note, f"note [^{name}] is not referred to; put its mark into the text"
    for position, note in enumerate(order, 1):
        _label(document, note, position)
        document += note
    for mark, note in targets.items():
        _link(document, mark, note)
    for registered in (document.autofootnotes, document.autofootnote_refs, document.footnotes):
        registered.clear()


def _is_ours(node: nodes.Element) -> bool:
    """Symbol notes ([*]_) are a series of their own."""
    return bool(node.get("auto") != "*")


def _names(note: nodes.footnote) -> list[str]:
    return [*note["names"], *note["dupnames"]]


def _reading_order(
    document: nodes.Element, targets: dict[nodes.footnote_reference, nodes.footnote]
) -> Iterator[nodes.footnote]:
    """Each note at its first mark; a note's own marks follow it at once."""
    met: set[nodes.footnote] = set()

    def below(node: nodes.Element) -> Iterator[nodes.footnote]:
        for mark in node.findall(nodes.footnote_reference):
            note = targets.get(mark)
            if note is None or note in met or (node is document and within(mark, nodes.footnote)):
                continue
            met.add(note)
            yield note
            yield from below(note)

    return below(document)


def _was_cited(document: nodes.document, note: nodes.footnote) -> bool:
    """Whether the source has a mark for it, which the translation left out.

    The check of the catalogues names the message.
    """
    return any(document.footnote_refs.get(name) for name in _names(note))


def _label(document: nodes.document, note: nodes.footnote, position: int) -> None:
    if note.children and isinstance(note[0], nodes.label):
        note.remove(note[0])
    note.insert(0, nodes.label("", str(position)))
    note["auto"] = 1
    note["backrefs"] = []
    note.resolved = True
    if not note["ids"]:
        note["ids"] = [_id(document, f"footnote-{position}", note)]


def _link(document: nodes.document, mark: nodes.footnote_reference, note: nodes.footnote) -> None:
    label = note[0].astext()
    mark.children.clear()
    mark += nodes.Text(label)
    mark.attributes.pop("refname", None)
    mark["auto"] = 1
    mark["refid"] = note["ids"][0]
    for old in mark["ids"]:
        document.ids.pop(old, None)
    mark["ids"] = [_id(document, f"footnote-reference-{label}", mark)]
    mark.resolved = True
    note.add_backref(mark["ids"][0])
    document.note_refid(mark)


def _id(document: nodes.document, wanted: str, node: nodes.Element) -> str:
    found, count = wanted, 1
    while found in document.ids:
        count += 1
        found = f"{wanted}-{count}"
    document.ids[found] = node
    return found
