"""The command line behind the Makefile: `python -m colophon build|gettext|catalogs|check|…`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from colophon.edition import problems_of
from colophon.problems import Problems
from colophon.project import FORMATS, Project


def parser() -> argparse.ArgumentParser:
    """The commands and their arguments."""
    top = argparse.ArgumentParser(prog="colophon", description=__doc__)
    top.add_argument("--root", type=Path, default=Path(), help="folder with conf.py")
    commands = top.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="build editions")
    build.add_argument("formats", nargs="*", metavar="format", help=" ".join(FORMATS))
    build.add_argument("--languages", nargs="*", default=[], metavar="language")
    commands.add_parser("gettext", help="extract the messages into _build/gettext")
    commands.add_parser("catalogs", help="merge the messages into locales/")
    check = commands.add_parser("check", help="check catalogues, citations and bibliography")
    check.add_argument("--languages", nargs="*", default=[], metavar="language")
    live = commands.add_parser("live", help="serve one language, rebuilt when a file is saved")
    live.add_argument("language")
    commands.add_parser("clean", help="remove everything built")
    return top


def run(arguments: argparse.Namespace, project: Project) -> int:
    """Carry out one command; raises `Problems` and `OSError`."""
    # Each import only where it is needed: `make check` needs no Sphinx builder.
    match arguments.command:
        case "build":
            from colophon.build import build

            build(project, arguments.formats, arguments.languages)
        case "check":
            from colophon.preflight import check_texts

            project.choose(arguments.languages, [])
            if problems := check_texts(project, arguments.languages or project.languages):
                raise Problems(problems)
        case "gettext":
            from colophon.catalogs.update import extract

            extract(project)
        case "catalogs":
            from colophon.catalogs.update import extract, merge

            merge(project, extract(project))
        case "live":
            from colophon.live import serve

            project.choose([arguments.language], [])
            return serve(project, arguments.language)
        case "clean":
            from colophon.build import clean

            clean(project)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 1 with one line on standard error for each fault, 130 stopped."""
    options = parser().parse_args(arguments)
    root = options.root.resolve()
    try:
        return run(options, Project.at(root))
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        for problem in problems_of(error, root):
            sys.stderr.write(f"{problem}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
