"""What the environment knows of citations: found in each document, rendered for the whole book.

Rendered texts are kept with a digest of all that they depend on, so that a chapter is rendered
again only when it or a work cited in it has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from colophon.collation import sort_key
from colophon.notes import render
from colophon.notes.inlines import Inlines
from colophon.notes.nodes import bibliography_list, citation_cluster, to_docutils, within
from colophon.notes.selection import selected, sorted_under
from colophon.notes.sequence import Chapter, Cluster, in_order, opens_sentence
from colophon.notes.style import Style


class NotesDomain(Domain):
    """`chapters` and `lists` are found while reading, the rest is rendered from them."""

    name = "notes"
    label = "Notes"
    data_version = 5
    initial_data = {  # noqa: RUF012 (Sphinx declares it so and copies it)
        "chapters": {},  # docname → Chapter
        "lists": {},  # docname → [Selection]
        "marks": {},  # docname → [(number, id)] of its notes
        "texts": {},  # docname → (digest, [Inlines])
        "entries": {},  # key → (digest, Inlines)
        "listed": {},  # Selection → [key], sorted
        "written": {},  # builder → {docname: what it had to write}
        "linked": {},  # docname → back-links that its bibliographies had
    }

    def clear_doc(self, docname: str) -> None:
        for found in ("chapters", "lists", "marks"):
            self.data[found].pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        for found in ("chapters", "lists", "marks"):
            for docname in docnames & otherdata[found].keys():
                self.data[found][docname] = otherdata[found][docname]

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Read off the document what it cites, once its notes are in order."""
        notes = list(document.findall(nodes.footnote))
        placeholders = list(document.findall(citation_cluster))
        running = [node for node in placeholders if not within(node, nodes.footnote)]
        if placeholders:
            self.data["chapters"][docname] = Chapter(
                notes=tuple(tuple(_clusters(note)) for note in notes),
                running=tuple(_cluster(node, opens=True) for node in running),
            )
            self.data["marks"][docname] = [(note[0].astext(), note["ids"][0]) for note in notes]
        noted = [node for note in notes for node in note.findall(citation_cluster)]
        for position, node in enumerate([*noted, *running]):
            node["docname"], node["number"] = docname, position
        if lists := [node["selection"] for node in document.findall(bibliography_list)]:
            self.data["lists"][docname] = lists

    def citations(self) -> Iterator[tuple[str, str]]:
        """Place and key of every citation."""
        for _, chapter in sorted(self.data["chapters"].items()):
            for cluster in chapter.clusters:
                for cite in cluster.cites:
                    yield cluster.place, cite.key

    def cited(self, works: render.Works) -> list[str]:
        """The keys of the works cited anywhere in the book, sorted."""
        keys = {key for chapter in self.data["chapters"].values() for key in chapter.keys}
        return sorted(keys & works.keys())

    def update(
        self,
        works: render.Works,
        style: Style,
        collation: str,
        builder: str,
        order: Sequence[str] = (),
    ) -> set[str]:
        """Render what has changed; returns the documents that this builder has to write again.

        Given an order of documents, a work is cited in full in the first of them only.

        What a builder has written is kept by its name, since the builders of an edition share
        the environment and only the first of them sees the change.
        """
        with ThreadPoolExecutor(1) as beside:
            # Two processes of pandoc at once.
            lists = beside.submit(self._update_lists, works, style, collation)
            states = self._update_chapters(works, style, order)
        for docname, state in lists.result().items():
            states[docname] = states.get(docname, "") + state
        before = self.data["written"].get(builder, {})
        self.data["written"][builder] = states
        return {docname for docname, state in states.items() if before.get(docname) != state}

    def _update_chapters(
        self, works: render.Works, style: Style, order: Sequence[str]
    ) -> dict[str, str]:
        """Documents with the digests of their citations."""
        chapters: dict[str, Chapter] = in_order(self.data["chapters"], order)
        old: dict[str, tuple[str, list[Inlines]]] = self.data["texts"]
        digests = {
            docname: render.digest(chapter, works, style)
            for docname, chapter in sorted(chapters.items())
        }
        stale = {
            docname: chapters[docname]
            for docname, digest in digests.items()
            if old.get(docname, ("",))[0] != digest
        }
        fresh = render.chapters(stale, works, style) if stale else {}
        self.data["texts"] = {
            docname: (digest, fresh[docname]) if docname in fresh else old[docname]
            for docname, digest in digests.items()
        }
        return digests

    def _update_lists(self, works: render.Works, style: Style, collation: str) -> dict[str, str]:
        """Documents with the digests of their bibliographies."""
        cited = {key for chapter in self.data["chapters"].values() for key in chapter.keys}
        selections = {each for found in self.data["lists"].values() for each in found}
        listed = {selection: selected(selection, works, cited) for selection in selections}
        digests = {
            key: render.entry_digest(works[key], style)
            for key in sorted({key for keys in listed.values() for key in keys})
        }
        old: dict[str, tuple[str, Inlines]] = self.data["entries"]
        stale = [key for key, digest in digests.items() if old.get(key, ("",))[0] != digest]
        fresh = render.entries(stale, works, style)
        entries = {
            key: (digest, fresh[key]) if key in fresh else old[key]
            for key, digest in digests.items()
        }
        for keys in listed.values():
            keys.sort(key=lambda key: sort_key(sorted_under(entries[key][1]), collation))
        self.data["entries"], self.data["listed"] = entries, listed
        return {
            docname: repr([[(key, digests[key]) for key in listed[each]] for each in found])
            for docname, found in sorted(self.data["lists"].items())
        }

    def text(self, cluster: citation_cluster) -> list[nodes.Node]:
        """What is printed for a citation."""
        _, texts = self.data["texts"][cluster["docname"]]
        chapter: Chapter = self.data["chapters"][cluster["docname"]]
        found = to_docutils(texts[cluster["number"]])
        if cluster["number"] >= sum(map(len, chapter.notes)):
            return [nodes.Text("("), *found, nodes.Text(")")]
        return found

    def bibliography(self, placeholder: bibliography_list) -> nodes.Element:
        """A bibliography; each entry has an id by which other pages can point to it."""
        container = nodes.container(classes=["bibliography"])
        document = placeholder.document
        for key in self.data["listed"].get(placeholder["selection"], []):
            _, inlines = self.data["entries"][key]
            entry = nodes.paragraph("", "", *to_docutils(inlines), classes=["bibentry"], key=key)
            anchor = f"bib-{key}"
            if document is not None and anchor not in document.ids:
                entry["ids"] = [anchor]
                document.ids[anchor] = entry
            container += entry
        return container

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        return []


def _clusters(note: nodes.footnote) -> Iterator[Cluster]:
    """The citations of a note, each knowing whether it begins a sentence."""
    before = ""
    for node in note.findall():
        if isinstance(node, nodes.paragraph):
            before = ""
        elif isinstance(node, nodes.Text) and not isinstance(node.parent, nodes.label):
            before += node.astext()
        elif isinstance(node, citation_cluster):
            yield _cluster(node, opens=opens_sentence(before))
            before = "…,"


def _cluster(node: citation_cluster, *, opens: bool) -> Cluster:
    return Cluster(node["cites"], opens, node["note"], f"{node.source}:{node.line}")
