"""How the checks of conf.py tell of what they find, so that the same fault has the same words.

In come a setting's name and what stands there, out go problems; each room knows its own settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from colophon.problems import Problem


def fault(message: str, remedy: str) -> Problem:
    """A fault of conf.py."""
    return Problem("conf.py", 0, message, remedy)


def misshapen(name: str, value: object, example: str) -> Problem:
    """A value of another kind than the setting takes."""
    return fault(f"{name} is {value!r}", f"write it as {example}")


def unknown(name: str, keys: Iterable[object], known: Iterable[str]) -> Iterator[Problem]:
    """The keys of a setting that nothing reads."""
    names = sorted(known)
    for key in keys:
        if key not in names:
            yield fault(f"{name} has no setting {key!r}", f"known are {', '.join(names)}")


def no_edition(name: str, key: object, known: str) -> Problem:
    """A key that should name an edition; `known` are those there are."""
    return fault(f"{name} has {key!r}, which is no edition", f"known are {known}")
