"""System packages: the list, what counts as installed, and the ways to get the rest."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from colophon import system
from colophon.preflight import PROGRAMS
from colophon.print import log
from colophon.system import Package

LISTED = system.read(system.LIST.read_text())


def test_the_list_has_three_groups_and_a_reason_for_every_package() -> None:
    assert set(LISTED) == {"base", "print", "test"}
    for group in LISTED.values():
        assert group
        assert all(len(package.reason) > 10 for package in group)


def test_tex_is_in_the_print_group_alone() -> None:
    tex = {
        group: any(name.startswith("texlive") for package in packages for name in package.names)
        for group, packages in LISTED.items()
    }
    assert tex == {"base": False, "print": True, "test": False}


def test_every_package_that_an_error_message_advises_is_listed() -> None:
    listed = {name for package in LISTED["print"] for name in package.names}
    advised = {*log.PACKAGES.values(), log.STYLES, *PROGRAMS["latexpdf"].values()}
    assert advised <= listed


@pytest.mark.parametrize(
    "line", ["gettext", "gettext #", "two words  # reason", "Gettext  # reason", "a |  # reason"]
)
def test_an_unfit_line_is_named_by_its_number(line: str) -> None:
    with pytest.raises(ValueError, match=r"^apt\.txt:3: "):
        system.read(f"# comment\n[base]\n{line}\n")


def test_a_package_needs_a_group() -> None:
    with pytest.raises(ValueError, match=r"^apt\.txt:1: "):
        system.read("gettext  # reason\n")


def test_any_alternative_will_do() -> None:
    browser = Package(("chromium", "google-chrome-stable"), "shows pages")
    java = Package(("default-jre-headless",), "runs Java")
    assert system.missing([browser, java], {"google-chrome-stable"}) == [java]


def test_debians_python_is_split_and_others_are_whole() -> None:
    packages = [Package(("python3-venv",), "makes .venv"), Package(("g++",), "compiles")]
    debian = system.for_python(packages, "/usr", "3.12")
    assert [package.names[0] for package in debian] == ["python3.12-venv", "g++"]
    other = system.for_python(packages, "/opt/python", "3.12")
    assert [package.names[0] for package in other] == ["g++"]


def test_pythons_too_old_for_the_rest_can_read_the_script() -> None:
    ast.parse(Path(system.__file__).read_text(), feature_version=(3, 8))


def test_a_python_too_old_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "OLDEST", (3, 99))
    assert system.main(["base"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("Python 3.99 or newer is needed")
    assert "make PYTHON=" in told


def dpkg(sandbox: Any, *lines: str) -> None:
    """Stand-in for dpkg-query: `lines`, and all that a stand-in for apt-get has installed."""
    listing = sandbox.book / "dpkg"
    listing.write_text("".join(f"{line}\n" for line in lines))
    sandbox.script(sandbox.bin / "dpkg-query", f'cat "{listing}"')


def apt(sandbox: Any, known: str = "*") -> None:
    """Stand-ins for apt-get, which installs what is listed, and apt-cache, which knows `known`."""
    listing = sandbox.book / "dpkg"
    install = f'for name in "$@"; do echo "installed $name, " >> "{listing}"; done'
    sandbox.script(sandbox.bin / "apt-get", f"{install}\necho $DEBIAN_FRONTEND")
    sandbox.script(sandbox.bin / "apt-cache", f'case "$2" in {known}) exit 0;; esac; exit 100')


BASE = [package.names[0] for package in LISTED["base"] if "python3" not in package.names[0]]
PRINT = [package.names[0] for package in LISTED["print"]]


@pytest.mark.parametrize(("target", "packages"), [("html", BASE), ("latexpdf", BASE + PRINT)])
def test_without_root_one_message_says_what_to_install(
    sandbox: Any, target: str, packages: list[str]
) -> None:
    sandbox.python(uid=1000)
    dpkg(sandbox)
    apt(sandbox)
    done = sandbox.make(target)
    message, command = done.stderr.strip().split("\n\n")[:2]
    listed = command.splitlines()[0].split()
    assert done.returncode == 2
    assert "neither root nor sudo" in message
    assert listed[:3] == ["apt-get", "install", "--no-install-recommends"]
    assert [name for name in listed[3:] if "python" not in name] == packages
    assert done.stderr.count("apt-get") == 1
    assert done.stdout == ""
    assert sandbox.calls("apt-get") == []
    assert not (sandbox.book / ".venv").exists()


def test_only_what_is_missing_is_named(sandbox: Any) -> None:
    sandbox.python(uid=1000)
    dpkg(sandbox, "installed texlive-xetex, ", "config-files texlive-lang-polish, ")
    done = sandbox.make("latexpdf-th")
    assert "texlive-lang-polish" in done.stderr
    assert "texlive-xetex" not in done.stderr


def test_a_package_may_be_provided_by_another(sandbox: Any) -> None:
    names = [name for group in LISTED.values() for package in group for name in package.names[:1]]
    names.remove("npm")
    python = [f"python3.{minor}-{part}" for minor in range(11, 20) for part in ("dev", "venv")]
    sandbox.ready()
    sandbox.python(uid=1000)
    dpkg(
        sandbox,
        *(f"installed {name}, " for name in names + python),
        "installed node, nodejs-dev, npm (= 10.8)",
    )
    done = sandbox.make("setup")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_root_installs_what_is_missing_and_nothing_else(sandbox: Any) -> None:
    sandbox.ready()
    sandbox.python(uid=0)
    dpkg(sandbox, *(f"installed {name}, " for name in BASE))
    apt(sandbox)
    done = sandbox.make("latexpdf-th")
    assert done.returncode == 0, done.stderr
    update, install = sandbox.calls("apt-get")
    assert update.endswith("update")
    assert "-y install --no-install-recommends" in install
    names = install.partition("--no-install-recommends ")[2].split()
    assert [name for name in names if "python" not in name] == PRINT
    assert "noninteractive" in done.stdout
    sandbox.make("latexpdf-th")
    assert len(sandbox.calls("apt-get")) == 2


def test_sudo_is_used_where_it_asks_nothing(sandbox: Any) -> None:
    sandbox.ready()
    sandbox.python(uid=1000)
    dpkg(sandbox)
    apt(sandbox)
    sandbox.script(sandbox.bin / "sudo", 'test "$1" = -n || exec "$@"')
    done = sandbox.make("html")
    assert done.returncode == 0, done.stderr
    assert [call.split()[0] for call in sandbox.calls("sudo")] == ["-n", "env", "env"]


def test_sudo_that_would_ask_nobody_is_left_alone(sandbox: Any) -> None:
    sandbox.python(uid=1000)
    dpkg(sandbox)
    apt(sandbox)
    sandbox.script(sandbox.bin / "sudo", "exit 1")
    done = sandbox.make("html")
    assert "neither root nor sudo" in done.stderr
    assert sandbox.calls("sudo") == ["-n true"]


def test_apt_that_fails_is_reported_with_what_is_still_missing(sandbox: Any) -> None:
    sandbox.python(uid=0)
    dpkg(sandbox, *(f"installed {name}, " for name in BASE[1:]))
    apt(sandbox)
    sandbox.script(sandbox.bin / "apt-get", "exit 100")
    done = sandbox.make("html")
    assert done.returncode == 2
    assert "apt-get could not install them" in done.stderr
    assert BASE[0] in done.stderr


def test_the_alternative_that_apt_knows_is_installed(sandbox: Any) -> None:
    sandbox.ready()
    sandbox.python(uid=0)
    dpkg(sandbox)
    apt(sandbox, known="chromium-browser")
    sandbox.make("test")
    assert "chromium-browser" in sandbox.calls("apt-get")[-1].split()
    assert "chromium" not in sandbox.calls("apt-get")[-1].split()


def test_other_systems_are_told_what_they_need(sandbox: Any) -> None:
    sandbox.ready()
    sandbox.python(uid=0)
    done = sandbox.make("html")
    assert done.returncode == 2
    assert "libicu-dev" in done.stderr
    assert sandbox.make("html", COLOPHON_SKIP_APT="1").returncode == 0
