"""Which editions are not to be published, since too much of them is not translated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from colophon.completeness.count import chapters, total
from colophon.completeness.settings import needed
from colophon.problems import Problem, Problems
from colophon.project import Project


def admitted(
    project: Project, due: Mapping[str, Sequence[str]]
) -> tuple[dict[str, list[str]], list[Problem]]:
    """Those of the formats `due`, by language, that may be built, and a line for each other.

    What a reader has of such an edition stays what it was.
    """
    setting = project.value("colophon_completeness", {})
    passed: dict[str, list[str]] = {}
    problems: list[Problem] = []
    for language, formats in due.items():
        asked = {format: needed(setting, format, language) for format in formats}
        count = total(chapters(project, language).values()) if any(asked.values()) else None
        passed[language] = [f for f in formats if not count or count.share >= asked[f]]
        for format in formats:
            if count and format not in passed[language]:
                message = (
                    f"{format}-{language} is not published: {count.percent}% of it is translated, "
                    f"and colophon_completeness asks for {_percent(asked[format])}%"
                )
                remedy = "translate more (make progress tells where) or ask for less in conf.py"
                problems.append(Problem("", 0, message, remedy))
    return passed, problems


def offered(project: Project) -> list[str]:
    """The languages whose web edition a reader finds: those published before, and those admitted.

    The pages of an edition lead to these alone.
    """
    return [
        code
        for code in project.languages
        if project.artefact("html", code).exists() or _admits(project, code)
    ]


def _admits(project: Project, language: str) -> bool:
    try:
        return bool(admitted(project, {language: ["html"]})[0][language])
    except Problems:  # of its catalogues, which are told of when it is to be built itself
        return False


def _percent(share: float) -> str:
    return f"{share * 100:g}"
