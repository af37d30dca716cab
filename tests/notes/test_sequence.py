"""First, later and immediately following citations."""

import pytest

from colophon.languages import language
from colophon.notes import render
from colophon.notes.inlines import text_of
from colophon.notes.sequence import Chapter, Cluster, opens_sentence
from colophon.notes.style import style
from colophon.notes.syntax import parse
from tests.notes.conftest import Notes, Works


def test_full_then_ibid_then_short(notes: Notes) -> None:
    texts = notes("pl", "book{83}", "book{85}", "article{5}", "book{90}")
    assert texts[0].startswith("J.T. Gross, Revolution from Abroad: The Soviet Conquest, wyd. 2")
    assert texts[1] == "Tamże, s. 85."
    assert texts[3] == "J.T. Gross, Revolution from Abroad…, s. 90."


@pytest.mark.parametrize(
    ("code", "ibid"), [("en", "Ibid., 85."), ("pl", "Tamże, s. 85."), ("th", "เรื่องเดียวกัน, น. 85.")]
)
def test_ibid_in_the_words_of_the_edition(code: str, ibid: str, notes: Notes) -> None:
    assert notes(code, "book{83}", "book{85}")[1] == ibid


def test_no_ibid_after_a_note_with_two_works(notes: Notes) -> None:
    texts = notes("en", "book", "article,book", "book{85}")
    assert texts[2] == "Gross, Revolution from Abroad, 85."


def test_no_ibid_after_a_prose_note_with_two_works(notes: Notes) -> None:
    texts = notes("en", "book", ["article", "book"], "book{85}")
    assert texts[3] == "Gross, Revolution from Abroad, 85."


def test_no_ibid_after_a_note_without_a_work(notes: Notes) -> None:
    assert notes("en", "book", [], "book{85}")[1] == "Gross, Revolution from Abroad, 85."


def test_ibid_after_a_prose_note_with_one_work(notes: Notes) -> None:
    assert notes("en", ["book{83}"], "book{85}")[1] == "Ibid., 85."


def test_ibid_is_small_inside_a_sentence(notes: Notes) -> None:
    assert notes("pl", "book{83}", ["book{85}"])[1] == "tamże, s. 85"
    assert notes("pl", "book{83}", "{Zob.}book{85}")[1] == "Zob. tamże, s. 85."


@pytest.mark.parametrize(
    ("code", "words", "printed"),
    [
        ("pl", "O bitwie zob.", "O bitwie zob. tamże, s. 85."),
        ("pl", "Inaczej. Zob. też", "Inaczej. Zob. też tamże, s. 85."),
        ("pl", "Ukazało się w 1939 r.", "Ukazało się w 1939 r. Tamże, s. 85."),
        ("en", "For the battle see", "For the battle see ibid., 85."),
        ("en", "For the battle cf.", "For the battle cf. ibid., 85."),
        ("en", "This is in doubt.", "This is in doubt. Ibid., 85."),
        ("th", "เรื่องการรบ ดู", "เรื่องการรบ ดู เรื่องเดียวกัน, น. 85."),
    ],
)
def test_ibid_after_words_of_its_note(code: str, words: str, printed: str, notes: Notes) -> None:
    """It is small, unless the words are a sentence; an abbreviation does not end one."""
    assert notes(code, "book{83}", f"{{{words}}}book{{85}}")[1] == printed
    # The same inside a prose note and for the second work of a note.
    assert notes(code, "book{83}", [f"{{{words}}}book{{85}}"])[1] == printed.rstrip(".")
    assert notes(code, f"book{{83}},{{{words}}}book{{85}}")[0].endswith(f"; {printed}")


def test_note_begins_with_a_capital(notes: Notes) -> None:
    assert notes("en", "{see}book{83}")[0].startswith("See Jan T. Gross")


def test_each_work_of_a_note_has_its_prefix_and_locator(notes: Notes) -> None:
    (text,) = notes("pl", "{Zob.}act{art. 2},{por.}article{60}")
    assert text.startswith("Zob. Sejm Rzeczypospolitej Polskiej")
    assert "art. 2; por. G. Roberts" in text
    assert text.endswith("s. 60.")


def test_running_text_has_the_short_form_and_leaves_the_notes_alone(notes: Notes) -> None:
    texts = notes("en", "article", "book", running=["book{5}", "book{6}"])
    assert texts[1].startswith("Jan T. Gross")
    assert texts[2:] == ["Gross, Revolution from Abroad, 5", "Gross, Revolution from Abroad, 6"]


def test_chapters_do_not_know_each_other(works: Works) -> None:
    chapter = Chapter(notes=((Cluster(parse("book{1}"), closes=True),),))
    found = render.chapters({"a": chapter, "b": chapter}, works, style(language("en")))
    assert found["a"] == found["b"]
    assert text_of(found["b"][0]).startswith("Jan T. Gross")


def test_unknown_work_prints_its_key(notes: Notes) -> None:
    assert "nobody?" in notes("en", "book", "article,nobody{5}")[1]


@pytest.mark.parametrize(
    ("before", "opens"),
    [
        ("", True),
        ("The order was verbal. ", True),
        ("He fell in 1939. ", True),
        ("Was it so? ", True),
        ("Wydano w 1979 r. ", True),
        ("quoted in ", False),
        ("o rozmowie zob. ", False),
        ("por. ", False),
    ],
)
def test_where_a_sentence_begins(before: str, opens: bool) -> None:
    assert opens_sentence(before) is opens
