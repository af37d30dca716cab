"""`make catalogs`: what a translator finds after the text has changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from translate.storage import pypo

from tests.conftest import ROOT

RIVER = "The army crossed the river on 17 September 1939.{footcite:p}`zaloga2002{83}`"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The small book, its catalogues brought up to date."""
    root = Path(shutil.copytree(ROOT / "tests" / "roots" / "test-book", tmp_path / "book"))
    catalogs(root)
    return root


def catalogs(root: Path, *, status: int = 0) -> str:
    """What `make catalogs` says."""
    done = subprocess.run(
        [sys.executable, "-m", "colophon", "catalogs"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1000000000"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status, done.stderr
    return done.stdout + done.stderr


def path(root: Path, language: str = "th", domain: str = "chapter") -> Path:
    return root / "locales" / language / "LC_MESSAGES" / f"{domain}.po"


def entry(file: Path, part: str) -> polib.POEntry:
    """The only message in use whose msgid has `part`."""
    (found,) = (
        each for each in polib.pofile(str(file)) if part in each.msgid and not each.obsolete
    )
    return found


def edit(root: Path, old: str, new: str, chapter: str = "chapter") -> None:
    file = root / "docs" / f"{chapter}.md"
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def state(root: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in sorted((root / "locales").rglob("*.po"))}


def test_second_run_changes_nothing(book: Path) -> None:
    before = state(book)
    catalogs(book)
    assert state(book) == before


@pytest.mark.parametrize("language", ["pl", "th"])
def test_other_tools_leave_the_form_alone(book: Path, language: str) -> None:
    """gettext, polib, and translate-toolkit, with which Weblate writes."""
    for file in sorted((book / "locales" / language).rglob("*.po")):
        gettext = subprocess.run(["msgcat", "--no-wrap", file], capture_output=True, check=True)
        assert gettext.stdout == file.read_bytes()
        weblate = pypo.pofile.parsefile(str(file))
        weblate.wrapper.width = -1
        for unit in weblate.units[1:]:
            unit.target = unit.target
        assert bytes(weblate) == file.read_bytes()
        assert str(polib.pofile(str(file), wrapwidth=0)).encode() == file.read_bytes()
        subprocess.run(["msgfmt", "-c", "-o", os.devnull, file], check=True)


def test_change_of_one_letter_keeps_the_translation_as_a_guess(book: Path) -> None:
    edit(book, "Nobody had expected it", "Nobody has expected it")
    catalogs(book)
    found = entry(path(book), "Nobody has")
    assert found.fuzzy
    assert "กองทัพข้ามแม่น้ำ" in found.msgstr
    assert found.previous_msgid and "Nobody had expected" in found.previous_msgid


def test_moved_paragraph_is_found_again_in_another_chapter(book: Path) -> None:
    edit(book, "The march ended in October.{footcite:p}`zaloga2002{90}`\n", "")
    index = book / "docs" / "index.md"
    index.write_text(
        f"{index.read_text()}\nThe march ended in October.{{footcite:p}}`zaloga2002{{90}}`\n"
    )
    catalogs(book)
    found = entry(path(book, domain="index"), "The march ended")
    assert not found.fuzzy
    assert "สิ้นสุดลงในเดือนตุลาคม" in found.msgstr
    left = polib.pofile(str(path(book)))
    assert [each.msgid for each in left.obsolete_entries()] == [
        "The march ended in October.{footcite:p}`zaloga2002{90}`"
    ]
    assert path(book).read_text().rstrip().splitlines()[-1].startswith("#~ msgstr ")


def test_paragraph_gone_and_come_back_is_whole(book: Path) -> None:
    before = state(book)
    edit(book, "The march ended in October.", "Silence.")
    catalogs(book)
    edit(book, "Silence.", "The march ended in October.")
    catalogs(book)
    assert state(book)[path(book)] == before[path(book)]


def test_headers_are_real_and_a_translators_own_stay(book: Path) -> None:
    file = path(book)
    text = file.read_text()
    file.write_text(
        text.replace('"Last-Translator: \\n"', '"Last-Translator: Anan <anan@example.org>\\n"')
        .replace('"Language-Team: \\n"', '"Language-Team: LANGUAGE <LL@li.org>\\n"')
        .replace('"Language: th\\n"', '"Language: th\\n"\n"X-Generator: Poedit 3.4\\n"')
    )
    catalogs(book)
    headers = polib.pofile(str(file)).metadata
    assert headers["Last-Translator"] == "Anan <anan@example.org>"
    assert headers["Language-Team"] == ""
    assert headers["X-Generator"] == "Poedit 3.4"
    assert headers["Project-Id-Version"] == "A small book"
    assert headers["Plural-Forms"] == "nplurals=1; plural=0;"
    assert "python-format" not in file.read_text()


def test_messages_tell_their_chapter_kind_and_the_authors_hint(book: Path) -> None:
    edit(
        book,
        "The march ended",
        "% translators: The march of 1939, not the month.\n\nThe march ended",
    )
    catalogs(book)
    file = path(book, "pl")
    assert entry(file, "The end").comment == "The march: heading"
    assert entry(file, "Compare").comment == "The march: note"
    assert entry(file, "The march ended").comment == (
        "The march\nThe march of 1939, not the month."
    )
    assert entry(file, "The march ended").occurrences == [("docs/chapter.md", "14")]
    assert "not the month" not in entry(file, "Nobody").comment


def test_broken_catalogue_is_named_and_nothing_is_touched(book: Path) -> None:
    file = path(book)
    file.write_text(file.read_text().replace('msgstr "จุดจบ"', 'msgstr "จุดจบ'))
    line = file.read_text().splitlines().index('msgstr "จุดจบ') + 1
    edit(book, "Nobody had", "Nobody has")
    before = state(book)
    said = catalogs(book, status=1)
    assert said.startswith(f"locales/th/LC_MESSAGES/chapter.po:{line}: ")
    assert said.count("\n") == 1
    assert state(book) == before


def test_catalogue_of_a_chapter_that_is_gone_is_named(book: Path) -> None:
    (book / "docs" / "chapter.md").rename(book / "docs" / "campaign.md")
    edit(book, "\nchapter\n", "\ncampaign\n", "index")
    said = catalogs(book)
    assert "locales/th/LC_MESSAGES/chapter.po: no chapter has this name" in said
    assert entry(path(book, domain="campaign"), "The end").msgstr == "จุดจบ"


def test_new_language_gets_the_interface_words(book: Path) -> None:
    conf = book / "conf.py"
    conf.write_text(conf.read_text().replace('"pl", "th"]', '"pl", "th", "cs"]'))
    catalogs(book)
    assert entry(path(book, "cs", "colophon"), "Half-title").msgstr == ""
    assert entry(path(book, "cs"), "The end").msgstr == ""
    assert entry(path(book, "cs", "book"), "A small book").msgstr == ""
    assert not path(book, "cs", "sphinx").exists()  # Sphinx has these words itself
    assert not path(book, "th", "colophon").exists()


def test_commands_of_sphinx_intl_work_on_the_same_files(book: Path) -> None:
    intl = [sys.executable, "-m", "sphinx_intl"]
    stat = [*intl, "stat", "-d", "locales", "-l", "th"]
    told = subprocess.run(stat, cwd=book, capture_output=True, text=True, check=True).stdout
    assert "chapter.po: 5 translated, 0 fuzzy, 0 untranslated." in told
    update = [*intl, "update", "-p", "_build/gettext", "-d", "locales", "-l", "th", "-w", "0"]
    subprocess.run(update, cwd=book, capture_output=True, check=True)
    assert entry(path(book), "The end").msgstr == "จุดจบ"


def test_words_of_a_map_are_messages_and_its_names_are_not(book: Path) -> None:
    (book / "locales" / "terms.csv").write_text(
        "id,kind,en,pl,th,lat,lon\nlwow,place,Lwów,Lwów,ลวูฟ,49.8,24.0\n"
    )
    properties = '{"kind": "battle", "term": "lwow", "legend": "Place of fighting"}'
    feature = f'{{"type": "Feature", "geometry": null, "properties": {properties}}}'
    (book / "docs" / "map.geojson").write_text(
        f'{{"type": "FeatureCollection", "bbox": [23, 49, 25, 51], "features": [{feature}]}}'
    )
    edit(
        book,
        RIVER,
        f"{RIVER}\n\n```{{map}} map.geojson\n:alt: A map of one town.\n\nOne town.\n```",
    )
    catalogs(book)
    messages = {each.msgid for each in polib.pofile(str(path(book)))}
    assert {"A map of one town.", "One town.", "Place of fighting"} <= messages
    assert "Lwów" not in messages
