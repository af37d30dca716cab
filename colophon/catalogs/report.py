"""What a check has found, for a person, for GitHub's review page, or for any tool (SARIF 2.1.0)."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterable, Sequence
from typing import Any

import colophon
from colophon.catalogs.rules import FILE, TEXT, WORDS, Rule
from colophon.problems import Problem

_OTHER = "input"
"""The rule of what no rule of a catalogue has found: chapters, conf.py, bibliography."""

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def report(problems: Sequence[Problem], remarks: Iterable[Problem], format: str) -> str:
    """The text for standard output; for a person without the errors, which go to standard error."""
    match format:
        case "sarif":
            return sarif(problems)
        case "github":
            return "".join(f"{_annotation(problem)}\n" for problem in problems)
    warnings = [problem for problem in problems if problem.severity != "error"]
    lines = [*map(str, remarks), *(f"{problem} (warning)" for problem in warnings)]
    return "".join(f"{line}\n" for line in lines)


def _annotation(problem: Problem) -> str:
    """A workflow command: GitHub shows it beside the line of the pull request."""
    place = [f"file={_value(problem.file)}"] * bool(problem.file)
    place += [f"line={problem.line}"] * bool(problem.line)
    place += [f"title={_value(problem.rule)}"] * bool(problem.rule)
    return f"::{problem.severity} {','.join(place)}::{_escaped(problem.told)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def sarif(problems: Sequence[Problem]) -> str:
    """One run of the tool with its rules and results."""
    known = FILE.rules | TEXT.rules | WORDS.rules
    used = sorted({problem.rule or _OTHER for problem in problems})
    driver = {
        "name": "colophon",
        "version": colophon.__version__,
        "rules": [_rule(name, known.get(name)) for name in used],
    }
    results = [_result(problem, used) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": name}
    text = inspect.cleandoc(rule.documentation)
    return {
        "id": name,
        "shortDescription": {"text": text.partition("\n")[0]},
        "fullDescription": {"text": " ".join(text.partition("\nBad")[0].split())},
        "help": {"text": text},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(problem: Problem, rules: Sequence[str]) -> dict[str, Any]:
    rule = problem.rule or _OTHER
    place: dict[str, Any] = {"artifactLocation": {"uri": problem.file}}
    if problem.line:
        place["region"] = {"startLine": problem.line}
    return {
        "ruleId": rule,
        "ruleIndex": rules.index(rule),
        "level": problem.severity,
        "message": {"text": problem.told},
        "locations": [{"physicalLocation": place}] if problem.file else [],
    }
