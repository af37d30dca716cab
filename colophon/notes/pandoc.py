"""pandoc's citeproc: CSL items and citations in, formatted inlines (pandoc's JSON) out.

One call formats any number of citations; starting pandoc costs more than a chapter does.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc

from colophon.characters import WORD_JOINER
from colophon.problems import fail

Json = dict[str, Any]
Inlines = list[Json]

_API = [1, 23, 1]
"""Version of pandoc's document format that this module writes."""


@dataclass(frozen=True)
class Citation:
    """One work to be cited; prefix and locator as they shall print.

    `labelled` locators begin with a term of the style, by which citeproc knows their kind.
    """

    id: str
    prefix: str = ""
    locator: str = ""
    labelled: bool = True


def cite(
    style: Path, locale: str, works: Iterable[Json], notes: Iterable[Sequence[Citation]]
) -> list[Inlines]:
    """The text of each note, in the order given; each note knows those before it."""
    document = _document(locale, works, [_paragraph(note) for note in notes], notes_only=True)
    blocks = _run(style, document)["blocks"]
    return [_unwrapped(block["c"][0]["c"][1]) for block in blocks]


def bibliography(style: Path, locale: str, works: Iterable[Json]) -> dict[str, Inlines]:
    """The entry of each work, by id."""
    works = list(works)
    everything = [Citation(work["id"]) for work in works]
    if not everything:
        return {}
    document = _document(locale, works, [], notes_only=False)
    document["meta"]["nocite"] = _inlines([_cite(everything)])
    entries = _run(style, document)["blocks"][-1]["c"][1]
    return {
        entry["c"][0][0].removeprefix("ref-"): _flat(entry["c"][1][0]["c"]) for entry in entries
    }


def text_of(inlines: Iterable[Json]) -> str:
    """The words of formatted inlines."""
    return "".join(
        " " if inline["t"] in _SPACES else inline["c"] if inline["t"] == "Str"
        else text_of(content(inline))
        for inline in inlines
    )  # fmt: skip


_SPACES = {"Space", "SoftBreak", "LineBreak"}


def content(inline: Json) -> Inlines:
    """The inlines inside an inline."""
    inner = inline.get("c", [])
    if inline["t"] == "Link":
        return list(inner[1])
    if inline["t"] in {"Span", "Quoted", "Cite"}:
        return list(inner[1])
    return list(inner) if isinstance(inner, list) else []


def _run(style: Path, document: Json) -> Json:
    command = [_binary(), "--from=json", "--to=json", "--citeproc", f"--csl={style}"]
    done = subprocess.run(
        command, input=json.dumps(document), capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode or done.stderr:
        raise fail(f"pandoc cannot format the citations: {done.stderr.strip()}", file=style)
    answer: Json = json.loads(done.stdout)
    return answer


@cache
def _binary() -> str:
    return str(pypandoc.get_pandoc_path())


def _document(locale: str, works: Iterable[Json], blocks: list[Json], *, notes_only: bool) -> Json:
    meta = {
        "lang": _string(locale),
        "references": {"t": "MetaList", "c": [_meta(work) for work in works]},
        "suppress-bibliography": {"t": "MetaBool", "c": notes_only},
        # Makes links of the addresses that are printed.
        "link-bibliography": {"t": "MetaBool", "c": True},
    }
    return {"pandoc-api-version": _API, "meta": meta, "blocks": blocks}


def _paragraph(note: Sequence[Citation]) -> Json:
    return {"t": "Para", "c": [_cite(note)]}


def _cite(note: Iterable[Citation]) -> Json:
    return {"t": "Cite", "c": [[_citation(work) for work in note], []]}


def _citation(work: Citation) -> Json:
    # In braces pandoc takes the whole for the locator; WORD_JOINER keeps it from seeing a label.
    locator = work.locator if work.labelled else WORD_JOINER + work.locator
    return {
        "citationId": work.id,
        "citationPrefix": _words(work.prefix),
        "citationSuffix": _words(f"{{{locator}}}") if work.locator else [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }


def _meta(value: Any) -> Json:
    """A CSL-JSON value as pandoc metadata.

    `foreign` (variable → language) is no CSL: it says which texts are marked as of a language.
    """
    if isinstance(value, Mapping):
        foreign = value.get("foreign", {})
        return {
            "t": "MetaMap",
            "c": {
                name: _inlines(_foreign(_marked(inner), foreign[name])) if name in foreign
                else _string(inner) if name in _PLAIN
                else _meta(inner)
                for name, inner in value.items()
                if name != "foreign"
            },
        }  # fmt: skip
    if isinstance(value, list):
        return {"t": "MetaList", "c": [_meta(inner) for inner in value]}
    if isinstance(value, str):
        return _inlines(_marked(value))
    return _string(str(value).lower() if isinstance(value, bool) else str(value))


_PLAIN = {"id", "type", "language", "URL", "DOI"}


def _foreign(inlines: Inlines, lang: str) -> Inlines:
    return [{"t": "Span", "c": [["", [], [["lang", lang]]], inlines]}]


def _string(text: str) -> Json:
    return {"t": "MetaString", "c": text}


def _inlines(inlines: Inlines) -> Json:
    return {"t": "MetaInlines", "c": inlines}


_MARKS = {"i": "Emph", "b": "Strong", "sup": "Superscript"}
_MARKED = re.compile(r"<(i|b|sup)>(.*?)</\1>")


def _marked(text: str) -> Inlines:
    """Text with CSL's few HTML tags."""
    found: Inlines = []
    end = 0
    for match in _MARKED.finditer(text):
        found += _words(text[end : match.start()])
        found.append({"t": _MARKS[match[1]], "c": _words(match[2])})
        end = match.end()
    return found + _words(text[end:])


def _words(text: str) -> Inlines:
    found: Inlines = []
    for part in re.split("( +)", text):
        if part:
            found.append({"t": "Space"} if part.isspace() else {"t": "Str", "c": part})
    return found


def _unwrapped(inlines: Inlines) -> Inlines:
    """The content of the note that a note style puts around a citation."""
    if len(inlines) == 1 and inlines[0]["t"] == "Note":
        return _flat(inlines[0]["c"][0]["c"])
    return _flat(inlines)


def _flat(inlines: Inlines) -> Inlines:
    """Without spans that say nothing and without the joiners put in by `_citation`."""
    found: Inlines = []
    for inline in inlines:
        kind, inner = inline["t"], inline.get("c", "")
        if kind == "Str":
            found.append({"t": "Str", "c": inner.replace(WORD_JOINER, "")})
        elif kind == "Span":
            lang = dict(inner[0][2]).get("lang", "")
            found += _foreign(_flat(inner[1]), lang) if lang else _flat(inner[1])
        elif kind == "Link":
            found.append({"t": "Link", "c": [inner[0], _flat(inner[1]), inner[2]]})
        elif isinstance(inner, list):
            found.append({"t": kind, "c": _flat(content(inline))})
        else:
            found.append(inline)
    return found
