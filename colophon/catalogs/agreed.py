"""The names that a catalogue has to use: those of the termbase beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType

from colophon.languages import Language
from colophon.languages import language as language_of
from colophon.names.inflection import occurs
from colophon.names.table import FILE, terms_of
from colophon.names.term import NAMES, PERSON, Term

_ROLE = re.compile(r"\{([\w:.-]+)\}(`+)(.+?)\2(?!`)", re.DOTALL)
_TITLED = re.compile(r"!?(.*?)\s*<([^<>]+)>\s*$", re.DOTALL)
_SILENT = re.compile(r"(?:foot)?cite\b|math$")
_MARKUP = re.compile(r"\[\^[^\]\s]+\]|\]\([^()\s]*\)|\]?\{[.#][^{}]*\}|(?<=\w)>|[\[*\\]")
_SPACES = re.compile(r"[\s\u00a0]+")


@dataclass(frozen=True)
class Agreement:
    """What an edition has agreed to call things."""

    language: Language
    terms: tuple[Term, ...]

    @cached_property
    def source(self) -> str:
        """The language of the msgids: the table's first."""
        return next(iter(self.terms[0].forms)) if self.terms else ""

    @cached_property
    def by_id(self) -> dict[str, Term]:
        return {term.id: term for term in self.terms}

    @cached_property
    def by_source(self) -> dict[str, list[tuple[Term, bool]]]:
        """For each form of a msgid the terms that it names, and whether by the surname alone."""
        found: dict[str, list[tuple[Term, bool]]] = {}
        for term in self.terms:
            for form in term.accepted(self.source):
                for spelling in _spellings(form, term.kind):
                    found.setdefault(spelling, []).append((term, False))
            if term.kind == PERSON and (surname := term.family_name(self.source)):
                found.setdefault(surname, []).append((term, True))
        return found

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        forms = sorted(self.by_source, key=lambda form: (-len(form), form))
        any_form = "|".join(map(re.escape, forms)) or "(?!)"
        return re.compile(rf"(?<!\w)(?:{any_form})(?!\w)")

    def expected(self, msgid: str) -> Iterator[tuple[str, list[tuple[Term, bool]]]]:
        """(form, what it may stand for) of each name that a msgid writes out."""
        found = dict.fromkeys(self.pattern.findall(plain(msgid)))
        for form in found:
            yield form, self.by_source[form]

    def has(self, text: str, candidates: Iterable[tuple[Term, bool]]) -> bool:
        """Whether a plain translation names one of the candidates as agreed."""
        code = self.language.code
        return any(
            occurs(form, text, self.language, term.stems.get(code, ()))
            for term, short in candidates
            for form in agreed(term, code, short=short)
        )

    def roles(self, msgstr: str) -> Iterator[tuple[str, list[tuple[Term, bool]]]]:
        """(form, what it should stand for) of each `{name}` of a translation in another form."""
        for role, _ticks, content in _ROLE.findall(msgstr):
            titled = _TITLED.match(content) if role == "name" else None
            if titled and (term := self.by_id.get(titled[2].strip())):
                shorter = [(term, True)] if term.kind == PERSON else []
                yield titled[1], [(term, False), *shorter]

    def printed(self, msgstr: str) -> str:
        """A translation as it is read."""
        return plain(
            msgstr, {id: term.forms[self.language.code] for id, term in self.by_id.items()}
        )


def agreed(term: Term, code: str, *, short: bool) -> Sequence[str]:
    """The forms that an edition may print: of a person named by the surname, that alone."""
    return [term.family_name(code)] if short else term.accepted(code)


def termbase(catalog: Path) -> Path | None:
    """Where the termbase of a catalogue stands: `<folder>/terms.csv`, if it has one."""
    folder = _messages(catalog)
    return folder.parent.parent / FILE if folder else None


def beside(catalog: Path) -> Agreement | None:
    """The agreement for a catalogue, `<folder>/<language>/LC_MESSAGES/<domain>.po`."""
    folder, path = _messages(catalog), termbase(catalog)
    if folder is None or path is None or not path.is_file():
        return None
    state = path.stat()
    return _agreement(folder.parent.name, path, (state.st_mtime_ns, state.st_size))


def _messages(catalog: Path) -> Path | None:
    return next((folder for folder in catalog.parents if folder.name == "LC_MESSAGES"), None)


@lru_cache(maxsize=8)
def _agreement(code: str, path: Path, stamp: tuple[int, int]) -> Agreement:
    terms = terms_of([path]).values()
    return Agreement(language_of(code), tuple(term for term in terms if code in term.forms))


def plain(text: str, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """A message as it is read: without markup and citations, and with these names by their ids."""

    def printed(match: re.Match[str]) -> str:
        role, _ticks, content = match.groups()
        titled = _TITLED.match(content)
        if role == "name":
            return (names and titled and titled[1]) or names.get(content.removeprefix("!"), " ")
        return " " if _SILENT.match(role) else titled[1] if titled else content

    text = _MARKUP.sub("", _ROLE.sub(printed, text))
    return _SPACES.sub(" ", text.replace("'", "’"))


def _spellings(form: str, kind: str) -> list[str]:
    """A name as it stands; a phrase may also begin a sentence, or stand within one."""
    if kind in NAMES or form[:2].isupper():
        return [form]
    return list({form, form[:1].upper() + form[1:], form[:1].lower() + form[1:]})
