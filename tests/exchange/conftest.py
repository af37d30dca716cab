"""A tiny book whose catalogues hold everything that a .po file can say."""

from __future__ import annotations

from pathlib import Path

import pytest

from colophon.project import Project

HEADER = """# A book
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

"""

CHAPTER = r"""# colophon: ignore numbers – the year is in the note
# A second line of the translator.
#. Of the author: said by Molotov.
#: docs/one.md:3 docs/one.md:9
#: docs/one.md:12
msgid "He said \"no\" & left <it> at that.{{footcite:p}}`gross2002{{83}}`"
msgstr "{first}"

#: docs/one.md:5
#, fuzzy, no-wrap
#| msgid "The old wording."
msgid "The new  wording,\twith a tab."
msgstr "{fuzzy}"

#: docs/one.md:7
msgctxt "title"
msgid ""
"Two lines\n"
"in one message"
msgstr ""
"{lines}"

#. Nobody has come to this.
#: docs/one.md:8
msgid "Not yet."
msgstr ""

#~ msgid "Gone."
#~ msgstr "{gone}"
"""

TEXTS = {
    "pl": {
        "first": r"Rzekł \"nie\" & odszedł <z tym>.{footcite:p}`gross2002{83}`",
        "fuzzy": r"Stare  brzmienie,\tz tabulatorem.",
        "lines": 'Dwa wiersze\\n"\n"w jednym',
        "gone": "Nie ma.",
    },
    "th": {
        "first": r"เขาพูดว่า \"ไม่\" & จากไป <แล้ว>{footcite:p}`gross2002{83}`",
        "fuzzy": r"ถ้อยคำ  เดิม\tมีแท็บ",
        "lines": 'สองบรรทัด\\n"\n"ในข้อความเดียว',
        "gone": "หายไป",
    },
    "en": {
        "first": r"He said \"no\" & left <it> there.{footcite:p}`gross2002{83}`",
        "fuzzy": r"The new  text,\twith a tab.",
        "lines": 'Both lines\\n"\n"in one',
        "gone": "Gone.",
    },
}

TERMS = """id,kind,en,pl,th,variants,note,lat,lon
per01,person,Vyacheslav Molotov,Wiaczesław Mołotow,วยาเชสลาฟ โมโลตอฟ,Molotow,"Minister, <1939>",,
ter01,term,front,front,แนวรบ,,,,
"""


@pytest.fixture
def book(tmp_path: Path) -> Project:
    """A project with the chapters `one` and `part/two` in three languages."""
    root = tmp_path / "book"
    (root / "docs").mkdir(parents=True)
    (root / "docs" / "index.md").write_text("# A book\n")
    (root / "conf.py").write_text(
        "from pathlib import Path\n"
        'colophon_languages = ["en", "pl", "th"]\n'
        'colophon_book = {"title": "A book", "slug": "book", "published": "2026-01-31"}\n'
        'locale_dirs = [str(Path(__file__).parent / "locales")]\n'
    )
    for language, texts in TEXTS.items():
        folder = root / "locales" / language / "LC_MESSAGES"
        (folder / "part").mkdir(parents=True)
        text = HEADER.format(language=language)
        (folder / "one.po").write_text(text + CHAPTER.format(**texts))
        (folder / "part" / "two.po").write_text(
            f'{text}#: docs/part/two.md:1\nmsgid "Two"\nmsgstr "{texts["gone"]}"\n'
        )
    (root / "locales" / "terms.csv").write_text(TERMS)
    return Project.at(root)


def catalog(book: Project, language: str, chapter: str = "one") -> Path:
    """The file of a chapter."""
    return book.root / "locales" / language / "LC_MESSAGES" / f"{chapter}.po"


def exchange(book: Project, name: str) -> Path:
    """A file that has been exported."""
    return book.output / "exchange" / name
