"""pandoc's citeproc: CSL items and citations in, formatted inlines (pandoc's JSON) out.

One call formats any number of citations; starting pandoc costs more than a chapter does.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc

from colophon.characters import WORD_JOINER
from colophon.notes.inlines import Inlines, Json, flat, foreign, marked, words
from colophon.notes.style import Style
from colophon.problems import fail

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


def cite(style: Style, works: Iterable[Json], notes: Iterable[Sequence[Citation]]) -> list[Inlines]:
    """The text of each note, in the order given; each note knows those before it."""
    document = _document(style.locale, works, [_paragraph(note) for note in notes], notes_only=True)
    blocks = _run(style, style.notes_source, document)["blocks"]
    return [_unwrapped(block["c"][0]["c"][1]) for block in blocks]


def bibliography(style: Style, works: Iterable[Json]) -> dict[str, Inlines]:
    """The entry of each work, by id.

    Works may be alike in their short forms only: where that counts, each is cited twice.
    """
    works = list(works)
    everything = [Citation(work["id"]) for work in works]
    if not everything:
        return {}
    cited = [_paragraph(everything)] * (2 if style.distinguishes else 0)
    document = _document(style.locale, works, cited, notes_only=False)
    document["meta"]["nocite"] = _inlines([_cite(everything)])
    entries = _run(style, style.source, document)["blocks"][-1]["c"][1]
    return {entry["c"][0][0].removeprefix("ref-"): flat(entry["c"][1][0]["c"]) for entry in entries}


def _run(style: Style, source: str, document: Json) -> Json:
    with tempfile.TemporaryDirectory() as folder:
        # Named as the author knows it: pandoc's message of a fault has the name.
        path = Path(folder) / style.path.name
        path.write_text(source, "utf-8")
        command = [_binary(), "--from=json", "--to=json", "--citeproc", f"--csl={path}"]
        text = json.dumps(document)
        done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8")
    if done.returncode or done.stderr:
        reason = " ".join(done.stderr.replace(f"{folder}/", "").split())
        raise fail(f"pandoc cannot format the citations: {reason}", file=style.path)
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
        "citationPrefix": words(work.prefix),
        "citationSuffix": words(f"{{{locator}}}") if work.locator else [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }


def _meta(value: Any) -> Json:
    """A CSL-JSON value as pandoc metadata.

    `foreign` (variable → language) is no CSL: it says which texts are marked as of a language.
    """
    if isinstance(value, Mapping):
        languages = value.get("foreign", {})
        return {
            "t": "MetaMap",
            "c": {
                name: _inlines(foreign(marked(inner), languages[name])) if name in languages
                else _string(inner) if name in _PLAIN
                else _meta(inner)
                for name, inner in value.items()
                if name != "foreign"
            },
        }  # fmt: skip
    if isinstance(value, list):
        return {"t": "MetaList", "c": [_meta(inner) for inner in value]}
    if isinstance(value, str):
        # A plain string says the same and is read and written faster.
        return _inlines(marked(value)) if "<" in value else _string(value)
    if isinstance(value, bool):
        return {"t": "MetaBool", "c": value}
    return _string(str(value))


_PLAIN = {"id", "type", "language", "URL", "DOI"}


def _string(text: str) -> Json:
    return {"t": "MetaString", "c": text}


def _inlines(inlines: Inlines) -> Json:
    return {"t": "MetaInlines", "c": inlines}


def _unwrapped(inlines: Inlines) -> Inlines:
    """The content of the note that a note style puts around a citation."""
    if len(inlines) == 1 and inlines[0]["t"] == "Note":
        return flat(inlines[0]["c"][0]["c"])
    return flat(inlines)
