"""What README and its companions promise: targets, files and settings that exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "locales/README.md", "colophon/exchange/README.md")


def text(name: str) -> str:
    return (CHECKOUT / name).read_text()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_target_that_is_named_exists(sandbox: Any, name: str) -> None:
    sandbox.ready()
    commands = re.findall(
        r"(?:`|^)make ((?:[\w.%/=-]+|\"[^\"]*\")(?: [\w./=-]+)*)", text(name), re.M
    )
    assert commands
    for command in commands:
        words = [word for word in command.split() if not word.startswith("PYTHON=")]
        done = sandbox.make("-n", *words)
        assert done.returncode == 0, (command, done.stderr)


@pytest.mark.parametrize("name", [*DOCUMENTS, "CHANGELOG.md"])
def test_every_link_into_the_checkout_leads_somewhere(name: str) -> None:
    folder = (CHECKOUT / name).parent
    prose = re.sub(r"```.*?```|`[^`\n]+`", "", text(name), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)#:]+)\)", prose)
    assert [link for link in links if not (folder / link).exists()] == []


def test_every_part_of_the_package_that_is_named_exists() -> None:
    named = re.findall(r"^\| ((?:`[\w./]+`(?:, )?)+) \|", text("CONTRIBUTING.md"), re.MULTILINE)
    parts = [part for row in named for part in re.findall(r"`([\w./]+)`", row)]
    assert len(parts) > 10
    folders = (CHECKOUT, CHECKOUT / "colophon")
    assert [part for part in parts if not any((f / part).exists() for f in folders)] == []


def test_rules_are_numbered_without_a_gap() -> None:
    for letter in "AD":
        numbers = re.findall(rf"^\*\*{letter}(\d+)\.", text("CONTRIBUTING.md"), re.MULTILINE)
        assert [int(number) for number in numbers] == list(range(1, len(numbers) + 1))


def test_the_licences_are_named() -> None:
    assert text("LICENSE").startswith("MIT License")
    assert "CC BY-SA 4.0" in text("README.md")
    assert "CC BY-SA 4.0" in text("docs/imprint.md")
