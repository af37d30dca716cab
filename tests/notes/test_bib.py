"""The check of a .bib file: every fault with its line, all in one run."""

import pickle
from pathlib import Path

import pytest
from pybtex.database.input.bibtex import LowLevelParser, Parser

from colophon.notes import bib, bibs, entries, lazy

SOUND = """\
@string{osprey = "Osprey"}
@comment{anything @ all}
% a comment without that sign

@book{zaloga2002,
  author = {Zaloga, Steven J.},
  title = {Poland 1939},
  publisher = osprey,
  year = 2002,
  month = sep
}
"""


def faults(tmp_path: Path, text: str | bytes) -> list[str]:
    path = tmp_path / "references.bib"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [str(problem).replace(str(path), "references.bib") for problem in bib.check(path)]


def test_sound_file_has_no_problem(tmp_path: Path) -> None:
    assert faults(tmp_path, SOUND) == []


def test_absent_date_is_no_problem(tmp_path: Path) -> None:
    assert faults(tmp_path, "@misc{letter,\n  title = {Letter}\n}\n") == []


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            "@book{a,\n  title = {Open,\n  year = 1999\n}\n",
            "2: unclosed brace in field title (a); close it before the next entry",
        ),
        (
            "@book{a,\n  title = {T}\n",
            "1: entry without a closing brace (a); close it before the next entry",
        ),
        (
            "@book{a,\n  title = {T}\n  year = 1999\n}\n",
            "3: missing comma or brace before 'year' (a); end the field before it with a comma",
        ),
        ("@book{a\n  title = {T}\n}\n", "1: missing comma after the key (a); write @type{key,"),
        (
            "@book{a,\n  title = {T},\n  month = foo\n}\n",
            "3: unknown word 'foo' (a); write jan, feb … dec, or braces around a text",
        ),
        ("@bok{a,\n  title = {T}\n}\n", "1: unknown entry type @bok (a); did you mean @book?"),
        ("@book{a,\n  year = 1999\n}\n", "1: missing field title (a); @book needs it"),
        (
            "@article{a,\n  title = {T}\n}\n",
            "1: missing field journal or journaltitle (a); @article needs it",
        ),
        (
            "@book{a,\n  title = {T},\n  year = 1999,\n  year = 2000\n}\n",
            "4: field year is given twice (a); delete one",
        ),
        (
            "@book{a,\n  title = {T},\n  date = {17.09.1939}\n}\n",
            "3: unfit date '17.09.1939' (a); write it as 1939-09-17",
        ),
        (
            "@article{a,\n  title = {T},\n  journal = {J},\n  bookpagination = {colum}\n}\n",
            "4: unfit bookpagination 'colum' (a); "
            "known are page, column, section, paragraph, folio",
        ),
        ("@book{a b,\n  title = {T}\n}\n", "1: key with a space; write it as one word"),
        ("@book{,\n  title = {T}\n}\n", "1: entry without a key; write @type{key,"),
        ("@book{\n  title = {T}\n}\n", "1: entry without a key; write @type{key,"),
        (
            "@book{a,\n  title = \n}\n",
            "3: syntax error: field value expected (a); write each field as name = {text},",
        ),
        (
            "@book{a,\n  title = {T},\n  author = {One, Two, Three, Four and Five, Six}\n}\n",
            "3: too many commas in the name 'One, Two, Three, Four' (a); "
            "put 'and' between two persons",
        ),
        (
            "@book{a,\n  title = {T},\n  translator = {One, Two, Three, Four}\n}\n",
            "3: too many commas in the name 'One, Two, Three, Four' (a); "
            "put 'and' between two persons",
        ),
        (
            "@book{a,\n  title = {T}\n}\nwrite to me@example.org\n",
            "4: stray '@' outside an entry; write 'at' instead",
        ),
    ],
)
def test_fault_of_an_entry(tmp_path: Path, entry: str, fault: str) -> None:
    assert faults(tmp_path, entry) == [f"references.bib:{fault}"]
    # Neither the entry before nor the one after is drawn into it.
    after = entry.count("\n")
    surrounded = faults(tmp_path, entry + SOUND)
    assert surrounded == [f"references.bib:{fault}"]
    line, rest = fault.split(":", 1)
    before = SOUND.count("\n")
    assert faults(tmp_path, SOUND + entry) == [f"references.bib:{int(line) + before}:{rest}"]
    assert after


def test_duplicate_key_in_any_case(tmp_path: Path) -> None:
    text = "@misc{a,\n  title = {One}\n}\n@misc{A,\n  title = {Two}\n}\n"
    assert faults(tmp_path, text) == [
        "references.bib:4: duplicate key, first used in line 1 (A); rename or delete one"
    ]


def test_not_utf8(tmp_path: Path) -> None:
    text = "@misc{a,\n  title = {Łódź}\n}\n".encode("iso-8859-2")
    assert faults(tmp_path, text) == ["references.bib:2: not UTF-8; save it as UTF-8"]


def test_missing_file(tmp_path: Path) -> None:
    (problem,) = bib.check(tmp_path / "none.bib")
    assert "cannot read the file" in problem.message


def test_all_problems_in_one_run(tmp_path: Path) -> None:
    text = (
        "@book{a,\n  title = {Open,\n  year = 1999\n}\n"
        "@bok{b,\n  title = {T}\n}\n"
        "@book{c,\n  year = 1999\n}\n"
        "@misc{b,\n  title = {T}\n}\n"
    )
    assert [fault.split(":")[1] for fault in faults(tmp_path, text)] == ["2", "5", "8", "11"]


def test_names_with_suffix_and_bodies_in_braces(tmp_path: Path) -> None:
    author = "King, Jr., Martin and {Office of War, Navy, Air, and Sea}"
    assert faults(tmp_path, f"@book{{a,\n  title = {{T}},\n  author = {{{author}}}\n}}\n") == []


def together(tmp_path: Path, **texts: str) -> list[str]:
    """The faults of several files."""
    for name, text in texts.items():
        (tmp_path / f"{name}.bib").write_text(text)
    found = bibs.check_files([tmp_path / f"{name}.bib" for name in texts])
    return [str(problem).replace(f"{tmp_path}/", "") for problem in found]


def test_one_key_in_two_files(tmp_path: Path) -> None:
    one, two = "@misc{a,\n  title = {One}\n}\n", "% two\n@misc{A,\n  title = {Two}\n}\n"
    assert together(tmp_path, one=one, two=two) == [
        "two.bib:2: duplicate key, first used in one.bib:1 (A); rename or delete one"
    ]


def test_crossref_into_another_file(tmp_path: Path) -> None:
    part = "@incollection{a,\n  title = {Part},\n  crossref = {Whole}\n}\n"
    whole = "@collection{whole,\n  title = {Whole}\n}\n"
    assert together(tmp_path, one=part, two=whole) == []
    assert together(tmp_path, one=part, two=whole.replace("{whole", "{wohle")) == [
        "one.bib:1: crossref to unknown key 'Whole' (a); did you mean 'wohle'?"
    ]


def test_crossref_to_itself(tmp_path: Path) -> None:
    entry = "@book{%s,\n  title = {T},\n  crossref = {%s}\n}\n"
    assert together(tmp_path, one=entry % ("a", "a")) == [
        "one.bib:1: crossref leads back to itself (a); delete it"
    ]
    assert together(tmp_path, one=entry % ("a", "b") + entry % ("b", "a")) == [
        "one.bib:1: crossref leads back to itself (a); delete it",
        "one.bib:5: crossref leads back to itself (b); delete it",
    ]


def test_files_declared_sound_are_those_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLOPHON_SOUND_BIB", "")  # to be restored
    path = tmp_path / "references.bib"
    path.write_text(SOUND)
    assert not bibs.are_sound([path])
    bibs.declare_sound([path])
    assert bibs.are_sound([path])
    path.write_text(f"{SOUND}@book{{\n")
    assert not bibs.are_sound([path])
    assert not bibs.are_sound([])


def test_entries_are_parsed_when_asked_for(tmp_path: Path) -> None:
    types = Path(__file__).parent / "types.bib"
    path = tmp_path / "references.bib"
    path.write_text(SOUND, "utf-8")
    found = lazy.read([types, path], "utf-8-sig").data.entries
    whole = Parser("utf-8-sig").parse_file(str(types)).entries
    assert list(found) == [*whole, "zaloga2002"]
    assert all(found[key] == whole[key] for key in whole)
    assert found["Zaloga2002"].fields["publisher"] == "Osprey"
    assert found["zaloga2002"].fields["month"] == "September"
    assert pickle.loads(pickle.dumps(found))["zaloga2002"] == found["zaloga2002"]
    with pytest.raises(KeyError):
        found["nobody"]


def test_keys_of_a_broken_file(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text("@book{a,\n  title = {Open\n}\n@string{x = {y}}\n@misc{b,\n  title = {T}\n}\n")
    assert entries.keys(path) == ["a", "b"]


@pytest.mark.parametrize(
    "entry",
    [
        *entries.chunks((Path(__file__).parent / "types.bib").read_text())[1:],
        "  @Book{a,title={A {B} c},\n\tYear = 1939 ,}\n% and more",
        "@misc{a}",
        "@misc{a, title = {}}",
    ],
)
def test_plain_entries_are_read_as_pybtex_reads_them(entry: str) -> None:
    parser = LowLevelParser(entry)
    command = next(iter(parser))
    assert entries.plain(entry) == (command, parser.pos)


@pytest.mark.parametrize(
    "entry",
    [
        "% nothing\n",
        "@comment{a, title = {T}}",
        "@string{a = {b}}",
        '@misc{a, title = "T"}',
        "@misc{a, month = sep}",
        "@misc{a, title = {a} # {b}}",
        "@misc{a, title = {a {b {c}}}}",
        "@misc(a, title = {T})",
        "@misc{a, title = {T}",
        "@misc{a, title = {T} year = 1939}",
        "@misc{a title = {T}}",
        "@misc{, title = {T}}",
    ],
)
def test_others_are_left_to_pybtex(entry: str) -> None:
    assert entries.plain(entry) is None
