"""The index: XeLaTeX's list of terms and pages (.idx) ordered and set as TeX (.ind).

makeindex orders by code point, xindy knows no Thai, upmendex finds wrong Thai heads; ICU orders
all languages, and the same collation orders the indexes of the website and the e-book.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from colophon import collation
from colophon.characters import EN_DASH, ZERO_WIDTH_SPACE

_COLLATION = re.compile(r"\\indexcollation\{([^{}]*)\}")
_ENTRY = re.compile(r"\\indexentry\{(.*)\}\{([^{}]*)\}")
_MARK = re.compile(r"\\index(sub|main|see|seealso)(?![a-z]) ?")
_HYPHEN = re.compile(r"\\sphinxhyphen ?\{\}")
_TEX = re.compile(r"\\[A-Za-z]+ ?(\{\})?|[\\{}]")


@dataclass
class Entry:
    """A term: its pages in the order of the book, where else to look, its subordinate terms."""

    text: str
    """The term as TeX prints it, with the places where its line may break."""
    pages: list[str] = field(default_factory=list)
    main: set[str] = field(default_factory=set)
    """Those of the pages that treat the term at length."""
    see: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    under: dict[str, Entry] = field(default_factory=dict)


def index(idx: str) -> str:
    """The .ind file for an .idx file; empty where the book has no index entries."""
    entries = read(idx)
    found = _COLLATION.search(idx)
    locale = found[1] if found else "root"
    if not entries:
        return ""
    lines = [r"\begin{theindex}"]
    for head, terms in groupby(_ordered(entries, locale), lambda term: _head(term[0], locale)):
        lines.append(rf"\indexhead{{{head}}}")
        for _term, entry in terms:
            lines.append(rf"\item {entry.text}{references(entry)}")
            lines += [
                rf"\subitem {part.text}{references(part)}"
                for _name, part in _ordered(entry.under, locale)
            ]
    lines.append(r"\end{theindex}")
    return "\n".join(lines) + "\n"


def read(idx: str) -> dict[str, Entry]:
    """The terms of an .idx file by what a reader sees of them."""
    entries: dict[str, Entry] = {}
    for text, page in _ENTRY.findall(idx):
        term, *marked = _MARK.split(text)
        entry = _entry(entries, term)
        main = False
        for mark, argument in zip(marked[::2], marked[1::2], strict=True):
            if mark == "sub":
                entry = _entry(entry.under, argument)
            elif mark == "main":
                main = True
            else:
                targets = entry.see if mark == "see" else entry.also
                if argument not in targets:
                    targets.append(argument)
                break
        else:
            if page not in entry.pages:
                entry.pages.append(page)
            if main:
                entry.main.add(page)
    return entries


def _entry(entries: dict[str, Entry], text: str) -> Entry:
    return entries.setdefault(plain(text), Entry(text.strip()))


def plain(text: str) -> str:
    """What a reader sees of a piece of TeX that `encode` made, to order it by."""
    text = _HYPHEN.sub("-", text).replace(ZERO_WIDTH_SPACE, "")
    return _TEX.sub("", text).strip()


def references(entry: Entry) -> str:
    """The pages of a term and the terms that it sends the reader to."""
    parts = [f", {page}" for page in _pages(entry)]
    parts += [rf", \indexsee{{{'; '.join(entry.see)}}}"] if entry.see else []
    comma = ";" if parts else ","
    parts += [rf"{comma} \indexseealso{{{'; '.join(entry.also)}}}"] if entry.also else []
    return "".join(parts)


def _pages(entry: Entry) -> Iterator[str]:
    for run in _runs(entry.pages):
        shown = run if len(run) < 3 else [run[0], run[-1]]
        links = [_page(page, strong=page in entry.main) for page in shown]
        yield from links if len(run) < 3 else [EN_DASH.join(links)]


def _page(page: str, *, strong: bool) -> str:
    link = rf"\hyperpage{{{page}}}"
    return rf"\textbf{{{link}}}" if strong else link


def _runs(pages: Iterable[str]) -> Iterator[list[str]]:
    """The pages in runs of neighbours."""
    run: list[str] = []
    for page in pages:
        if run and page.isdecimal() and run[-1].isdecimal() and int(page) == int(run[-1]) + 1:
            run.append(page)
        else:
            if run:
                yield run
            run = [page]
    if run:
        yield run


def _head(term: str, locale: str) -> str:
    text = term.lstrip("„“”«»‘’'")
    # TeX knows the word for what is no letter, in the language of the edition.
    return collation.head(text, locale) if text[:1].isalpha() else r"\sphinxsymbolsname{}"


def _ordered(entries: dict[str, Entry], locale: str) -> list[tuple[str, Entry]]:
    return sorted(entries.items(), key=lambda item: collation.sort_key(item[0], locale))
