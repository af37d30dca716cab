"""How many messages and words of each chapter are translated. Fuzzy never counts as done."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

from colophon.catalogs.files import WORDS, catalogs
from colophon.catalogs.read import Message, read
from colophon.files import write_if_changed
from colophon.problems import Problems
from colophon.project import Project

_MARKUP = re.compile(
    r"\{(?:foot)?cite[\w:]*\}`[^`]*`"  # a citation is not translated
    r"|\{[\w:.-]+\}|\{[^{}\s]*\}|\[\^[^\]]*\]|<[^<>]*>|\]\([^)\s]*\)"
)
_WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")


@dataclass(frozen=True)
class Count:
    """Messages by their state, and words of the source."""

    translated: int = 0
    fuzzy: int = 0
    missing: int = 0
    words_translated: int = 0
    words: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def messages(self) -> int:
        return self.translated + self.fuzzy + self.missing

    @property
    def complete(self) -> bool:
        return self.translated == self.messages

    @property
    def share(self) -> float:
        """The part of the words that is translated, 0 to 1."""
        if self.words:
            return self.words_translated / self.words
        return self.translated / self.messages if self.messages else 1.0

    @property
    def percent(self) -> int:
        """The share in hundredths, rounded down: 100 is said of what is complete alone."""
        return min(int(self.share * 100), 99 + self.complete)


def words(text: str) -> int:
    """The words that a translator has to translate."""
    return len(_WORD.findall(_MARKUP.sub(" ", text)))


def of_messages(messages: Iterable[Message], original: bool = False, none: bool = False) -> Count:
    """The count of a catalogue: of the original, of one that does not exist, or as it stands."""
    count = Count()
    for message in messages:
        number = words(message.msgid)
        if original or (message.msgstr.strip() and not message.fuzzy and not none):
            count += Count(translated=1, words_translated=number, words=number)
        elif message.fuzzy and not none:
            count += Count(fuzzy=1, words=number)
        else:
            count += Count(missing=1, words=number)
    return count


def of_source(text: str) -> Count:
    """What stands for a chapter that has no catalogue yet: its paragraphs, none translated."""
    paragraphs = [part for part in re.split(r"\n\s*\n", text) if words(part)]
    return Count(missing=len(paragraphs), words=sum(map(words, paragraphs)))


def total(counts: Iterable[Count]) -> Count:
    return sum(counts, Count())


def chapters(project: Project, language: str, cache: Path | None = None) -> dict[str, Count]:
    """The counts of an edition by chapter, the book's metadata among them; raises `Problems`.

    A catalogue that another language has and this one has not counts as missing, and so does a
    chapter that no language has. `cache` is a file that keeps counts of unchanged catalogues.
    """
    here = _paths(project, language)
    everywhere: dict[str, Path] = {}
    for code in (language, *project.languages):
        everywhere = _paths(project, code) | everywhere
    memory = _Memory(cache)
    original = language == project.config.language
    found = {
        chapter: memory.count(path, original, chapter not in here)
        for chapter, path in everywhere.items()
    }
    memory.save()
    for path in project.chapters():
        name = path.relative_to(project.source).with_suffix("").as_posix()
        if name not in found:
            count = of_source(path.read_text(encoding="utf-8", errors="replace"))
            done = Count(translated=count.missing, words_translated=count.words, words=count.words)
            found[name] = done if original else count
    return dict(sorted(found.items()))


def _paths(project: Project, language: str) -> dict[str, Path]:
    """The catalogues of a language by their names; the first folder goes before the others."""
    found = reversed(list(catalogs(project.locale_dirs, language)))
    return {chapter: path for chapter, path in found if chapter not in WORDS}


class _Memory:
    """Counts by what is in the file: a preview asks for all of them after each change of one."""

    def __init__(self, file: Path | None) -> None:
        self.file, self.fresh = file, dict[str, list[int]]()
        try:
            self.known: Mapping[str, list[int]] = json.loads(file.read_text()) if file else {}
        except (OSError, ValueError):
            self.known = {}

    def count(self, path: Path, original: bool, none: bool) -> Count:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        key = f"{digest}{original:d}{none:d}"
        if key not in self.known:
            messages, problems = read(path)
            if problems:
                raise Problems(problems)
            self.fresh[key] = list(astuple(of_messages(messages, original, none)))
        else:
            self.fresh[key] = self.known[key]
        return Count(*self.fresh[key])

    def save(self) -> None:
        if self.file:
            write_if_changed(self.file, json.dumps(self.fresh, sort_keys=True).encode())
