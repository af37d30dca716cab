"""A generated book of the size of a long monograph, for the measurements of `make bench`.

60 chapters of 60 messages, some 190,000 words and 1,400 citations, completely translated into a
Polish of random words. The same book on every run; `stock` gives it a conf.py without Colophon.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

import polib

CHAPTERS = 60
PARAGRAPHS = 55  # and a title and four section headings: 60 messages a chapter
WORDS = 57
CITATIONS = 1400
ENTRIES = 300

ENGLISH = """the of a frontier army had been ordered to withdraw before government could note
ambassador refused river division treaty signed between Moscow and Berlin in September
when brigade column marched along road towards bridge city was defended by soldiers who
did not know that capital still held while archives show figures differ because first
echelon later losses prisoners were counted twice record conversation German telegram says
Soviet commissar announced night morning plan fell through although reserve regiment stood
firm near marshes against superior numbers without any hope help from allies whose council
decided otherwise historians have since argued about motive
""".split()
POLISH = """granica wojsko otrzymało rozkaz odwrotu zanim rząd zdołał nota ambasador odmówił rzeka
dywizja traktat podpisany między Moskwą a Berlinem we wrześniu kiedy brygada kolumna
maszerowała drogą w kierunku mostu miasto broniło się przez żołnierzy którzy nie wiedzieli
że stolica nadal się trzyma archiwa pokazują liczby różnią się ponieważ pierwszy rzut
późniejsze straty jeńców liczono dwukrotnie zapis rozmowy niemiecki telegram mówi sowiecki
komisarz ogłosił nocą rano plan upadł choć pułk odwodowy stał twardo przy bagnach wobec
przewagi liczebnej bez nadziei na pomoc sojuszników których rada postanowiła inaczej
historycy spierali się odtąd o pobudki z i w o na do od po za
""".split()

COMMON_CONF = """
project = "A long history"
language = "en"
html_theme = "furo"
locale_dirs = [{locales!r}]
gettext_compact = False
gettext_additional_targets = ["index"]
bibtex_bibfiles = ["references.bib"]
myst_footnote_transition = False
suppress_warnings = ["i18n.inconsistent_references"]
extensions = {extensions!r}
"""
STOCK = ["myst_parser", "sphinxcontrib.bibtex"]


def generate(
    root: Path,
    *,
    stock: bool = False,
    chapters: int = CHAPTERS,
    words: int = WORDS,
    citations: int = CITATIONS,
    entries: int = ENTRIES,
    listed: bool = True,
) -> Path:
    """Write the book into `root` (created if need be): conf.py, docs, locales, references.bib.

    Its last chapter is a bibliography of the works cited. Those of notes are none to stock
    sphinxcontrib-bibtex, which takes their keys from the directive; not `listed`, it has none.
    """
    chance = random.Random(1939)
    docs, catalogs = root / "docs", root / "locales" / "pl" / "LC_MESSAGES"
    docs.mkdir(parents=True, exist_ok=True)
    catalogs.mkdir(parents=True, exist_ok=True)
    extensions = STOCK if stock else [*STOCK, "colophon"]
    conf = COMMON_CONF.format(locales=str(root / "locales"), extensions=extensions)
    if not stock:
        conf += 'colophon_languages = ["en", "pl"]\ncolophon_book = {"slug": "long-history"}\n'
    (root / "conf.py").write_text(conf)
    (root / "references.bib").write_text("\n".join(_entry(number) for number in range(entries)))
    names = [f"chapter-{number:02}" for number in range(1, chapters + 1)]
    toctree = "\n".join(["```{toctree}", *names, "bibliography", "```"])
    (docs / "index.md").write_text(f"# A long history\n\n{toctree}\n")
    cited: set[str] = set()
    for number, name in enumerate(names):
        count = citations // chapters + (number < citations % chapters)
        text, catalog = _chapter(name, count, entries, words, chance)
        (docs / f"{name}.md").write_text(text)
        catalog.save(str(catalogs / f"{name}.po"))
        cited |= set(re.findall(r"\bwork\d+", text))
    keys = [":filter: False", "", *sorted(cited)] if stock and listed else []
    bibliography = "\n".join(["# Bibliography", "", "```{bibliography}", *keys, "```", ""])
    (docs / "bibliography.md").write_text(bibliography)
    return root


def _chapter(
    name: str, citations: int, entries: int, words: int, chance: random.Random
) -> tuple[str, polib.POFile]:
    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = {"Language": "pl", "Content-Type": "text/plain; charset=UTF-8"}
    lines: list[str] = []

    def add(prefix: str, english: str, polish: str) -> None:
        lines.append(f"{prefix}{english}\n")
        place = (f"docs/{name}.md", str(sum(line.count("\n") + 1 for line in lines) - 1))
        catalog.append(polib.POEntry(msgid=english, msgstr=polish, occurrences=[place]))

    marks = [""] * PARAGRAPHS
    for place in chance.sample(range(PARAGRAPHS), citations):
        marks[place] = f"{{footcite:p}}`work{chance.randrange(entries):03}`"
    lines.append(f"({name})=")
    add("# ", *(f"{_words(each, 4, chance)} {name}" for each in (ENGLISH, POLISH)))
    for number, mark in enumerate(marks):
        if number and number % 11 == 0:
            add("## ", *(f"{_words(each, 3, chance)} {number}" for each in (ENGLISH, POLISH)))
        add("", *(f"{_words(each, words, chance)}.{mark}" for each in (ENGLISH, POLISH)))
    return "\n".join(lines), catalog


def _words(words: list[str], count: int, chance: random.Random) -> str:
    text = chance.choices(words, k=count)
    if count > 20:
        text[7] = f"*{text[7]}*"
    return " ".join([text[0].capitalize(), *text[1:]])


def _entry(number: int) -> str:
    return (
        f"@book{{work{number:03},\n  author = {{Author{number:03}, Anna}},\n"
        f"  title = {{A study of the matter, part {number}}},\n  publisher = {{A press}},\n"
        f"  address = {{Warszawa}},\n  year = {{{1950 + number % 70}}},\n"
        "  langid = {english},\n  keywords = {literature}\n}\n"
    )
