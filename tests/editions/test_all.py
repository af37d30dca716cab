"""What holds of all nine editions together: paths, titles, languages, notes, silence, words."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import pikepdf
from lxml import etree, html

from colophon.project import Project
from tests.conftest import LANGUAGES, ROOT, Editions
from tests.editions.test_print import printed_notes

TITLES = {
    "en": "The Soviet Invasion of Poland, 1939",
    "pl": "Agresja sowiecka na Polskę w 1939 roku",
    "th": "การบุกครองโปแลนด์ของสหภาพโซเวียต ค.ศ. 1939",
}
TAGS = {"en": "en-GB", "pl": "pl", "th": "th"}

AUTHORS_NOTE = re.compile(r"\{footcite(?::\w+)?\}`|\[\^n-[\w-]+\](?!:)")
TRANSLATORS_NOTE = re.compile(r"\[\^tr-[\w-]+\](?!:)")

# Words that Sphinx, furo, the citation styles or TeX would print in English.
ENGLISH_WORDS = re.compile(
    r"\b(?:Contents|Table of contents|Chapter \d|Index|Notes?:?|Footnotes?|Bibliography|Glossary|"
    r"Preface|Imprint|Symbols|Search|Next|Previous|Home|On this page|Back to top|Skip to content|"
    r"Ibid|ibid|see also|edited by|translated by|accessed|n\.d\.|Table \d|Fig\. \d|"
    r"continued (?:on|from)|Copyright|Made with|Last updated|Edition|Published|Language)\b"
)


def pdf_text(path: Path) -> str:
    """The text of a PDF in reading order, page breaks as form feeds."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return done.stdout


@cache
def epub_pages(path: Path) -> dict[str, etree._Element]:
    """The content documents of an EPUB by the stem of their name, in the order of reading."""
    with zipfile.ZipFile(path) as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
        names = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
        return {
            Path(names[page.get("idref")]).stem: etree.fromstring(
                archive.read(f"EPUB/{names[page.get('idref')]}")
            )
            for page in package.iter("{*}itemref")
        }


def in_edition_language(root: etree._Element, tag: str) -> str:
    """The text that claims to be in the edition's own language, attributes read aloud included."""
    parts: list[str] = []

    def walk(element: etree._Element, own: bool) -> None:
        if not isinstance(element.tag, str) or element.tag.endswith(("script", "style")):
            return
        lang = element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang")
        own = lang == tag if lang else own
        if own:
            parts.append(element.text or "")
            parts.extend(element.get(name, "") for name in ("title", "aria-label", "alt"))
        for child in element:
            walk(child, own)
            if own:
                parts.append(child.tail or "")

    walk(root, False)
    return " ".join(parts)


def notes_by_chapter(project: Project, language: str) -> dict[str, int]:
    """How many notes each chapter has in a language, counted in what people have written."""
    found = {}
    for path in project.chapters():
        own = project.locale_dirs[0] / language / "LC_MESSAGES" / f"{path.stem}.po"
        translated = own.read_text("utf-8") if own.is_file() else ""
        marks = AUTHORS_NOTE.findall(path.read_text("utf-8"))
        found[path.stem] = len(marks) + len(TRANSLATORS_NOTE.findall(translated))
    return found


def test_nine_artefacts_at_their_places(editions: Editions) -> None:
    for language in LANGUAGES:
        stem = f"soviet-invasion-1939-{language}"
        assert (ROOT / "_build/html" / language / "index.html").is_file()
        assert (ROOT / f"_build/epub/{language}/{stem}.epub").is_file()
        assert (ROOT / f"_build/pdf/{language}/{stem}.pdf").is_file()


def test_a_build_prints_no_warning(editions: Editions) -> None:
    """Only the lines that name what was made."""
    for line in editions.output.splitlines():
        assert re.fullmatch(r"\[ *[\d.]+ s\] (html|epub|latexpdf)-(en|pl|th): \S+", line), line


def test_nothing_changed_nothing_built(editions: Editions) -> None:
    before = {p: p.stat().st_mtime_ns for p in (ROOT / "_build" / "pdf").rglob("*.pdf")}
    command = [sys.executable, "-m", "colophon", "build"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert before == {p: p.stat().st_mtime_ns for p in before}


def test_each_edition_bears_its_own_title(editions: Editions, language: str) -> None:
    title = TITLES[language]
    page = html.parse(editions.html(language) / "note.html").getroot()
    assert title in page.findtext(".//title")
    assert page.get("lang") == TAGS[language]
    with zipfile.ZipFile(editions.epub(language)) as archive:
        opf = next(name for name in archive.namelist() if name.endswith(".opf"))
        package = etree.fromstring(archive.read(opf))
    dc = "{http://purl.org/dc/elements/1.1/}"
    assert package.findtext(f".//{dc}title").startswith(title)
    assert package.findtext(f".//{dc}language") == TAGS[language]
    with pikepdf.open(editions.pdf(language)) as pdf:
        assert str(pdf.docinfo.Title).startswith(title)
        assert str(pdf.Root.Lang).lower().startswith(language)
    front = re.sub(r"\s+", " ", pdf_text(editions.pdf(language))[:1500])
    assert title.replace(" ", "") in front.replace(" ", "").replace("\u200b", "")


def test_the_same_notes_in_every_format(editions: Editions, language: str) -> None:
    """1…n in each chapter, one note for each mark; as many in HTML, EPUB and PDF as were written.

    The source is one for all languages, so their editions have the same notes, but for those that
    a translator has added.
    """
    pages = epub_pages(editions.epub(language))
    expected = notes_by_chapter(editions.project, language)
    for chapter, number in expected.items():
        page = html.parse(editions.html(language) / f"{chapter}.html").getroot()
        marks = [a.text for a in page.xpath("//a[@role='doc-noteref']")]
        notes = page.xpath("//li[.//a[@role='doc-backlink']]")
        assert marks == [str(number) for number in range(1, len(marks) + 1)]
        assert len(notes) == len(marks)
        xhtml = pages[chapter]
        refs = [a.text for a in xhtml.iter("{*}a") if a.get("role") == "doc-noteref"]
        bodies = [a for a in xhtml.iter("{*}aside") if a.get("role") == "doc-footnote"]
        assert refs == marks, chapter
        assert len(bodies) == len(marks), chapter
        assert len(marks) == number, chapter
    order = [chapter for chapter in pages if expected.get(chapter)]
    printed = map(len, printed_notes(editions.pdf(language)))
    assert dict(zip(order, printed, strict=True)) == {name: expected[name] for name in order}
    assert sum(expected.values()) > 300


def test_repeated_works_are_cited_in_the_editions_words(editions: Editions, language: str) -> None:
    ibid = {"en": "Ibid.", "pl": "Tamże", "th": "เรื่องเดียวกัน"}
    pages = epub_pages(editions.epub(language))
    notes = [
        "".join(aside.itertext()).replace("\u200b", "")
        for aside in pages["note"].iter("{*}aside")
        if aside.get("role") == "doc-footnote"
    ]
    assert sum(ibid[language] in note for note in notes) >= 5
    for other in set(LANGUAGES) - {language}:
        assert not any(ibid[other] in note for note in notes)
    text = pdf_text(editions.pdf(language)).replace("\u200b", "")
    assert ibid[language] in text


def test_no_english_interface_word(editions: Editions) -> None:
    for language in ("pl", "th"):
        for path in sorted(editions.html(language).rglob("*.html")):
            text = in_edition_language(html.parse(path).getroot(), TAGS[language])
            assert not ENGLISH_WORDS.findall(text), (path.name, ENGLISH_WORDS.findall(text))
        for name, page in epub_pages(editions.epub(language)).items():
            text = in_edition_language(page, TAGS[language])
            assert len(text.strip()) > 10, name
            assert not ENGLISH_WORDS.findall(text), (name, ENGLISH_WORDS.findall(text))


def test_no_english_heading_in_print(editions: Editions) -> None:
    """Headings, running heads and labels stand on lines of their own or begin one."""
    for language in ("pl", "th"):
        lines = [line.strip() for line in pdf_text(editions.pdf(language)).splitlines()]
        assert len(lines) > 500
        found = [line for line in lines if (m := ENGLISH_WORDS.match(line)) and m[0] == line]
        assert not found
        assert not [line for line in lines if re.search(r"\b[Ii]bid\.|\baccessed\b", line)]


def test_the_translations_are_complete() -> None:
    """As msgfmt counts: nothing fuzzy, nothing untranslated."""
    for language in ("pl", "th"):
        catalogs = sorted((ROOT / "locales" / language).rglob("*.po"))
        assert len(catalogs) >= 9
        for path in catalogs:
            command = ["msgfmt", "-c", "--statistics", "-o", "/dev/null", str(path)]
            english = {**os.environ, "LC_ALL": "C"}
            done = subprocess.run(command, capture_output=True, text=True, check=False, env=english)
            assert done.returncode == 0, done.stderr
            assert re.fullmatch(r"\d+ translated messages?\.\n", done.stderr), (path, done.stderr)


def test_templates_and_catalogs_agree(tmp_path: Path) -> None:
    """`make catalogs` on the book as it stands changes nothing."""
    before = {p: p.read_bytes() for p in (ROOT / "locales").rglob("*.po")}
    command = [sys.executable, "-m", "colophon", "catalogs"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    after = {p: p.read_bytes() for p in (ROOT / "locales").rglob("*.po")}
    for path in [path for path in before if after.get(path) != before[path]]:
        path.write_bytes(before[path])  # leave the book as it was
    assert after == before
