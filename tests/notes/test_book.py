"""Notes and bibliographies of a small book, as its readers meet them."""

from pathlib import Path

import pytest
from docutils import nodes
from lxml import html

from tests.notes.conftest import ROOTS, Reading, read

Editions = dict[str, Reading]
LANGUAGES = ("en", "pl", "th")


@pytest.mark.parametrize("code", LANGUAGES)
def test_silence(code: str, editions_of_root: Editions) -> None:
    assert editions_of_root[code].warnings == ""


@pytest.mark.parametrize("code", LANGUAGES)
def test_one_sequence(code: str, editions_of_root: Editions) -> None:
    edition = editions_of_root[code]
    numbers = [number for number, _ in edition.notes("one")]
    assert numbers == [str(number) for number in range(1, 11)]
    # The mark of the inner note stands in the note before it.
    inner = numbers.index(_number_of(edition, "citation that has a note of its own")) + 1
    assert edition.marks("one") == [n for n in numbers if n != numbers[inner]]


def _number_of(edition: Reading, text: str) -> str:
    return next(number for number, note in edition.notes("one") if text in note)


def test_marks_lead_to_their_notes(editions_of_root: Editions) -> None:
    document = editions_of_root["pl"].document("one")
    notes = {note["ids"][0]: note for note in document.findall(nodes.footnote)}
    for mark in document.findall(nodes.footnote_reference):
        note = notes[mark["refid"]]
        assert note[0].astext() == mark.astext()
        assert mark["ids"][0] in note["backrefs"]


def test_ids_are_unique(editions_of_root: Editions) -> None:
    for code in LANGUAGES:
        elements = editions_of_root[code].document("one").findall(nodes.Element)
        ids = [identifier for element in elements for identifier in element["ids"]]
        assert len(ids) == len(set(ids))


def test_english_notes(editions_of_root: Editions) -> None:
    notes = [text for _, text in editions_of_root["en"].notes("one")]
    assert notes == [
        "Jan T. Gross, Revolution from Abroad: The Soviet Conquest of Poland’s Western Ukraine "
        "and Western Belorussia, 2nd ed. (Princeton: Princeton University Press, 2002), 83.",
        "Ibid., 85.",
        "The order was verbal. It is quoted in Steven J. Zaloga, Poland 1939: The Birth of "
        "Blitzkrieg (Oxford: Osprey, 2002), 12–14 and doubted in Gross, Revolution from Abroad, "
        "ch. 3.",
        "Gross, Revolution from Abroad.",
        "See Secret Additional Protocol, 23 August 1939, art. 2, https://example.org/protocol; "
        "Halina Łach, “Przywracanie pamięci”, Piotrkowskie Zeszyty Historyczne 20, no. 2 (2019): "
        "160.",
        "A note without a citation that has a note of its own.7",
        "The inner note cites Łach, “Przywracanie pamięci”.",
        "Zaloga, Poland 1939.",
        "Ibid., vol. 2, p. 7.",
        "โดม ไกรปกรณ์, “สงครามโลกครั้งที่ 2”, สถาบันพระปกเกล้า, 2015, https://wiki.kpi.ac.th/.",
    ]


def test_notes_follow_the_order_of_the_translation(editions_of_root: Editions) -> None:
    notes = [text for _, text in editions_of_root["pl"].notes("one")]
    assert notes[:5] == [
        "Rozkaz był ustny. Przytacza go S.J. Zaloga, Poland 1939: The Birth of Blitzkrieg, Oxford "
        "2002, s. 12–14, wątpi w niego J.T. Gross, Revolution from Abroad: The Soviet Conquest of "
        "Poland’s Western Ukraine and Western Belorussia, wyd. 2, Princeton 2002, rozdz. 3.",
        "J.T. Gross, Revolution from Abroad…, s. 83.",
        "Tamże, s. 85.",
        "J.T. Gross, Revolution from Abroad…",
        "Zob. Secret Additional Protocol, 23 VIII 1939, art. 2, https://example.org/protocol; "
        "H. Łach, Przywracanie pamięci, „Piotrkowskie Zeszyty Historyczne” 2019, t. 20, nr 2, "
        "s. 160.",
    ]


def test_thai_notes(editions_of_root: Editions) -> None:
    notes = [text for _, text in editions_of_root["th"].notes("one")]
    assert notes[1] == "เรื่องเดียวกัน, น. 85."
    assert notes[3].startswith("ดู Secret Additional Protocol, 23 สิงหาคม 1939, ข้อ 2")
    assert notes[4] == "Gross, Revolution from Abroad."
    assert notes[-1].startswith("โดม ไกรปกรณ์, “สงครามโลกครั้งที่ 2”, สถาบันพระปกเกล้า, 2558")


def test_each_chapter_begins_anew(editions_of_root: Editions) -> None:
    notes = editions_of_root["en"].notes("two")
    assert [number for number, _ in notes] == ["1", "2"]
    assert notes[0][1].startswith("Jan T. Gross, Revolution from Abroad: The Soviet Conquest")
    assert notes[1][1] == "Ibid."


def test_citation_in_running_text(editions_of_root: Editions) -> None:
    text = editions_of_root["en"].document("one").astext()
    assert "one may cite (Zaloga, Poland 1939) as well" in text


@pytest.mark.parametrize(
    ("code", "beginnings"),
    [
        ("en", ["Secret", "Gross, Jan", "Łach, Halina", "Zaloga, Steven", "โดม"]),
        ("pl", ["Secret", "Gross J.T.", "Łach H.", "Zaloga S.J.", "โดม"]),
        ("th", ["Secret", "โดม", "Gross, Jan", "Łach, Halina", "Zaloga, Steven"]),
    ],
)
def test_bibliography(code: str, beginnings: list[str], editions_of_root: Editions) -> None:
    # The source first, then the literature in the order of the language; nothing uncited.
    entries = editions_of_root[code].entries("bibliography")
    assert [entry.startswith(begin) for entry, begin in zip(entries, beginnings, strict=True)] == [
        True
    ] * len(beginnings)


def test_bibliography_has_the_same_anchors_in_every_edition(editions_of_root: Editions) -> None:
    anchors = [
        {
            entry["ids"][0]
            for entry in editions_of_root[code].document("bibliography").findall(nodes.paragraph)
            if "bibentry" in entry["classes"]
        }
        for code in LANGUAGES
    ]
    assert anchors[0] == anchors[1] == anchors[2]
    assert "bib-gross2002" in anchors[0]


def test_foreign_titles_are_marked_and_own_ones_are_not(editions_of_root: Editions) -> None:
    marked = [
        (node["classes"][0], node.astext())
        for node in editions_of_root["pl"].document("bibliography").findall(nodes.inline)
    ]
    assert ("language-en", "Poland 1939: The Birth of Blitzkrieg") in marked
    assert ("language-th", "สงครามโลกครั้งที่ 2") in marked
    assert not any("Przywracanie" in text for _, text in marked)


def test_addresses_are_links(editions_of_root: Editions) -> None:
    links = editions_of_root["en"].document("bibliography").findall(nodes.reference)
    assert "https://example.org/protocol" in [link["refuri"] for link in links]


def test_web_page(root: Path, tmp_path: Path) -> None:
    edition = read(root, tmp_path, "pl", "html")
    assert edition.warnings == ""
    page = html.parse(tmp_path / "pl" / "html" / "one.html")
    # The typography room has made the space before a number unbreakable.
    assert "Tamże, s. 85." in page.getroot().text_content().replace("\u00a0", " ")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(target[1:] in ids for target in page.xpath("//main//a/@href") if target[0] == "#")


def test_print(root: Path, tmp_path: Path) -> None:
    edition = read(root, tmp_path, "pl", "latex")
    assert edition.warnings == ""
    (source,) = (tmp_path / "pl" / "latex").glob("*.tex")
    text = source.read_text()
    # The note stands at its mark.
    assert text.index("Trzecie twierdzenie") < text.index("Rozkaz był ustny") < text.index("Drugie")


def test_parallel_reading_gives_the_same(editions_of_root: Editions, tmp_path: Path) -> None:
    parallel = read(ROOTS / "test-notes", tmp_path, "pl", parallel=2)
    assert parallel.warnings == ""
    assert parallel.notes("one") == editions_of_root["pl"].notes("one")
    assert parallel.entries("bibliography") == editions_of_root["pl"].entries("bibliography")


def test_bibliography_follows_a_new_citation(root: Path, tmp_path: Path) -> None:
    read(root, tmp_path, builder="html")
    chapter = root / "two.md"
    chapter.write_text(chapter.read_text() + "\nMore.{footcite:p}`uncited`\n")
    read(root, tmp_path, builder="html")
    page = (tmp_path / "en" / "html" / "bibliography.html").read_text()
    assert "Never Cited" in page


def test_change_of_a_work_reaches_every_builder(root: Path, tmp_path: Path) -> None:
    for builder in ("latex", "html"):
        read(root, tmp_path, builder=builder)
    bib = root / "references.bib"
    bib.write_text(bib.read_text().replace("The Birth of Blitzkrieg", "The Death of Cavalry"))
    for builder in ("latex", "html"):
        read(root, tmp_path, builder=builder)
    for page in ("one", "bibliography"):
        assert "The Death of Cavalry" in (tmp_path / "en" / "html" / f"{page}.html").read_text()


def test_unchanged_book_is_not_rendered_again(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(root, tmp_path)
    monkeypatch.setattr("colophon.notes.pandoc._run", pytest.fail)
    assert read(root, tmp_path, builder="html").notes("two")[1][1] == "Ibid."


def test_faults_are_named_and_nothing_breaks(tmp_path: Path) -> None:
    edition = read(ROOTS / "test-notes-faults", tmp_path)
    expected = [
        ("index.md:2", "a citation cannot stand in a heading"),
        ("index.md:4", "a note cannot stand in a heading"),
        ("index.md:8", "unknown citation key 'zalgoa2002'; did you mean 'zaloga2002'?"),
        ("index.md:10", "unknown locator 'xx.'"),
        ("index.md:12", "note [^nowhere] has no text"),
        ("index.md:14", "note [^unused] is not referred to"),
    ]
    lines = edition.warnings.splitlines()
    for place, message in expected:
        assert [line for line in lines if place in line and message in line], message
    assert len(lines) == len(expected)
    assert edition.document("index").astext().split("\n\n")[1] == "Faults"
    assert "zalgoa2002?" in edition.notes("index")[0][1]


def test_fault_in_a_translation_is_placed(root: Path, tmp_path: Path) -> None:
    for file in (root / "one.md", root / "locales" / "pl" / "LC_MESSAGES" / "one.po"):
        file.write_text(file.read_text().replace("gross2002{85}", "gros2002{85}"))
    warnings = read(root, tmp_path, "pl").warnings
    assert "one.md:4:<translated>" in warnings
    assert "unknown citation key 'gros2002'; did you mean 'gross2002'?" in warnings


def test_broken_bibliography_stops_with_every_fault(root: Path, tmp_path: Path) -> None:
    bib = root / "references.bib"
    bib.write_text(bib.read_text() + "@bok{x,\n  title = {T}\n}\n@book{y,\n  year = 1999\n}\n")
    with pytest.raises(Exception, match=r"(?s)@bok \(x\).*missing field title \(y\)"):
        read(root, tmp_path)


def test_book_without_a_bibliography(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "conf.py").write_text('extensions = ["myst_parser", "colophon"]\n')
    (root / "index.md").write_text("# Book\n\nA claim.[^one]\n\n[^one]: A plain note.\n")
    edition = read(root, tmp_path)
    assert edition.warnings == ""
    assert edition.notes("index") == [("1", "A plain note.")]


def test_other_language_uses_the_english_style(root: Path, tmp_path: Path) -> None:
    edition = read(root, tmp_path, "de")
    assert edition.notes("two")[1][1] == "Ibid."
