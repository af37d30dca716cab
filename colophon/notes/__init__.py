"""Notes and citations: the syntax of a citation, one sequence of notes, CSL, bibliography.

In: `{footcite:p}` and `{cite:p}` roles, `[^name]` notes, a .bib file.  Out: docutils footnotes
numbered 1 … n in each document, and bibliographies, in the words of the edition.

    syntax → roles → transforms, numbering → domain → sequence, render → pandoc → nodes
                                             settings, csl → style
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from colophon.notes import added, nodes, roles, settings, transforms, web, works
from colophon.notes.check import check
from colophon.notes.domain import NotesDomain

__all__ = ["check", "setup"]


def setup(app: Sphinx) -> ExtensionMetadata:
    # It reads the .bib files and owns the roles that are replaced here.
    app.setup_extension("sphinxcontrib.bibtex")
    settings.register(app)
    app.add_domain(NotesDomain)
    app.add_node(nodes.citation_cluster)
    app.add_node(nodes.bibliography_list)
    for name in roles.FOOTCITE:
        app.add_role_to_domain("footcite", name, roles.CitationRole(note=True), override=True)
    for name in roles.CITE:
        app.add_role_to_domain("cite", name, roles.CitationRole(note=False), override=True)
    app.add_role("footcite", roles.CitationRole(note=True), override=True)
    app.add_role("cite", roles.CitationRole(note=False), override=True)
    app.add_directive("bibliography", roles.BibliographyDirective, override=True)
    app.add_directive("footbibliography", roles.FootBibliographyDirective, override=True)
    app.add_transform(added.SpareMarks)
    app.add_transform(added.NoSpareMarks)
    app.add_transform(transforms.CitationNotes)
    app.add_transform(transforms.NumberNotes)
    app.add_post_transform(transforms.RenderCitations)
    app.connect("config-inited", works.configure)
    # Before sphinxcontrib-bibtex (500) reads the files.
    app.connect("builder-inited", works.check_files, priority=400)
    app.connect("env-updated", works.update)
    web.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
