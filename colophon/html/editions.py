"""The same page in the book's other editions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from colophon.languages import language


@dataclass(frozen=True)
class Alternate:
    """One edition's version of a page, as the language switch shows it."""

    name: str
    tag: str
    href: str
    address: str
    """What search engines are told: absolute if the site's address is known."""
    current: bool


def alternates(
    codes: Iterable[str], current: str, page: str, root: str, base: str = ""
) -> list[Alternate]:
    """The versions of `page` (its address within an edition) in the languages `codes`.

    `root` leads from the page to the top of its own edition ("./", "../"); `base` is the absolute
    address of that edition, or empty. Editions lie side by side in folders named by language.
    """
    top = root.removeprefix("./")
    return [
        Alternate(
            name=language(code).name,
            tag=language(code).tag,
            href=f"{top}../{code}/{page}",
            address=urljoin(base, f"../{code}/{page}") if base else f"{top}../{code}/{page}",
            current=code == current,
        )
        for code in codes
    ]
