"""What XeLaTeX's log says against a book, as `Problems` with the place in the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from colophon.problems import Problem

ALLOWED_OVERFULL = 1.0
"""Points that a line may stick out unseen."""

PACKAGES = {
    "LinLibertine": "fonts-linuxlibertine",
    "Norasi": "fonts-tlwg-norasi-otf",
    "lmroman": "fonts-lmodern",
    "pzdr": "texlive-fonts-recommended",
    "fontspec.sty": "texlive-latex-recommended",
    "booktabs.sty": "texlive-latex-recommended",
    "xcolor.sty": "texlive-latex-recommended",
    "tikz.sty": "texlive-pictures",
}
"""Debian's package for what a book of ours asks of TeX; a style not named here is in `STYLES`."""

STYLES = "texlive-latex-extra"

_MARK = re.compile(r"%% (?P<file>.+):(?P<line>\d+)")
_ERROR = re.compile(r"^(?:\S+?\.(?P<kind>[a-z]+):(?P<line>\d+): |! )(?P<text>.+)$")
_MISSING = re.compile(
    r"^Missing character: There is no (?P<char>.+?) (?:\(U\+(?P<code>\w+)\) )?in font"
)
_OVERFULL = re.compile(
    r"^Overfull \\(?P<box>[hv])box \((?P<points>[\d.]+)pt too (?:wide|high)\)"
    r"(?:.*? at lines? (?P<line>\d+))?"
)
_TALL = re.compile(
    r"^LaTeX Warning: Float too large for page by (?P<points>[\d.]+)pt on input line (?P<line>\d+)"
)
_UNDEFINED = re.compile(
    r"^(?:LaTeX|Package \w+) Warning: (?:Hyper )?(?:R|r)eference `(?P<name>[^']*)'.* undefined"
)
_NO_FILE = re.compile(r"File `(?P<name>[^']+)' not found")
_NO_FONT = re.compile(r'[Tt]he font "(?P<name>[^"]+)" cannot be found|Font \S*?=\[?(?P<file>\w+)')


def source_mark(file: str, line: int) -> str:
    """A comment for the TeX file that says where the text after it was written."""
    return f"\n%% {file}:{line}\n"


def problems(log: str, tex: str, name: str) -> list[Problem]:
    """Everything in `log` that a reader of the book would see, in the order of the sources.

    `tex` is the text that was set and `name` its file, for places that no mark covers.
    """
    lines = tex.splitlines()
    found: dict[Problem, None] = {}
    for message, remedy, number in _findings(log.splitlines()):
        file, line = _place(lines, number) if number else ("", 0)
        found[Problem(file or name, line or (0 if file else number), message, remedy)] = None
    return list(found)


def _findings(log: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """(message, remedy, line of the TeX file) for every fault."""
    for text in log:
        if match := _MISSING.match(text):
            code = match["code"] or f"{ord(match['char'][0]):04X}"
            yield (
                f"no face of the book has the character {match['char']} (U+{code})",
                "replace it in the text",
                0,
            )
        elif (match := _OVERFULL.match(text)) and float(match["points"]) > ALLOWED_OVERFULL:
            what = "a line is too wide" if match["box"] == "h" else "a page is too full"
            yield (
                f"{what} by {match['points']} pt",
                "reword it or allow a break",
                int(match["line"] or 0),
            )
        elif match := _TALL.match(text):
            yield (
                f"a figure with caption and notes is too high by {match['points']} pt",
                "shorten them",
                int(match["line"]),
            )
        elif match := _UNDEFINED.match(text):
            yield f"reference to {match['name']}, which is not in the book", "", 0
        elif match := _ERROR.match(text):
            # Lines count in the book's own file only, not in a style that it loads.
            number = int(match["line"] or 0) if match["kind"] == "tex" else 0
            yield (*_explained(match["text"]), number)


def _explained(error: str) -> tuple[str, str]:
    """A TeX error with what to do about it."""
    if match := _NO_FILE.search(error):
        package = PACKAGES.get(match["name"], STYLES)
        return f"TeX lacks {match['name']}", f"run make setup or install {package}"
    if match := _NO_FONT.search(error):
        name = match["name"] or match["file"]
        stem = re.split(r"[_\W]", name)[0]
        package = next((deb for face, deb in PACKAGES.items() if stem.startswith(face)), "")
        remedy = f"run make setup or install {package}" if package else "run make setup"
        return f"TeX lacks the face {name}", remedy
    return f"TeX stopped: {error}", ""


def _place(lines: Sequence[str], number: int) -> tuple[str, int]:
    """The place in the sources from which line `number` of the TeX file comes."""
    for text in reversed(lines[:number]):
        if match := _MARK.fullmatch(text):
            return match["file"], int(match["line"])
    return "", 0
