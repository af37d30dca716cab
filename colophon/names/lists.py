"""A gazetteer as a list of terms: each name with its forms in all languages of the book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from docutils import nodes
from sphinx.locale import get_translation

from colophon.characters import NO_BREAK_SPACE
from colophon.collation import head, sort_key
from colophon.languages import Language, called, language
from colophon.names.forms import index_entry, position
from colophon.names.term import Term

ANCHOR = "name-"
"""What an entry's id begins with; the rest is the id of the row."""

_BETWEEN = f"{NO_BREAK_SPACE}· "


def listing(
    terms: Iterable[Term],
    states: dict[str, Term],
    edition: Language,
    codes: Sequence[str],
    level: int,
) -> list[nodes.Element]:
    """For each letter a heading of this level and the names under it, in the edition's order."""

    def order(term: Term) -> bytes:
        return sort_key(f"{index_entry(term, edition)}\t{term.id}", edition.collation)

    def letter(term: Term) -> str:
        return head(index_entry(term, edition), edition.collation)

    others = [language(code) for code in codes if code != edition.code]
    found: list[nodes.Element] = []
    for label, group in groupby(sorted(terms, key=order), key=letter):
        names = nodes.definition_list(classes=["glossary", "names"])
        names += [_item(term, states, edition, others) for term in group]
        heading = nodes.rubric("", label)
        heading["heading-level"] = level
        found += [heading, names]
    return found


def _item(
    term: Term, states: dict[str, Term], edition: Language, others: Iterable[Language]
) -> nodes.definition_list_item:
    body = nodes.definition()
    if facts := _facts(term, states, edition):
        body += nodes.paragraph("", facts)
    spoken = [_in_language(term, other, edition) for other in others if other.code in term.forms]
    if spoken:
        line = nodes.paragraph(classes=["forms"])
        for parts in spoken:
            line += [nodes.Text(_BETWEEN)] * bool(len(line)) + parts
        body += line
    entry = nodes.term("", index_entry(term, edition), ids=[ANCHOR + term.id])
    return nodes.definition_list_item("", entry, body)


def _facts(term: Term, states: dict[str, Term], edition: Language) -> str:
    """What an edition tells of a place in its own words."""
    _ = get_translation("colophon")
    facts = [_("river")] if term.kind == "river" else []
    today = term.today.get(edition.code, "")
    if today and today != term.forms[edition.code]:
        facts.append(_("today %s") % today)
    if state := states.get(term.state):
        facts.append(state.forms[edition.code])
    if term.position:
        facts.append(position(*term.position))
    return _BETWEEN.join(facts)


def _in_language(term: Term, other: Language, edition: Language) -> list[nodes.Node]:
    """The name in another language, said to be in that language."""
    _ = get_translation("colophon")
    speech = [f"language-{other.tag}"]
    form, today = term.forms[other.code], term.today.get(other.code, "")
    label = nodes.Text(f"{called(other, edition)}: ")
    parts: list[nodes.Node] = [label, nodes.inline("", form, classes=speech)]
    if today and today != form:
        before, _placeholder, after = _("today %s").partition("%s")
        # Thai has no space here, but needs one before words in other letters.
        parts += [nodes.Text(f" ({before.rstrip()} "), nodes.inline("", today, classes=speech)]
        parts.append(nodes.Text(f"{after})"))
    return parts
