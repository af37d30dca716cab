"""The numbers of notes, whatever the order in which marks and texts stand in the doctree."""

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document

from colophon.notes.nodes import citation_cluster
from colophon.notes.numbering import add_note, number


def document(*parts: nodes.Element) -> nodes.document:
    made = new_document("chapter.md", get_default_settings())
    made += list(parts)
    return made


def mark(name: str) -> nodes.footnote_reference:
    return nodes.footnote_reference(f"[^{name}]", auto=1, refname=name)


def text(*children: nodes.Node) -> nodes.paragraph:
    return nodes.paragraph("", "", *children)


def note(name: str, *children: nodes.Node) -> nodes.footnote:
    return nodes.footnote("", text(*children, nodes.Text(name)), auto=1, names=[name])


def order(made: nodes.document) -> list[str]:
    """The names of the notes as they stand at the end, and their numbers."""
    found = list(made.findall(nodes.footnote))
    assert [each[0].astext() for each in found] == [str(n + 1) for n in range(len(found))]
    assert made.children[-len(found) :] == found
    return [each["names"][0] for each in found]


def test_order_of_the_marks_decides() -> None:
    made = document(note("a"), note("b"), text(mark("b"), mark("a")))
    assert list(number(made)) == []
    assert order(made) == ["b", "a"]


def test_mark_inside_a_note_follows_it() -> None:
    made = document(text(mark("a"), mark("b")), note("a", mark("inner")), note("b"), note("inner"))
    assert list(number(made)) == []
    assert order(made) == ["a", "inner", "b"]


def test_repeated_mark_has_the_number_of_its_note() -> None:
    made = document(text(mark("a"), mark("b"), mark("a")), note("a"), note("b"))
    assert list(number(made)) == []
    marks = list(made.findall(nodes.footnote_reference))
    assert [each.astext() for each in marks] == ["1", "2", "1"]
    assert len({each["ids"][0] for each in marks}) == 3


def test_numbered_names_take_their_place_in_the_sequence() -> None:
    two = nodes.footnote_reference("[^2]", "2", refname="2")
    made = document(
        text(mark("a"), two), note("a"), nodes.footnote("", nodes.label("", "2"), names=["2"])
    )
    assert list(number(made)) == []
    assert order(made) == ["a", "2"]


def test_citation_becomes_a_note_in_its_place() -> None:
    cluster = citation_cluster(cites=(), note=True)
    made = document(text(mark("a"), cluster, mark("b")), note("a"), note("b"))
    add_note(made, cluster)
    assert list(number(made)) == []
    assert order(made) == ["a", "citation 1", "b"]


def test_note_that_a_translation_leaves_out_is_gone() -> None:
    made = document(text(mark("b")), note("a"), note("b"))
    # The mark of the source paragraph, which the translated paragraph has replaced.
    made.footnote_refs["a"] = [mark("a")]
    assert list(number(made)) == []
    assert order(made) == ["b"]


def test_note_without_a_mark_is_named() -> None:
    made = document(text(mark("b")), note("a"), note("b"))
    assert [message for _, message in number(made)] == [
        "note [^a] is not referred to; put its mark into the text"
    ]
    assert order(made) == ["b"]


def test_mark_without_a_note_is_named() -> None:
    made = document(text(mark("a"), mark("nowhere")), note("a"))
    assert [message for _, message in number(made)] == [
        "note [^nowhere] has no text; write it as [^nowhere]: …"
    ]
    assert [each.astext() for each in made.findall(nodes.footnote_reference)] == ["1"]


def test_docutils_finds_nothing_left_to_number() -> None:
    made = document(text(mark("a")), note("a"))
    made.autofootnotes += made.findall(nodes.footnote)
    made.autofootnote_refs += made.findall(nodes.footnote_reference)
    list(number(made))
    assert not made.autofootnotes
    assert not made.autofootnote_refs
