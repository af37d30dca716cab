"""`python -m colophon.validate`: install Ace, or let both judges read an EPUB."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from colophon.problems import Problems
from colophon.validate import ace, epubcheck


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the status is 1 where a judge complains."""
    parser = argparse.ArgumentParser(prog="python -m colophon.validate", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    install = commands.add_parser("install-ace", help="install Ace by npm, unless it is there")
    install.add_argument("folder", type=Path, nargs="?", default=ace.HOME)
    epub = commands.add_parser("epub", help="EPUBCheck and Ace")
    epub.add_argument("files", type=Path, nargs="+")
    options = parser.parse_args(arguments)
    try:
        if options.command == "install-ace":
            ace.install(options.folder)
            return 0
        found = [
            f"{path}: {finding}"
            for path in options.files
            for finding in [*epubcheck.check(path), *ace.check(path)]
        ]
    except Problems as problems:
        sys.stderr.write(f"{problems}\n")
        return 1
    sys.stdout.write("".join(f"{line}\n" for line in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
