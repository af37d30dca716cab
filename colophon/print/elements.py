"""What of an edition goes into the TeX file beside the text: settings, titles, words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.locale import _ as sphinx_word
from sphinx.locale import get_translation
from sphinx.util import texescape

from colophon import languages
from colophon.book import Book, edition
from colophon.languages import Language
from colophon.numbers.dates import printed
from colophon.numbers.written import Date
from colophon.print.hyphenation import NONE, months, patterns

Tex = Callable[[str], str]

STYLE = Path(__file__).parent / "assets" / "colophon.sty"
FACES = "Linux Libertine, Norasi"

_ = get_translation("colophon")


def escape(text: str) -> str:
    """`text` as TeX prints it: nothing in it can be a command."""
    texescape.init()
    return texescape.escape(text, "xelatex")


def macro(name: str, value: str) -> str:
    return f"\\newcommand*\\{name}{{{value}}}"


def imprint(book: Book, original: Book, language: Language, progress: str = "") -> list[str]:
    """The paragraphs on the back of the title page, as plain text.

    `progress` is what is to be said of a translation that is not complete.
    """
    published = Date(book.date.year, book.date.month, book.date.day)
    date = "".join(printed((published,), language))
    lines = [book.full_title]
    if original.title != book.title:
        lines.append(_("Original title: %s") % original.full_title)
    lines += [f"{person.role}: {person.name}" for person in book.people if person.role]
    lines.append(
        _("Published by %(publisher)s, %(date)s")
        % {
            "publisher": book.publisher,
            "date": date,
        }
        if book.publisher
        else date
    )
    lines.append(_("Language of this edition: %s") % languages.called(language, language))
    lines.append(progress)
    lines.append(book.rights)
    if isbn := book.isbn.get(f"latexpdf-{language.code}"):
        lines.append(f"ISBN {isbn}")
    lines.append(_("Set in %s") % FACES)
    return [line for line in lines if line]


def options(language: Language, *, numfig: bool) -> str:
    """The package options of the style file."""
    values = {
        "patterns": patterns(language.code),
        "leading": str(language.tex_strut),
        "smallcaps": str(language.small_caps).lower(),
        "firstindent": str(language.first_indent).lower(),
        "repeathyphen": str(language.repeat_hyphen).lower(),
        "divideparts": str(language.divide_parts).lower(),
        "thaiwords": str(language.marked_words).lower(),
        "italics": str(language.italics).lower(),
        "numfig": str(numfig).lower(),
    }
    return ",".join(f"{key}={value}" for key, value in values.items())


def preamble(
    book: Book,
    original: Book,
    language: Language,
    spoken: Iterable[Language],
    tex: Tex,
    *,
    numfig: bool,
    progress: str = "",
) -> str:
    """Titles and words of the edition as macros, and the style file that prints them.

    `spoken` are the languages of all editions, whose words each of them cites.
    `tex` escapes a text and marks where its lines may break.
    """
    people = "".join(
        f"\\colophonperson{{{tex(person.name)}}}{{{tex(person.role)}}}" for person in book.people
    )
    before, _placeholder, after = _("Chapter %s").partition("%s")
    colophon = "\\par\n".join(map(tex, imprint(book, original, language, progress)))
    lines = [
        # First, as it makes the invisible characters active that the titles contain.
        f"\\usepackage[{options(language, numfig=numfig)}]{{colophon}}",
        *(
            f"\\colophonundivided{{{patterns(one.code)}}}{{{' '.join(months(one))}}}"
            for one in spoken
            if patterns(one.code) != NONE
        ),
        macro("colophontitle", tex(book.title)),
        macro("colophonsubtitle", tex(book.subtitle)),
        macro("colophonpublisher", tex(book.publisher)),
        f"\\newcommand\\colophonpeople{{{people}}}",
        f"\\newcommand\\colophonimprint{{{colophon}}}",
        f"\\newcommand*\\colophonchapter[1]{{{tex(before)}#1{tex(after)}}}",
        f"\\renewcommand\\contentsname{{{tex(_('Contents'))}}}",
        f"\\renewcommand\\indexname{{{tex(sphinx_word('Index'))}}}",
        f"\\renewcommand\\seename{{{tex(word(sphinx_word('see %s')))}}}",
        f"\\renewcommand\\alsoname{{\\mbox{{{tex(word(sphinx_word('see also %s')))}}}}}",
        f"\\hypersetup{{pdftitle={{{escape(book.full_title)}}},"
        f"pdfauthor={{{escape(book.authors)}}},pdfsubject={{{escape(book.description)}}},"
        f"pdflang={{{language.tag}}}}}",
    ]
    return "\n".join(lines) + "\n"


def word(pattern: str) -> str:
    """The word of a pattern such as "see %s"."""
    return pattern.replace("%s", "").strip()


def configure(app: Sphinx, config: Config) -> None:
    """Give Sphinx's LaTeX settings the values of a book."""
    book = edition(config)
    language = languages.language(config.language)
    config.latex_engine = "xelatex"
    config.latex_docclass = {"manual": "book", **config.latex_docclass}
    # toctree only: the opening page of the website is not a chapter of the book.
    config.latex_documents = [
        (
            config.root_doc,
            f"{book.slug}-{language.code}.tex",
            escape(book.title),
            escape(book.authors),
            "manual",
            True,
        )
    ]
    config.latex_additional_files = [str(STYLE), *config.latex_additional_files]
    config.latex_show_urls = "no"
    config.latex_use_xindy = False
    config.latex_table_style = ["booktabs"]
    config.latex_domain_indices = False
    config.latex_elements = {
        "pointsize": "11pt",
        "polyglossia": "",  # its words and its rules would compete with ours
        "fontpkg": "",
        "fncychap": "",
        "cmappkg": "",
        "sphinxsetup": "iconpackage=none",
        "passoptionstopackages": "\\PassOptionsToPackage{hyperindex=false}{hyperref}",
        "maketitle": "\\colophonfrontmatter\\colophontitlepages",
        "tableofcontents": "\\pagestyle{normal}\\tableofcontents",
        "printindex": "",  # the translator puts it where the toctree names it
        "transition": "\n\n\\colophonrule\n\n",
        **config.latex_elements,
    }
