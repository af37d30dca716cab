"""A broken catalogue: every fault in the line of the file where a translator finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from colophon.catalogs.read import read

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'  # three lines

BROKEN = {
    "unterminated": ('msgid "a"\nmsgstr "b\n', ["5: text not closed"]),
    "inner quotation mark": ('msgid "a"\nmsgstr "b "c" d"\n', ["5: quotation mark inside"]),
    "no quotation marks": ("msgid a\nmsgstr b\n", ["4: line not", "5: line not understood"]),
    "unknown keyword": (
        'msgid "a"\nmsgstring "b"\n',
        ["5: line not understood", "5: the file ends after msgid"],
    ),
    "continued without keyword": ('"lost"\n', ["4: text without msgid"]),
    "msgid without msgstr": ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', ["5: msgid without a msgstr"]),
    "two msgids": ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', ["5: msgid in the wrong place"]),
    "truncated": ('msgid "a"\nmsgstr "b"\n\nmsgid "c"\n', ["7: the file ends after msgid"]),
    "unknown escape": ('msgid "a"\nmsgstr "b\\q"\n', ["5: unknown escape"]),
    "twice the same": (
        'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
        ["7: this msgid stands already in line 4"],
    ),
    "no space after the keyword": ('msgid "a"\nmsgstr"b"\n', ["5: line not", "5: the file ends"]),
    "lonely obsolete translation": ('msgid "a"\nmsgstr "b"\n\n#~ msgstr "y"\n', ["7: entry not"]),
    "a second header": ('msgid "a"\nmsgstr "b"\n\nmsgid ""\nmsgstr "c"\n', ["7: a second header"]),
    "two faults": ('msgid "a\nmsgstr "b\n', ["4: text not closed", "5: text not closed"]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_every_fault_has_its_line(tmp_path: Path, name: str) -> None:
    body, expected = BROKEN[name]
    path = tmp_path / "chapter.po"
    path.write_text(HEADER + body)
    _, problems = read(path)
    found = [f"{problem.line}: {problem.told}" for problem in problems]
    assert len(found) == len(expected), found
    for line, start in zip(found, expected, strict=True):
        assert line.startswith(start)
        assert "; " in line, "every fault says how to mend it"


def test_other_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "chapter.po"
    path.write_bytes((HEADER + 'msgid "a"\nmsgstr "Łódź"\n').encode("cp1250"))
    _, problems = read(path)
    assert [str(p) for p in problems] == [
        f"{path}:5: encoding: not UTF-8 (byte 0xa3); save the file with the encoding UTF-8"
    ]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("", "no header names the encoding"),
        ('msgid ""\nmsgstr "Language: pl\\n"\n\n', "no header names the encoding"),
        (HEADER.replace("UTF-8", "ISO-8859-2"), "the header says ISO-8859-2"),
        (HEADER.replace("UTF-8", "CHARSET"), "the header says CHARSET"),
    ],
)
def test_the_header_has_to_name_the_encoding(tmp_path: Path, header: str, said: str) -> None:
    """Else the compiled catalogue is dropped, or read letter by letter wrongly, without a word."""
    path = tmp_path / "chapter.po"
    path.write_text(header + 'msgid "a"\nmsgstr "ą"\n')
    _, problems = read(path)
    assert [str(p) for p in problems] == [
        f'{path}:1: encoding: {said}; write "Content-Type: text/plain; charset=UTF-8\\n" there'
    ]


def test_rare_line_ends_stay_in_the_text(tmp_path: Path) -> None:
    """U+2028, form feed and the like are letters of a text, not ends of lines."""
    path = tmp_path / "chapter.po"
    path.write_text(HEADER + 'msgid "a"\nmsgstr "b\u2028c\x0cd"\n')
    messages, problems = read(path)
    assert not problems
    assert messages[0].msgstr == "b\u2028c\x0cd"


def test_indented_lines_are_read_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "chapter.po"
    path.write_text(HEADER + '  msgid "a"\n  msgstr "b"\n')
    messages, problems = read(path)
    assert not problems
    assert [(m.msgid, m.line) for m in messages] == [("a", 4)]


def test_what_editors_write_is_read(tmp_path: Path) -> None:
    """Poedit's wrapping, comments, obsolete messages, plurals, a byte order mark, CR LF."""
    text = HEADER + (
        '#. a comment\n#: docs/a.md:3\n#, fuzzy\n#| msgid "old"\nmsgid ""\n"one "\n"two"\n'
        'msgstr ""\n"raz "\n"dwa"\n\nmsgctxt "menu"\nmsgid "x"\nmsgid_plural "xs"\n'
        'msgstr[0] "a"\nmsgstr[1] "b"\n\n#~ msgid "gone"\n#~ msgstr "nie ma"\n'
    )
    path = tmp_path / "chapter.po"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    messages, problems = read(path)
    assert not problems
    assert [(m.msgid, m.msgstr, m.fuzzy, m.occurrences) for m in messages] == [
        ("one two", "raz dwa", True, (("docs/a.md", 3),)),
        ("x", "", False, ()),
        ("xs", "a", False, ()),
        ("xs", "b", False, ()),
    ]
