"""A book whose translations attack its readers and the machine that builds it."""

from __future__ import annotations

import shutil
from pathlib import Path

import polib

from colophon.catalogs.files import PACKAGE_LOCALE

SECRET = "TOP-SECRET-4711"
"""Stands in every file that an attack wants to read."""

INLINE = {
    "script": "<script>alert(1)</script>",
    "script-upper": "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "event-handler": "<img src=x onerror=alert(1)>",
    "svg": "<svg/onload=alert(1)>",
    "iframe": '<iframe src="javascript:alert(1)"></iframe>',
    "style": "<style>*{background:url(javascript:alert(1))}</style>",
    "html-image": '<img src="../secret.txt" alt="x">',
    "comment": "<!-- --><script>alert(1)</script> -->",
    "cdata": "<![CDATA[<script>alert(1)</script>]]>",
    "entity": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
    "link-javascript": "[x](javascript:alert(1))",
    "link-javascript-upper": "[x](JaVaScRiPt:alert(1))",
    "link-javascript-entity": "[x](&#106;avascript:alert(1))",
    "link-javascript-tab": "[x](<java\tscript:alert(1)>)",
    "link-data": "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "link-vbscript": "[x](vbscript:msgbox(1))",
    "link-file": "[x](file:///etc/hostname)",
    "link-path": "[x](../secret.txt)",
    "link-path-scheme": "[x](path:../secret.txt)",
    "link-project": "[x](project:../secret.txt)",
    "link-inv": "[x](inv:#evil)",
    "link-title": '[x](https://example.org "\\" onmouseover=\\"alert(1)")',
    "link-quote": '[x](https://example.org/"onmouseover="alert(1))',
    "link-hyperref": "[x](https://example.org/}\\input{secret})",
    "autolink-javascript": "<javascript:alert(1)>",
    "autolink-file": "<file:///etc/hostname>",
    "reference-definition": "[x]\n\n[x]: javascript:alert(1)",
    "image-path": "![x](../secret.svg)",
    "image-text": "![x](../secret.txt)",
    "image-absolute": "![x](/etc/hostname)",
    "image-file": "![x](file:///etc/hostname)",
    "image-data": "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+)",
    "image-foreign": "![x](https://evil.example/track.png)",
    "image-alt": '![" onerror="alert(1)](picture.png)',
    "attribute-onclick": '[x]{onclick="alert(1)"}',
    "attribute-style": '[x](https://example.org){style="background:url(javascript:alert(1))"}',
    "language": '[x]{lang="pl}\\input{secret}y"}',
    "language-tex": '[x]{lang="\\\\input|id"}',
    "language-html": "[x]{lang='pl onclick=alert(1)'}",
    "attribute-image": '![x](picture.png){onerror="alert(1)" width="1\\input{secret}"}',
    "attribute-class": "[x]{.a}onclick}",
    "attribute-class-tex": "[x]{.}\\input{secret}\\x{}",
    "attribute-id": '[x]{#a"onclick="alert(1)}',
    "attribute-id-taken": "[x]{#section-heading}",
    "role-raw": "{raw}`<script>alert(1)</script>`",
    "role-raw-html": "{raw-html}`<script>alert(1)</script>`",
    "role-evil": "{evil}`<script>alert(1)</script>`",
    "role-eval": "{eval-rst}`.. include:: ../secret.txt`",
    "role-download": "{download}`../secret.txt`",
    "role-download-absolute": "{download}`/etc/hostname`",
    "role-abbr": '{abbr}`x (" onmouseover="alert(1))`',
    "role-command": "{command}`\\input{secret}`",
    "role-any": "{any}`../secret.txt`",
    "role-pep": "{pep}`8`",
    "role-code": "{code}`\\input{secret}`",
    "role-index": "{index}`a <single: \\input{secret}!@|>`",
    "math-input": "{math}`\\input{/etc/hostname}`",
    "math-input-bare": "{math}`\\input secret`",
    "math-openin": "{math}`\\openin5=secret \\read5 to\\x \\x`",
    "math-directlua": "{math}`\\directlua{os.execute('touch owned')}`",
    "math-write18": "{math}`\\immediate\\write18{touch owned}`",
    "math-write": "{math}`\\newwrite\\w\\immediate\\openout\\w=owned.txt`",
    "math-catcode": "{math}`\\catcode`\\^^M=13 x`",
    "math-hat": "{math}`^^5cinput{secret}`",
    "math-def": "{math}`\\def\\a{\\a\\a}\\a`",
    "math-close": "{math}`x\\)\\input{secret}\\(y`",
    "math-href": "{math}`\\href{javascript:alert(1)}{x}`",
    "math-html": "{math}`\\text{<script>alert(1)</script>}</span><script>alert(1)</script>`",
    "math-csname": "{math}`\\csname input\\endcsname{secret}`",
    "math-special": "{math}`\\special{pdf:docinfo<<>>}`",
    "math-include": "{math}`\\includegraphics{/etc/hostname}`",
    "math-dollar": "$\\input{secret}$ and $$\\input{secret}$$",
    "math-ams": "\\begin{align}\\input{secret}\\end{align}",
    "tex": "\\input{secret} \\directlua{x} \\write18{x} ^^5cinput{secret} %\n\\def\\a{\\a}\\a",
    "tex-code": "`\\input{secret}` ``\\end{sphinxVerbatim}\\input{secret}``",
    "substitution": "{{ 6 * 7 }}",
    "substitution-class": "{{ env.config.__class__.__init__.__globals__ }}",
    "substitution-file": "{{ env.__class__.__init__.__globals__['__builtins__'].open"
    "('/etc/hostname').read() }}",
    "substitution-statement": "{% include '/etc/hostname' %}",
    "bidi": "\u202etxt.exe\u2066",
    "control": "a\x08\x0b\x0c\x1bb",
    "null": "a\ufffe\uffff\ud7ffb",
    "nested-brackets": "[" * 3000 + "x" + "]" * 3000,
    "nested-images": "![" * 2000,
    "nested-emphasis": "**a *b " * 2000,
    "emphasis-run": "*" * 30000,
    "footnote-run": "[^a" * 6000,
    "backtick-run": "".join("`" * n + " " for n in range(1, 150)),
    "billion-laughs": "> " * 2000 + "x",
    "lists": "- " * 2000 + "x",
    "megabyte": "lol " * 260_000,
    "megabyte-markup": "[x](y) *a* `b` " * 70_000,
    "noqa": "x # noqa",
    "literal": "x::",
    "xml": "]]></p></body></html><?php system('id') ?>",
    "jinja": "{{ 7*7 }}{% raw %}<script>{% endraw %}",
    "python": "%(x)s {x.__class__} ${x} `__import__('os').system('touch owned')`",
}
"""Each in a paragraph of its own."""

BLOCKS = {
    "block-include": "```{include} ../secret.txt\n```",
    "block-literalinclude": "```{literalinclude} ../secret.txt\n```",
    "block-include-absolute": "```{include} /etc/hostname\n```",
    "block-raw": "```{raw} html\n<script>alert(1)</script>\n```",
    "block-raw-latex": "```{raw} latex\n\\input{secret}\n```",
    "block-raw-file": "```{raw} html\n:file: ../secret.txt\n```",
    "block-eval-rst": "```{eval-rst}\n.. raw:: html\n\n   <script>alert(1)</script>\n```",
    "block-eval-rst-role": "```{eval-rst}\n.. role:: evil(raw)\n   :format: html latex\n```",
    "block-eval-rst-include": "```{eval-rst}\n.. include:: ../secret.txt\n```",
    "block-math": "```{math}\n\\input{/etc/hostname}\n```",
    "block-math-label": "```{math}\n:label: evil\nx\n```",
    "block-figure": "```{figure} ../secret.svg\n```",
    "block-image": "```{image} ../secret.txt\n```",
    "block-csv": "```{csv-table}\n:file: ../secret.txt\n```",
    "block-table-url": "```{csv-table}\n:url: file:///etc/hostname\n```",
    "block-toctree": "```{toctree}\n/etc/hostname\n```",
    "block-only": "```{only} __import__('os').system('touch owned')\n```",
    "block-meta": "```{meta}\n:http-equiv=refresh: 0;url=https://evil.example\n```",
    "block-highlight": "```{highlight} python\n```",
    "block-default-role": "```{eval-rst}\n.. default-role:: raw\n```",
    "block-glossary": "```{glossary}\nevil\n  x\n```",
    "block-bibliography": "```{bibliography}\n```",
    "block-code": "```{code-block} python\n:name: x\\input{secret}\nimport os\n```",
    "block-colon": ":::{include} ../secret.txt\n:::",
    "block-front-matter": "---\nmyst:\n  disable_syntax: []\n---\n\n<script>alert(1)</script>",
    "block-html": "<div onclick=alert(1)>\n\nx\n\n</div>",
    "block-html-admonition": '<div class="admonition" onclick=alert(1)>\n'
    "<script>alert(1)</script>\n</div>",
    "block-label": "(evil)=\n\nx",
    "block-attributes": '{onclick="alert(1)"}\nText.',
    "block-comment": "% x\n\n<script>alert(1)</script>",
    "block-table": "| a | b |\n|---|---|\n| <script>alert(1)</script> | x |",
    "block-definition": "Text\n: <script>alert(1)</script>",
    "block-footnote": "Text.[^tr-1]\n\n[^tr-1]: <script>alert(1)</script> "
    "{math}`\\input{/etc/hostname}` ![x](../secret.svg) {download}`../secret.txt` "
    "[x](javascript:alert(1))",
    "block-target": "[x]: javascript:alert(1)\n\n[x]",
    "block-many": "x\n\n" * 3000,
}
"""Each in a paragraph of its own; what is no paragraph is not printed."""

EVERYWHERE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) "
    "![x](../secret.svg) {download}`../secret.txt` {math}`\\input{/etc/hostname}` "
    '\\input{secret} [y]{onclick="alert(1)"} " onclick="alert(1)" x=" %(x)s {{ 6 * 7 }} ]]> \\'
)
"""In every other place where a translation is printed."""

TEX = "\\input{secret} ^^5cinput{secret}"
"""What makes TeX read a file."""

PLACES = {
    "Title heading": "title",
    "Section heading": "section",
    "Figure caption": "caption",
    "Alternative text": "alt",
    "Cell head": "cell head",
    "Cell body": "cell",
    "Term one": "term",
    "Term body": "definition",
    "Item text": "list item",
    "Quoted text": "quotation",
    "Note text": "footnote",
    "Defined": "definition list term",
    "Defining": "definition list",
    "Table title": "caption of a table",
    "entry one": "index entry",
    "entry two": "second level of an index entry",
    "see one": "index: see",
    "Index heading": "title of the index page",
    "Part caption": "caption of the table of contents",
}
"""Messages in other places: text → where it stands."""

CONF = """\
project = "Attacks"
extensions = ["myst_parser", "colophon"]
colophon_languages = ["en", "pl"]
myst_enable_extensions = [
    "amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath", "fieldlist",
    "html_admonition", "html_image", "replacements", "smartquotes", "strikethrough",
    "substitution", "tasklist",
]
myst_substitutions = {"good": "A good word"}
colophon_book = {
    "slug": "attacks",
    "title": "Book title",
    "subtitle": "Book subtitle",
    "description": "Book description",
    "people": [{"name": "A. Author", "role": "Book role", "marc": "aut"}],
    "publisher": "Book publisher",
    "rights": "Book rights",
    "published": "2026-11-22",
}
"""

CHAPTER = """\
# Title heading

## Section heading

```{figure} picture.png
:alt: Alternative text

Figure caption
```

```{index} single: entry one; entry two
```

```{index} see: see one; entry one
```

| Cell head |
|---|
| Cell body |

```{list-table} Table title
* - Cell body
```

- Item text

> Quoted text

Defined
: Defining

A note.[^n-note]

[^n-note]: Note text

```{glossary}
Term one
  Term body
```

"""

INDEX = """\
# Index heading

```{toctree}
:caption: Part caption

chapter
```
"""

PICTURE = Path(__file__).parents[1] / "roots" / "test-notes-places" / "picture.png"


def write(root: Path, secret: Path) -> Path:
    """The book, with every message of its Polish edition an attack."""
    root.mkdir(parents=True)
    (root / "conf.py").write_text(CONF)
    for folder in (root, root.parent):
        (folder / "secret.txt").write_text(SECRET)
        (folder / "secret.tex").write_text(SECRET)
        (folder / "secret.svg").write_text(
            f"<svg xmlns='http://www.w3.org/2000/svg'>{SECRET}</svg>"
        )
    shutil.copy(PICTURE, root / "picture.png")
    (root / "index.md").write_text(INDEX)
    paragraphs = {f"Paragraph {name}.": text for name, text in (INLINE | BLOCKS).items()}
    (root / "chapter.md").write_text(CHAPTER + "\n\n".join(paragraphs) + "\n\nThe end.\n")
    inline = {f"Paragraph {name}." for name in INLINE}
    words = {
        message: f"Przed {text} Po-{message.split()[1]}" if message in inline else text
        for message, text in paragraphs.items()
    }
    words |= dict.fromkeys(PLACES, f"Przed {EVERYWHERE}")
    words = {message: text.replace("/etc/hostname", str(secret)) for message, text in words.items()}
    catalogs = root / "locales" / "pl" / "LC_MESSAGES"
    catalogs.mkdir(parents=True)
    for domain in ("index", "chapter"):
        _catalog(words | {"The end.": "Koniec."}).save(str(catalogs / f"{domain}.po"))
    for domain in ("sphinx", "colophon"):
        _words(domain).save(str(catalogs / f"{domain}.po"))
    book = ("title", "subtitle", "description", "role", "publisher", "rights")
    _catalog({f"Book {name}": f"Przed {EVERYWHERE}" for name in book}).save(
        str(catalogs / "book.po")
    )
    return root


def _words(domain: str) -> polib.POFile:
    """The interface words of the package, each an attack, with its places to fill in."""
    catalog = polib.pofile(str(PACKAGE_LOCALE / "pl" / "LC_MESSAGES" / f"{domain}.po"))
    if domain == "colophon":  # gettext drops such a catalogue, and with it the attacks below
        catalog.metadata["Plural-Forms"] = "nplurals=2; plural=alert(1);"
    for entry in catalog:
        attack = f'" onclick="alert(1)" x="<script>alert(1)</script> {TEX} {entry.msgid}'
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, attack)
        else:
            entry.msgstr = attack
    return catalog


def _catalog(words: dict[str, str]) -> polib.POFile:
    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "pl"}
    catalog.extend(polib.POEntry(msgid=msgid, msgstr=msgstr) for msgid, msgstr in words.items())
    return catalog
