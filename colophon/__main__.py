"""The command line behind the Makefile: `python -m colophon build|gettext|catalogs|check|…`."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from colophon.problems import Problem, Problems, fail
from colophon.project import FORMATS, Project
from colophon.reports import of_error


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
    check.add_argument("--format", choices=("text", "sarif", "github"), default="text")
    export = commands.add_parser("export", help="write XLIFF, TMX, DOCX and the termbase")
    export.add_argument("--languages", nargs="*", default=[], metavar="language")
    take = commands.add_parser("import", help="bring such files back into locales/")
    take.add_argument("files", nargs="*", type=Path, metavar="file")
    progress = commands.add_parser("progress", help="show how much is translated")
    progress.add_argument("--languages", nargs="*", default=[], metavar="language")
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

            # A cancelled job or `timeout` asks with SIGTERM for what Ctrl-C asks for.
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            build(project, arguments.formats, arguments.languages)
        case "check":
            from colophon.catalogs.report import report
            from colophon.preflight import check_all, remarks

            project.choose(arguments.languages, [])
            languages = arguments.languages or project.languages
            found = check_all(project, languages)
            sys.stdout.write(report(found, remarks(project, languages), arguments.format))
            if errors := [problem for problem in found if problem.severity == "error"]:
                if arguments.format != "text":
                    return 1
                raise Problems(errors)
        case "gettext":
            from colophon.catalogs.update import extract

            extract(project)
        case "catalogs":
            from colophon.catalogs.update import extract, merge

            for remark in merge(project, extract(project)):
                sys.stdout.write(f"{remark}\n")
        case "export":
            from colophon.exchange.files import export

            project.choose(arguments.languages, [])
            for path in export(project, arguments.languages or project.languages):
                sys.stdout.write(f"{path.relative_to(project.root)}\n")
        case "import":
            from colophon.exchange.files import take

            if not arguments.files:
                raise fail("no file is named", "give FILES, such as FILES=campaign.xlf")
            changes, problems = take(project, arguments.files)
            sys.stdout.writelines(f"{change}\n" for change in changes)
            if problems:
                raise Problems(problems)
        case "progress":
            from colophon.completeness.table import overview

            project.choose(arguments.languages, [])
            text, chart = overview(project, arguments.languages or project.languages)
            sys.stdout.write(f"{text}\n{chart.relative_to(project.root)}\n")
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
        try:
            problems = of_error(error, root)
        except Exception:
            problems = [_crash(error)]
        for problem in problems:
            sys.stderr.write(f"{problem}\n")
        return 1


def _crash(error: Exception) -> Problem:
    """A fault of the program: one line, and the whole story in a file to report."""
    with tempfile.NamedTemporaryFile("w", prefix="colophon-", suffix=".log", delete=False) as log:
        traceback.print_exception(error, file=log)
    return Problem(
        "",
        0,
        f"the program failed: {type(error).__name__}: {error}",
        f"please report it with {log.name}",
    )


if __name__ == "__main__":
    sys.exit(main())
