"""XeLaTeX over one edition: as few passes as it takes, and a PDF that appears only when whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from colophon.files import write_atomically, write_if_changed
from colophon.print import index, log
from colophon.problems import Problems, fail

PASSES = 5
"""A book that still changes after so many passes never settles."""

TIMEOUT = 600.0
"""Seconds for one pass; text that makes TeX run longer has caught it in a loop."""

CARRIED = (".aux", ".toc", ".out", ".ind")
"""What one pass leaves for the next."""

RULES = {
    # Text may read nothing outside this folder and write nothing but what TeX itself writes.
    "openin_any": "p",
    "openout_any": "p",
    "FORCE_SOURCE_DATE": "1",
    # Log lines whole, so that they can be read.
    "max_print_line": "10000",
    "error_line": "254",
    "half_error_line": "238",
    # A missing font is a fault of the machine; nothing is to be drawn in its place.
    "MKTEXTFM": "0",
    "MKTEXPK": "0",
}
COMMAND = ("-no-shell-escape", "-halt-on-error", "-interaction=nonstopmode", "-file-line-error")


def typeset(texdir: Path, stem: str, *, timeout: float = TIMEOUT) -> Path:
    """Set `texdir/stem.tex` and return the finished PDF beside it; raises `Problems`.

    Nothing is done where nothing has changed since the PDF was made.
    """
    xelatex, xdvipdfmx = _program("xelatex"), _program("xdvipdfmx")
    pdf, seal = texdir / f"{stem}.pdf", texdir / f"{stem}.sha256"
    fingerprint = _fingerprint(texdir, stem)
    if pdf.is_file() and seal.is_file() and seal.read_bytes() == fingerprint:
        return pdf
    try:
        _passes(texdir, stem, [xelatex, *COMMAND, "-no-pdf", f"{stem}.tex"], timeout)
    except Problems:
        # A pass that stopped leaves halves, on which the next would stumble.
        for suffix in CARRIED:
            (texdir / f"{stem}{suffix}").unlink(missing_ok=True)
        raise
    whole = texdir / f"{stem}.whole.pdf"
    try:
        result = _run([xdvipdfmx, "-q", "-E", "-o", whole.name, f"{stem}.xdv"], texdir, timeout)
        if result.returncode or not whole.is_file():
            said = (result.stderr or result.stdout).strip().splitlines()
            raise fail(
                f"xdvipdfmx made no PDF: {said[-1] if said else 'it gave no reason'}",
                file=f"{stem}.tex",
            )
        whole.replace(pdf)
    finally:
        whole.unlink(missing_ok=True)
    write_atomically(seal, fingerprint)
    return pdf


def _passes(texdir: Path, stem: str, command: Sequence[str], timeout: float) -> None:
    """Run XeLaTeX until nothing that it carries over changes; raises what the log says then."""
    for _ in range(PASSES):
        before = _carried(texdir, stem)
        result = _run(command, texdir, timeout)
        said = texdir / f"{stem}.log"
        text = said.read_text("utf-8", errors="replace") if said.is_file() else ""
        tex = (texdir / f"{stem}.tex").read_text("utf-8")
        if result.returncode:
            faults = [
                fault
                for fault in log.problems(text, tex, f"{stem}.tex")
                if fault.message.startswith("TeX ")
            ]
            raise (
                Problems(faults[:1])
                if faults
                else fail(f"XeLaTeX stopped with status {result.returncode}", file=f"{stem}.tex")
            )
        plan, idx = texdir / f"{stem}{index.SUFFIX}", texdir / f"{stem}.idx"
        known = plan.is_file() and idx.is_file()
        entries = index.index(plan.read_text("utf-8"), idx.read_text("utf-8")) if known else ""
        write_if_changed(texdir / f"{stem}.ind", entries.encode())
        if _carried(texdir, stem) == before:
            break
    else:
        raise fail(f"page numbers still change after {PASSES} passes", file=f"{stem}.tex")
    if faults := log.problems(text, tex, f"{stem}.tex"):
        raise Problems(faults)


def _run(command: Sequence[str], folder: Path, timeout: float) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **RULES},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise fail(
            f"{Path(command[0]).name} ran for {timeout:.0f} s without end",
            "look for text that TeX cannot finish",
            command[-1],
        ) from None


def _program(name: str) -> str:
    if path := shutil.which(name):
        return path
    raise fail(f"{name} is not installed", "run make setup or install texlive-xetex")


def _carried(texdir: Path, stem: str) -> list[bytes]:
    files = [texdir / f"{stem}{suffix}" for suffix in CARRIED]
    return [file.read_bytes() if file.is_file() else b"" for file in files]


def _fingerprint(texdir: Path, stem: str) -> bytes:
    """Stands for everything that the PDF is made of, but for TeX itself."""
    made = {f"{stem}{suffix}" for suffix in (*CARRIED, ".log", ".idx", ".xdv", ".pdf", ".sha256")}
    total = hashlib.sha256(os.environ.get("SOURCE_DATE_EPOCH", "").encode())
    for file in sorted(texdir.iterdir()):
        if file.is_file() and file.name not in made:
            total.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest().encode()
