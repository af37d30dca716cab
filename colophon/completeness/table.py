"""`make progress`: a table for each language on the terminal, and a chart of them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from colophon.completeness.chart import Bar, Legend, chart
from colophon.completeness.count import Count, chapters, total
from colophon.files import write_if_changed
from colophon.languages import language
from colophon.project import Project

HEADS = ("translated", "fuzzy", "missing", "words", "done")

Counts = Mapping[str, Mapping[str, Count]]
"""Counts by language and chapter."""


def overview(project: Project, codes: Sequence[str]) -> tuple[str, Path]:
    """The tables for the languages `codes`, and the file with the chart."""
    counts = {code: chapters(project, code) for code in codes}
    path = project.output / "progress.svg"
    write_if_changed(path, _chart(counts, project.metadata.title).encode())
    return "\n".join(table(code, found) for code, found in counts.items()), path


def table(code: str, counts: Mapping[str, Count]) -> str:
    """A line for each chapter, and one for all of them."""
    rows: list[tuple[str, tuple[str, ...]]] = [(f"{code} ({language(code).name})", HEADS)]
    rows += [(f"  {chapter}", _cells(count)) for chapter, count in counts.items()]
    rows.append(("  total", _cells(total(counts.values()))))
    first = max(len(name) for name, _ in rows)
    widths = [max(len(cells[place]) for _, cells in rows) for place in range(len(HEADS))]
    lines = (
        "  ".join([name.ljust(first), *(c.rjust(w) for c, w in zip(cells, widths, strict=True))])
        for name, cells in rows
    )
    return "".join(f"{line}\n" for line in lines)


def _cells(count: Count) -> tuple[str, ...]:
    messages = (f"{count.translated:,}", f"{count.fuzzy:,}", f"{count.missing:,}")
    return (*messages, f"{count.words_translated:,}/{count.words:,}", f"{count.percent}%")


def _chart(counts: Counts, title: str) -> str:
    return chart(
        list(_bars(counts)),
        f"{title}: progress of the translations",
        "en",
        Legend("translated", "fuzzy", "missing"),
    )


def _bars(counts: Counts) -> Iterator[Bar]:
    for code, found in counts.items():
        whole = total(found.values())
        yield Bar(language(code).name, whole, f"{whole.percent}%", language(code).tag)
        for chapter, count in found.items():
            yield Bar(f"{code}: {chapter}", count, f"{count.percent}%")
