"""What the environment knows of citations: found in each document, rendered for the whole book.

Rendered texts are kept with a digest of all that they depend on, so that a chapter is rendered
again only when it or a work cited in it has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from colophon.collation import sort_key
from colophon.notes import render
from colophon.notes.items import keywords
from colophon.notes.nodes import bibliography_list, citation_cluster, to_docutils
from colophon.notes.pandoc import Inlines, text_of
from colophon.notes.sequence import Chapter, Cluster, opens_sentence
from colophon.notes.style import Style


@dataclass(frozen=True)
class Selection:
    """Which works a bibliography lists."""

    keywords: tuple[str, ...] = ()
    everything: bool = False


class NotesDomain(Domain):
    """`chapters` and `lists` are found while reading, the rest is rendered from them."""

    name = "notes"
    label = "Notes"
    data_version = 1
    initial_data = {  # noqa: RUF012 (Sphinx declares it so and copies it)
        "chapters": {},  # docname → Chapter
        "lists": {},  # docname → [Selection]
        "texts": {},  # docname → (digest, [Inlines])
        "entries": {},  # key → (digest, Inlines)
        "listed": {},  # docname → {Selection: [key]}
    }

    def clear_doc(self, docname: str) -> None:
        for found in ("chapters", "lists"):
            self.data[found].pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        for found in ("chapters", "lists"):
            for docname in docnames & otherdata[found].keys():
                self.data[found][docname] = otherdata[found][docname]

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Read off the document what it cites, once its notes are in order."""
        chapter = Chapter(
            notes=tuple(tuple(_clusters(note)) for note in document.findall(nodes.footnote)),
            running=tuple(
                _cluster(node, opens=True, closes=False)
                for node in document.findall(citation_cluster)
                if not _in_note(node)
            ),
        )
        placeholders = [
            node for note in document.findall(nodes.footnote)
            for node in note.findall(citation_cluster)
        ]  # fmt: skip
        placeholders += [n for n in document.findall(citation_cluster) if not _in_note(n)]
        for position, node in enumerate(placeholders):
            node["docname"], node["number"] = docname, position
        if placeholders:
            self.data["chapters"][docname] = chapter
        if lists := [node["selection"] for node in document.findall(bibliography_list)]:
            self.data["lists"][docname] = lists

    def citations(self) -> Iterator[tuple[str, str, int]]:
        """Document, key and line of every citation."""
        for docname, chapter in sorted(self.data["chapters"].items()):
            for cluster in chapter.clusters:
                for cite in cluster.cites:
                    yield docname, cite.key, cluster.line

    def update(self, works: render.Works, style: Style, collation: str) -> set[str]:
        """Render what has changed; returns the documents that have to be written again."""
        return {
            *self._update_chapters(works, style),
            *self._update_lists(works, style, collation),
        }

    def _update_chapters(self, works: render.Works, style: Style) -> Iterable[str]:
        chapters: dict[str, Chapter] = self.data["chapters"]
        texts: dict[str, tuple[str, list[Inlines]]] = self.data["texts"]
        for docname in texts.keys() - chapters.keys():
            del texts[docname]
        digests = {
            docname: render.digest(chapter, works, style)
            for docname, chapter in sorted(chapters.items())
        }
        stale = {
            docname: chapters[docname]
            for docname, digest in digests.items()
            if texts.get(docname, ("",))[0] != digest
        }
        if stale:
            for docname, rendered in render.chapters(stale, works, style).items():
                texts[docname] = (digests[docname], rendered)
        return stale

    def _update_lists(self, works: render.Works, style: Style, collation: str) -> Iterator[str]:
        cited = {key for chapter in self.data["chapters"].values() for key in chapter.keys}
        found = {
            docname: {selection: _selected(selection, works, cited) for selection in selections}
            for docname, selections in self.data["lists"].items()
        }
        wanted = {key for lists in found.values() for keys in lists.values() for key in keys}
        digests = {key: render.entry_digest(works[key], style) for key in sorted(wanted)}
        old: dict[str, tuple[str, Inlines]] = self.data["entries"]
        stale = [key for key, digest in digests.items() if old.get(key, ("",))[0] != digest]
        fresh = render.entries(stale, works, style)
        entries = {
            key: (digest, fresh[key] if key in fresh else old[key][1])
            for key, digest in digests.items()
        }
        self.data["entries"] = entries
        for lists in found.values():
            for keys in lists.values():
                keys.sort(key=lambda key: sort_key(_sorted_under(entries[key][1]), collation))
        before, self.data["listed"] = self.data["listed"], found
        for docname, lists in found.items():
            shown = {key for keys in lists.values() for key in keys}
            if before.get(docname) != lists or shown & set(stale):
                yield docname

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
        lists = [found for lists in self.data["listed"].values() for found in lists.items()]
        for key in dict(lists).get(placeholder["selection"], []):
            _, inlines = self.data["entries"][key]
            entry = nodes.paragraph("", "", *to_docutils(inlines), classes=["bibentry"])
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
            yield _cluster(node, opens=opens_sentence(before), closes=bool(node["note"]))
            before = "…,"


def _cluster(node: citation_cluster, *, opens: bool, closes: bool) -> Cluster:
    return Cluster(cites=node["cites"], opens=opens, closes=closes, line=node.line or 0)


def _in_note(node: nodes.Node) -> bool:
    while node := node.parent:
        if isinstance(node, nodes.footnote):
            return True
    return False


def _selected(selection: Selection, works: render.Works, cited: AbstractSet[str]) -> list[str]:
    return [
        key
        for key in (works if selection.everything else sorted(cited & works.keys()))
        if not selection.keywords or keywords(works[key]).intersection(selection.keywords)
    ]


def _sorted_under(entry: Inlines) -> str:
    """An entry without the article with which an English title may begin."""
    text = text_of(entry).lstrip("“„‘")
    for article in ("The ", "A ", "An "):
        text = text.removeprefix(article)
    return text
