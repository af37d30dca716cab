"""The CSL style of an edition and what else a work needs to fit into it.

The styles of our own carry every term that they print, since the locales of CSL lack most terms
in Polish and Thai.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from colophon.languages import Language
from colophon.notes import csl
from colophon.notes.langid import primary
from colophon.notes.names import OTHERS, PARTICLES
from colophon.notes.syntax import Locator

_FOLDER = Path(__file__).parent / "styles"
_SEVERAL = re.compile(r"[0-9ivxlc][rv]?\s*[-–,&]\s*[0-9ivxlc]", re.IGNORECASE)


@dataclass(frozen=True)
class Style:
    """One CSL file with the words in it."""

    path: Path
    source: str
    """The complete CSL."""
    notes_source: str
    """The CSL for notes alone, of which citeproc makes no bibliography in vain."""
    locale: str
    language: str
    """Tag of the edition's language."""
    year_offset: int
    january_since: int
    initials: tuple[str, ...]
    terms: dict[str, tuple[str, str]]
    """Term → (singular, plural), the short form where there is one."""
    digest: str
    ibid: bool = True
    """Whether a work cited just before is "ibid."."""
    distinguishes: bool = False
    """Whether a citation depends on the other works of the book that are like its own."""
    among: tuple[str, ...] = ()
    """The keys of those works, if so."""

    @property
    def dates_titles(self) -> bool:
        """Whether it sets the year of a like title apart from the title's marks and italics."""
        return '"title-year"' in self.source

    @property
    def joins_names(self) -> bool:
        """Whether it puts "and" before the last of several names."""
        return ' and="' in self.source

    def in_book(self, works: Mapping[str, Any]) -> Style:
        """The style for a book that prints these works."""
        if not self.distinguishes:
            return self
        state = repr((self.digest, sorted(works.items())))
        digest = hashlib.sha256(state.encode()).hexdigest()
        return replace(self, among=tuple(sorted(works)), digest=digest)

    def term(self, name: str, *, plural: bool = False) -> str:
        """The edition's word, or the name itself where the style has none."""
        return self.terms.get(name, (name, name))[plural]

    def locator(self, locators: tuple[Locator, ...]) -> str:
        """The place in the edition's words: "s. 83", "rozdz. 3"."""
        return ", ".join(
            f"{self.term(each.label, plural=bool(_SEVERAL.search(each.value)))} {each.value}"
            for each in locators
        )

    def adapt(self, work: dict[str, Any], *, inverted: bool = False) -> dict[str, Any]:
        """A CSL item in the edition's words, where CSL itself does not put them.

        `inverted`: it is for the bibliography, where family names stand first.
        """
        adapted = {name: value for name, value in work.items() if value and name not in _UNPRINTED}
        adapted |= work.get("custom", {}).get(primary(self.language), {})
        between = f" {self.term('and')} "
        between_places = self.terms.get("and-place", (between, between))[0]
        for variable, word in (("publisher", between), ("publisher-place", between_places)):
            if variable in work:
                adapted[variable] = work[variable].replace(" and ", word)
        short = work.get("title-short", "")
        if short and work["title"].startswith(short) and not short.endswith((".", "?", "!")):
            # A title cut short shows it where the style has a sign for that and it has none.
            adapted["title-short"] = short + self.terms.get("shortened", ("", ""))[0]
        if (label := adapted.pop("page-label", "page")) != "page":
            several = bool(_SEVERAL.search(work.get("page", "")))
            adapted["page-label"] = self.term(label, plural=several)
        if len(work.get("issued", {}).get("date-parts", [[]])[0]) > 1:
            adapted["issue-date"] = "more exact than a year"
        if adapted.get("container-author") == adapted.get("author"):
            adapted.pop("container-author", None)  # a part of a book by its own author
        if (genre := work.get("genre")) in self.terms:
            adapted["genre"] = self.term(str(genre))
        if (date := work.get("issued", {}).get("literal")) in self.terms:
            adapted["issued"] = {"literal": self.term(str(date))}
        for variable, value in adapted.items():
            if isinstance(value, list):
                adapted[variable] = self._names(value, inverted=inverted)
        if self.year_offset and primary(work.get("language", "")) == primary(self.language):
            for variable in ("issued", "original-date", "accessed"):
                if parts := work.get(variable, {}).get("date-parts"):
                    moved = [[self._year_of_era(*part), *part[1:]] for part in parts]
                    adapted[variable] = {**work[variable], "date-parts": moved}
        return adapted

    def _year_of_era(self, year: int, month: int = 12, _day: int = 1) -> int:
        old = year < self.january_since and month < _APRIL
        return year + self.year_offset - old

    def _names(self, names: list[dict[str, str]], *, inverted: bool) -> list[dict[str, str]]:
        found = [self._name(name) for name in names if name != {"literal": OTHERS}]
        if len(found) < len(names) and found:
            # CSL adds "et al." to long lists only, and puts "and" before a last name, which is
            # not the last here.  A suffix stands behind any name, but is not part of a short one.
            word, last = self.term("et-al"), found[-1]
            if self.joins_names:
                found, last = found[:1], found[0]
            place = "suffix" if inverted or "suffix" in last else "family"
            if "literal" in last:
                place = "literal"
            elif inverted and self.joins_names and word.startswith(self.term("and")):
                # Thai "and others": no comma, which CSL puts before a suffix.
                place = next((part for part in PARTICLES if part in last), "given")
            found[-1] = {**last, place: f"{last.get(place, '')} {word}".strip()}
        return found

    def _name(self, name: dict[str, str]) -> dict[str, str]:
        words = name.get("given", "").split()
        for position, word in enumerate(words):
            if word.startswith(self.initials) and not word.endswith("."):
                words[position] = word[:2] + "."
        return {**name, "given": " ".join(words)} if words else name


_APRIL = 4
_UNPRINTED = {"custom", "keyword", "ISBN", "ISSN"}


def style(language: Language, own: Path | None = None, *, ibid: bool = True) -> Style:
    """The style that the edition's language names, or an author's own CSL file."""
    path = _FOLDER / f"{language.citation_style}.csl"
    root = ElementTree.parse(path).getroot()
    if own is not None:
        path, root = own, csl.completed(own, root, language.citation_locale)
    source = ElementTree.tostring(root, encoding="unicode")
    digest = hashlib.sha256(repr((source, language, ibid)).encode()).hexdigest()
    distinguishes, terms = csl.distinguishes(root), _terms(root)
    if not distinguishes:  # else works are told apart in the order of the bibliography
        for listed in root.findall(f"{csl.NAMESPACE}bibliography"):
            root.remove(listed)
    return Style(
        path=path,
        source=source,
        notes_source=ElementTree.tostring(root, encoding="unicode"),
        locale=language.citation_locale,
        language=language.tag,
        year_offset=language.year_offset,
        january_since=language.january_since,
        initials=language.initials,
        terms=terms,
        digest=digest,
        ibid=ibid,
        distinguishes=distinguishes,
    )


def _terms(root: ElementTree.Element) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for form in (None, "short"):
        for term in root.iter(f"{csl.NAMESPACE}term"):
            if term.get("form") == form:
                single = term.findtext(f"{csl.NAMESPACE}single") or term.text or ""
                found[term.get("name", "")] = (
                    single,
                    term.findtext(f"{csl.NAMESPACE}multiple") or single,
                )
    return found
