"""The counts of the edition that Sphinx is building, and its imprint."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.typing import ExtensionMetadata

from colophon.completeness.count import Count, chapters, total
from colophon.completeness.words import sentence
from colophon.problems import Problems
from colophon.project import Project

IMPRINTS = ("imprint", "copyright", "colophon")
"""What the page with the imprint is called; the title page stands in where there is none."""


def source_language(config: Config) -> str:
    """The language of the chapters, which conf.py names; the edition's is `config.language`."""
    return str(config._raw_config.get("language") or "en")


def imprint_of(docnames: set[str], root: str) -> str:
    """The chapter that the imprint is in."""
    named = {name.rpartition("/")[2]: name for name in sorted(docnames, reverse=True)}
    return next((named[name] for name in IMPRINTS if name in named), root)


def _count(app: Sphinx, config: Config) -> None:
    root, source = Path(app.confdir), Path(app.srcdir)
    if config.language == source_language(config) or not (root / "conf.py").is_file():
        return
    project = Project(root, source, Path(app.outdir))
    cache = Path(app.doctreedir, "completeness.json")
    # A fault of another language's catalogue is for that language's own edition to tell.
    with contextlib.suppress(Problems):
        config.colophon_counts = chapters(project, config.language, cache)


class Imprint(SphinxPostTransform):
    """Say in the imprint how much is translated, where that is not all.

    Print has a page of its own for it, the back of the title page (`colophon.print.elements`).
    """

    # Any time before invisible typography (800), which sees the sentence too.
    default_priority = 690
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        docnames = self.env.found_docs
        if self.env.docname != imprint_of(docnames, self.config.root_doc):
            return
        text = imprint_sentence(self.config)
        section = next(iter(self.document.findall(nodes.section)), None)
        if text and section is not None:
            # Before the first section within: there it belongs to the whole page.
            place = next(
                (n for n, child in enumerate(section) if isinstance(child, nodes.section)),
                len(section),
            )
            section.insert(place, nodes.paragraph("", text, classes=["completeness"]))


def imprint_sentence(config: Config) -> str:
    """The sentence for the edition that is being built, empty if nothing is missing."""
    counts: dict[str, Count] = config.colophon_counts
    return sentence(total(counts.values()), config.language)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("colophon_counts", {}, "", types=dict)
    # After the catalogues are read (100), so that their faults are told first, and before the
    # print room composes the imprint (500).
    app.connect("config-inited", _count, priority=300)
    app.add_post_transform(Imprint)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
