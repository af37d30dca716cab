"""Install what is missing of the system packages in apt.txt: `python3 -I system.py GROUP…`.

This runs before anything is installed, so it needs the standard library alone, is read by
Pythons too old for the rest, and wants `-I`: this folder's `html` must not hide Python's own.
It says nothing where nothing is missing.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

LIST = Path(__file__).resolve().parent.parent / "apt.txt"
OLDEST = (3, 11)
SKIP = "COLOPHON_SKIP_APT"
"""Environment variable by which somebody vouches that everything needed is there."""

_APT = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]  # another apt may be at work at boot
_INSTALL = ["install", "--no-install-recommends"]


class Package(NamedTuple):
    """One line of apt.txt; any one of `names` will do."""

    names: tuple[str, ...]
    reason: str


def read(text: str) -> dict[str, list[Package]]:
    """The groups of apt.txt; raises `ValueError` with the number of an unfit line."""
    groups: dict[str, list[Package]] = {}
    group = None
    for number, line in enumerate(text.splitlines(), 1):
        entry, _, reason = (part.strip() for part in line.partition("#"))
        if match := re.fullmatch(r"\[(\w+)\]", entry):
            group = groups.setdefault(match[1], [])
        elif entry:
            names = tuple(re.split(r"\s*\|\s*", entry))
            if group is None or not reason or not all(map(_is_name, names)):
                raise ValueError(f"{LIST.name}:{number}: write “name  # reason” below a [group]")
            group.append(Package(names, reason))
    return groups


def _is_name(name: str) -> bool:
    # Debian Policy, 5.6.1.
    return bool(re.fullmatch(r"[a-z0-9][a-z0-9+.-]+", name))


def for_python(packages: Iterable[Package], prefix: str, version: str) -> Iterator[Package]:
    """`packages` with those of Python named after the one at `prefix`, such as "3.11".

    Debian and Ubuntu install Python below /usr and split it; any other Python is complete.
    """
    for package in packages:
        if not package.names[0].startswith("python3-"):
            yield package
        elif prefix == "/usr":
            names = (name.replace("python3", f"python{version}") for name in package.names)
            yield package._replace(names=tuple(names))


def installed() -> set[str]:
    """Names of the installed packages and of what they stand in for, in one call of dpkg."""
    command = ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}, ${Provides}\\n"]
    listing = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()
    found = re.findall("^installed (.+)$", listing, re.MULTILINE)
    # "npm (= 9.2), node-x": a version may follow a name.
    return {name.split()[0] for line in found for name in line.split(",") if name.strip()}


def missing(packages: Iterable[Package], present: Collection[str]) -> list[Package]:
    """The packages of which no alternative is present."""
    return [package for package in packages if not any(name in present for name in package.names)]


def chosen(package: Package) -> str:
    """The alternative to install: the first that this system's apt has."""
    known = (name for name in package.names if _silent("apt-cache", "show", name))
    return next(known, package.names[0])


def privilege() -> list[str] | None:
    """What to put before a command to run it as root; None where that cannot be had."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and (_silent("sudo", "-n", "true") or _terminal()):
        return ["sudo"]
    return None


def _silent(*command: str) -> bool:
    """Run a command of which only the success matters."""
    nowhere = subprocess.DEVNULL
    try:
        return subprocess.run(command, stdout=nowhere, stderr=nowhere, check=False).returncode == 0
    except OSError:
        return False


def _terminal() -> bool:
    """True where sudo can ask for a password: it asks on the terminal, whatever stdin is."""
    try:
        with Path("/dev/tty").open():
            return True
    except OSError:
        return False


def install(packages: Sequence[Package], root: Sequence[str]) -> None:
    """Install with apt-get; whether it worked is for the caller to see."""
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", *_APT]
    _say("Installing system packages with apt-get …")
    # Lists that are old, or not there yet on a fresh machine, are the usual reason to fail.
    subprocess.run([*apt, "update"], check=False)
    subprocess.run([*apt, "-y", *_INSTALL, *map(chosen, packages)], check=False)


def wanted(groups: Iterable[str]) -> list[Package]:
    """What the groups of apt.txt ask for, for the Python that runs this."""
    known = read(LIST.read_text(encoding="utf-8"))
    packages = [package for group in groups for package in known[group]]
    return list(for_python(packages, sys.base_prefix, "{}.{}".format(*sys.version_info)))


def provide(packages: Sequence[Package]) -> str:
    """Install what is missing of `packages`; what still stands in the way, or nothing."""
    if not shutil.which("dpkg-query"):
        names = " ".join(package.names[0] for package in packages)
        return (
            "This is no Debian or Ubuntu. Install what these packages hold, "
            f"then set {SKIP}=1:\n\n    {names}\n"
        )
    lacking = missing(packages, installed())
    if not lacking:
        return ""
    root = privilege()
    reason = "neither root nor sudo is at hand to install them"
    if root is not None:
        install(lacking, root)
        lacking = missing(packages, installed())
        reason = "apt-get could not install them"
    if not lacking:
        return ""
    command = " ".join(["apt-get", *_INSTALL, *map(chosen, lacking)])
    return f"System packages are missing, and {reason}. Have this run as root:\n\n    {command}\n"


def main(groups: Sequence[str]) -> int:
    """The exit status: 0 where everything is there, 1 with one message where it is not."""
    if sys.version_info < OLDEST:
        message = (
            f"Python {'.'.join(map(str, OLDEST))} or newer is needed, and {sys.executable} is "
            f"{sys.version.split()[0]}. Name a newer one, such as: make PYTHON=python3.12"
        )
    elif os.environ.get(SKIP):
        message = ""
    else:
        message = provide(wanted(groups))
    if message:
        _say(message)
    return 1 if message else 0


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
