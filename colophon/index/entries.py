"""The tree of an index: marks in the text go in, entries in the order of a language come out.

Pure. The order of headings is that of `collation`. Subheadings follow Chicago (17th ed., 16.68) and
New Hart's Rules (ch. 19): the article, preposition or conjunction with which one begins is
passed over, so that "and the draft" stands under d. "See also" comes after the subheadings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from colophon import collation
from colophon.characters import NO_BREAK_SPACE
from colophon.languages import Language

Path = tuple[str, ...]
"""A heading, or a heading and a subheading."""


@dataclass(frozen=True)
class Mark:
    """An index entry where the text has it."""

    kind: str
    """Sphinx's: single, pair, triple, see or seealso."""
    parts: Path
    """What stands between the semicolons, in the edition's words."""
    docname: str
    target: str
    """The id to which a link leads."""
    main: bool = False
    span: str = ""
    """"start" or "end" of what the entry covers, else empty."""
    key: str = ""
    """The head under which a glossary puts its term, if it names one."""
    source: Path = ()
    """The parts in the author's words."""
    line: int = 0
    block: int = -1
    """The paragraph, counted in its chapter, that the link leads into; -1 where it is none."""
    inline: bool = False
    """Whether it stands at the words themselves and not above their paragraph."""
    where: Path = ()
    """The titles of the chapter and its sections down to this place."""


@dataclass
class Locator:
    """A place that an entry leads to; `end` closes a span."""

    start: Mark
    main: bool
    end: Mark | None = None


@dataclass
class Entry:
    """A heading with its places, its subheadings, and the headings to look at instead or too."""

    text: str
    key: str = ""
    locators: list[Locator] = field(default_factory=list)
    under: list[Entry] = field(default_factory=list)
    see: list[Entry] = field(default_factory=list)
    also: list[Entry] = field(default_factory=list)
    parent: Entry | None = None
    id: str = ""

    @property
    def name(self) -> str:
        """How another entry refers to it."""
        return f"{self.parent.text}, {self.text}" if self.parent else self.text

    @property
    def places(self) -> list[Locator]:
        """The places of which a screen without pages shows links: one a paragraph."""
        found: dict[tuple[str, int | str], Locator] = {}
        for it in self.locators:
            mark = it.start
            key = (mark.docname, mark.block if mark.block >= 0 else mark.target)
            known = found.get(key)
            found[key] = replace(known, main=known.main or it.main) if known else it
        return list(found.values())

    @property
    def leads(self) -> bool:
        """Whether a reader who is sent here finds a place in the text."""
        return bool(self.locators) or any(entry.leads for entry in self.under)


@dataclass(frozen=True)
class Group:
    """A letter and the entries below it."""

    head: str
    entries: Sequence[Entry]


def paths(mark: Mark) -> list[Path]:
    """The headings that a mark belongs to, as Sphinx's kinds have them."""
    match mark.kind, mark.parts:
        case "pair", (a, b):
            return [(a, b), (b, a)]
        case "triple", (a, b, c):
            return [(a, f"{b} {c}"), (b, f"{c}, {a}"), (c, f"{a} {b}")]
        case (("see" | "seealso"), (a, _)):
            return [(a,)]
    return [mark.parts]


def aim(mark: Mark) -> Path:
    """Where a cross-reference leads: a heading, or `heading; subheading`."""
    return tuple(part.strip() for part in mark.parts[1].split(";", 1))


class Tree:
    """The entries by their headings, before they are put in order."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self.entries: dict[Path, Entry] = {}
        references: list[Mark] = []
        open_spans: dict[Path, Locator] = {}
        for mark in marks:
            if mark.kind in {"see", "seealso"}:
                references.append(mark)
                continue
            for path in paths(mark):
                self._locate(self._entry(path, mark.key), path, mark, open_spans)
        self.lost = [mark for mark in references if not self._refer(mark)]

    def _entry(self, path: Path, key: str = "") -> Entry:
        if path not in self.entries:
            parent = self._entry(path[:-1]) if len(path) > 1 else None
            self.entries[path] = entry = Entry(path[-1], parent=parent)
            if parent:
                parent.under.append(entry)
        entry = self.entries[path]
        entry.key = entry.key or key
        return entry

    def _locate(self, entry: Entry, path: Path, mark: Mark, spans: dict[Path, Locator]) -> None:
        if mark.span == "end":
            if locator := spans.pop(path, None):
                locator.end = mark
            return
        for known in entry.locators:
            if (known.start.docname, known.start.target) == (mark.docname, mark.target):
                known.main |= mark.main
                return
        entry.locators.append(Locator(mark, mark.main))
        if mark.span == "start":
            spans[path] = entry.locators[-1]

    def _refer(self, mark: Mark) -> bool:
        """Whether a cross-reference leads to an entry with places, and not to itself."""
        heading, target = mark.parts[:1], self.find(mark)
        if target and target is self.entries.get(heading):
            return True  # two names of one thing may be one in another language
        if target is None or not target.leads:
            return False
        entry = self._entry(heading)
        # Who finds places under a heading is sent on, not away (ISO 999).
        others = entry.see if mark.kind == "see" and not entry.leads else entry.also
        if target not in others:
            others.append(target)
        return True

    def find(self, mark: Mark) -> Entry | None:
        """The entry that a cross-reference means."""
        return self.entries.get(mark.parts[1:]) or self.entries.get(aim(mark))


def index(marks: Iterable[Mark], language: Language) -> list[Group]:
    """The index of an edition; marks come in the order of the book."""
    tree = Tree(marks)

    def place(entry: Entry) -> bytes:
        text = f"{entry.key}, {entry.name}" if entry.key else entry.name
        return collation.sort_key(text, language.collation)

    def place_below(entry: Entry) -> bytes:
        return collation.sort_key(substance(entry.text, language), language.collation)

    for entry in tree.entries.values():
        entry.locators = list(_own(entry))
    groups: dict[str, list[Entry]] = {}
    headings = [entry for entry in tree.entries.values() if entry.parent is None]
    for entry in sorted(headings, key=place):
        entry.under.sort(key=place_below)
        entry.see.sort(key=place)
        entry.also.sort(key=place)
        head = entry.key or collation.head(entry.text, language.collation)
        groups.setdefault(head, []).append(entry)
    for number, entry in enumerate(walk(chain.from_iterable(groups.values())), 1):
        entry.id = f"entry-{number}"
    return [Group(head, entries) for head, entries in groups.items()]


def _own(entry: Entry) -> Iterator[Locator]:
    """The places of a heading without the paragraphs that a subheading says more about, and
    without the beginnings of those in which it is marked at its words."""
    told = {(it.start.docname, it.start.block) for below in entry.under for it in below.locators}
    words = {(it.start.docname, it.start.block) for it in entry.locators if it.start.inline}
    for it in entry.locators:
        bare = not it.main and not it.start.span and it.start.block >= 0
        better = told if it.start.inline else told | words
        if not (bare and (it.start.docname, it.start.block) in better):
            yield it


def walk(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Every entry, each before its subheadings."""
    for entry in entries:
        yield entry
        yield from walk(entry.under)


def substance(text: str, language: Language) -> str:
    """A subheading from the word by which it is sorted; one of function words alone is whole."""
    words = text.split()
    while len(words) > 1 and words[0].lower() in language.function_words.split():
        words.pop(0)
    return " ".join(words)


def around(pattern: str) -> tuple[str, str]:
    """The words before and after an entry in "see %s", the former kept on its line."""
    before, _, after = pattern.partition("%s")
    if before != before.rstrip():
        before = before.rstrip() + NO_BREAK_SPACE
    return before, after.strip()
