"""CSL files: whether one is a style for notes, and an author's made complete.

The locales of CSL lack most terms in Polish and Thai; a style that is not ours gets those of ours
that it does not define itself.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_AMBIGUITY = (
    "disambiguate-add-names",
    "disambiguate-add-givenname",
    "disambiguate-add-year-suffix",
)


def distinguishes(root: ElementTree.Element) -> bool:
    """Whether a style tells like works apart by more names or by a letter after the year."""
    found = root.findall(f"{NAMESPACE}citation")
    return any(citation.get(name) == "true" for citation in found for name in _AMBIGUITY)


def fault(path: Path) -> tuple[str, str] | None:
    """What makes a file unfit for a style of notes, and how to mend it."""
    elsewhere = "download an independent note style from the Zotero Style Repository"
    try:
        root = ElementTree.parse(path).getroot()
    except OSError as error:
        return f"cannot read the citation style: {error.strerror}", "see colophon_citation_styles"
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        return f"the citation style is no well-formed XML: {error}", elsewhere
    if root.tag != f"{NAMESPACE}style":
        return "the citation style is no CSL", elsewhere
    if root.find(f"{NAMESPACE}citation") is None:
        return "the citation style depends on another one", "name that one, its parent, instead"
    if root.get("class") != "note":
        return 'the citation style is for running text (class is not "note")', elsewhere
    if root.find(f"{NAMESPACE}bibliography") is None:
        return "the citation style has no bibliography", elsewhere
    return None


def completed(path: Path, ours: ElementTree.Element, language: str) -> ElementTree.Element:
    """An author's style with the terms of `ours` that it lacks (no signs of our own usage)."""
    root = ElementTree.parse(path).getroot()
    if distinguishes(root):
        _sort(root)
    own = {("shortened", "long"), ("and-place", "long")} | {
        _key(term)
        for locale in root.iter(f"{NAMESPACE}locale")
        if (locale.get(_LANG) or language).split("-")[0] == language.split("-")[0]
        for term in locale.iter(f"{NAMESPACE}term")
    }
    terms = ElementTree.Element(f"{NAMESPACE}terms")
    terms.extend(t for t in ours.iter(f"{NAMESPACE}term") if _key(t) not in own)
    # Without a language it yields to the style's own words; with info it is in CSL's order.
    locale = ElementTree.Element(f"{NAMESPACE}locale")
    locale.append(terms)
    info = root.find(f"{NAMESPACE}info")
    root.insert(0 if info is None else list(root).index(info) + 1, locale)
    return root


def _sort(root: ElementTree.Element) -> None:
    """Give letters after years in the order of titles where the style has no order.

    They would follow the order of citation, which each chapter has its own of.
    """
    for bibliography in root.iter(f"{NAMESPACE}bibliography"):
        if bibliography.find(f"{NAMESPACE}sort") is None:
            order = ElementTree.Element(f"{NAMESPACE}sort")
            ElementTree.SubElement(order, f"{NAMESPACE}key", variable="title")
            bibliography.insert(0, order)


def _key(term: ElementTree.Element) -> tuple[str, str]:
    return term.get("name", ""), term.get("form", "long")
