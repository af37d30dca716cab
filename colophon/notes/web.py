"""What the web edition adds to a bibliography: back-links, COinS and files to take away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.locale import get_translation
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri
from sphinx.writers.html5 import HTML5Translator

from colophon.files import write_if_changed
from colophon.html.settings import BUILDERS
from colophon.languages import language
from colophon.notes import export, works
from colophon.notes.coins import coins
from colophon.notes.domain import NotesDomain
from colophon.notes.langid import primary
from colophon.notes.sequence import Chapter
from colophon.toctree import reading_order

Marks = Sequence[tuple[str, str]]
"""Number and id of each note of a document."""
Places = list[tuple[str, Marks]]
"""Documents in reading order, with the notes in each (or none: cited in the text)."""


class coins_span(nodes.Inline, nodes.Element):
    """An empty span that tells reference managers of a work; `title`: its ContextObject."""


def _visit(translator: HTML5Translator, node: coins_span) -> None:
    # No words of any language, whatever the language around it (BCP 47).
    attributes = {"CLASS": "Z3988", "title": node["title"], "lang": "zxx"}
    translator.body.append(translator.starttag(node, "span", "", **attributes))


def _depart(translator: HTML5Translator, node: coins_span) -> None:
    translator.body.append("</span>")


def places(
    chapters: Mapping[str, Chapter], marks: Mapping[str, Marks], order: Iterable[str]
) -> dict[str, Places]:
    """For each work the notes that cite it; none in a document that cites it in its text only."""
    found: dict[str, Places] = {}
    for docname in order:
        if docname not in chapters:
            continue
        here: dict[str, list[tuple[str, str]]] = {}
        for note, mark in zip(chapters[docname].notes, marks[docname], strict=True):
            for key in sorted({key for cluster in note for key in cluster.keys}):
                here.setdefault(key, []).append(mark)
        for key in sorted({key for cluster in chapters[docname].running for key in cluster.keys}):
            here.setdefault(key, [])
        for key, cited in here.items():
            found.setdefault(key, []).append((docname, cited))
    return found


def _places(env: BuildEnvironment) -> dict[str, Places]:
    data = _domain(env).data
    order = reading_order(env.toctree_includes, env.config.root_doc)
    return places(data["chapters"], data["marks"], order)


def _domain(env: BuildEnvironment) -> NotesDomain:
    domain = env.domains[NotesDomain.name]
    assert isinstance(domain, NotesDomain)
    return domain


def _language(env: BuildEnvironment) -> str:
    return primary(language(env.config.language).tag)


class BibliographyLinks(SphinxPostTransform):
    """Adds to each entry the notes that cite it, and to the last list the files."""

    # After RenderCitations (4), before ReferencesResolver (10) and all that looks at text.
    default_priority = 5
    builders = BUILDERS

    def run(self, **kwargs: Any) -> None:
        entries = [node for node in self.document.findall(nodes.paragraph) if "key" in node]
        if not entries:
            return
        cited, found, tag = _places(self.env), works.of(self.env), _language(self.env)
        for entry in entries:
            key = entry["key"]
            entry += coins_span(title=coins(export.in_edition(found[key], tag)))
            if key in cited:
                entry += self._back_links(cited[key])
        if _domain(self.env).cited(found):
            lists = entries[-1].parent
            lists.parent.insert(lists.parent.index(lists) + 1, self._files())

    def _back_links(self, cited: Places) -> nodes.inline:
        _ = get_translation("colophon")
        links = nodes.inline("", f" {_('Cited in:')} ", classes=["cited-in"])
        for number, (docname, marks) in enumerate(cited):
            title = self.env.titles[docname].astext()
            page = self.env._app.builder.get_relative_uri(self.env.docname, docname)
            links += nodes.Text("; " * bool(number))
            if not marks:
                links += nodes.reference("", title, refuri=page, internal=True)
                continue
            links += nodes.Text(f"{title}, {_('n.')}\u00a0")
            for position, (label, anchor) in enumerate(marks):
                if position:
                    links += nodes.Text(", ")
                uri = f"{page}#{anchor}"
                links += nodes.reference("", label, refuri=uri, internal=True)
        return links

    def _files(self) -> nodes.paragraph:
        _ = get_translation("colophon")
        here = self.env._app.builder.get_target_uri(self.env.docname)
        found = nodes.paragraph("", f"{_('For reference managers:')} ", classes=["citation-files"])
        for number, (name, (form, _make)) in enumerate(export.FILES.items()):
            if number:
                found += nodes.Text(", ")
            uri = relative_uri(here, name)
            found += nodes.reference("", form, refuri=uri, internal=True)
        return found


def _update(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The pages whose back-links have changed."""
    if app.builder.name not in BUILDERS:
        return []
    domain, cited = _domain(env), _places(env)
    links = {}
    for docname, selections in domain.data["lists"].items():
        keys = sorted({key for each in selections for key in domain.data["listed"].get(each, [])})
        found = [(key, cited[key]) for key in keys if key in cited]
        titles = {name: env.titles[name].astext() for _, where in found for name, _ in where}
        links[docname] = repr((found, sorted(titles.items())))
    before, domain.data["linked"] = domain.data["linked"], links
    return sorted(docname for docname, state in links.items() if before.get(docname) != state)


def _write(app: Sphinx, error: Exception | None) -> None:
    """The files of the works cited; none where none is cited."""
    if error or app.builder.name not in BUILDERS:
        return
    found = works.of(app.env)
    keys = _domain(app.env).cited(found)
    items = [export.in_edition(found[key], _language(app.env)) for key in keys]
    written = export.files(items, [found.entry(key) for key in keys])
    for name, data in written.items():
        path = Path(app.outdir, name)
        if keys:
            write_if_changed(path, data)
        else:
            path.unlink(missing_ok=True)


def setup(app: Sphinx) -> None:
    app.add_node(coins_span, html=(_visit, _depart))
    app.add_post_transform(BibliographyLinks)
    # After the domain has found what each bibliography lists (500).
    app.connect("env-updated", _update, priority=600)
    app.connect("build-finished", _write)
