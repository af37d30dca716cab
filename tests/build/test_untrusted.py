"""No text of a chapter or a translation reaches a reader as HTML or TeX of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.errors import ConfigError

from colophon.untrusted import settings_in
from tests.notes.conftest import read

SCRIPT = "<script>alert(1)</script>"


def book(folder: Path, chapter: str, conf: str = "") -> Path:
    """A book of one chapter, with a Polish catalogue of one message."""
    root = folder / "root"
    catalogs = root / "locales" / "pl" / "LC_MESSAGES"
    catalogs.mkdir(parents=True)
    (root / "conf.py").write_text(
        'project = "Book"\nextensions = ["myst_parser", "colophon"]\n' + conf
    )
    (root / "index.md").write_text(chapter)
    return root


@pytest.mark.parametrize("builder", ["html", "epub", "latex"])
@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("---\nmyst:\n  disable_syntax: []\n---\n", 2),
        ("---\norphan: true\nmyst: {enable_extensions: [substitution]}\n---\n", 3),
        ("---\nhtml_meta:\n  http-equiv=refresh: 0;url=https://other.example\n---\n", 2),
    ],
)
def test_front_matter_cannot_switch_html_on(
    tmp_path: Path, front: str, line: int, builder: str
) -> None:
    root = book(tmp_path, f"{front}# Title\n\nA {SCRIPT} {{{{ 6 * 7 }}}}\n\n{SCRIPT}\n")
    reading = read(root, tmp_path, builder=builder)
    assert f"index.md:{line}: WARNING: front matter may not change MyST's" in reading.warnings
    text = reading.document("index").astext()
    assert SCRIPT in text  # as words, to be escaped by the writer
    assert "6 * 7" in text
    assert not list(reading.document("index").findall(nodes.raw))
    assert not list(reading.document("index").findall(nodes.meta))


def test_other_front_matter_still_holds(tmp_path: Path) -> None:
    reading = read(book(tmp_path, "---\ntocdepth: 2\n---\n# Title\n\nText.\n"), tmp_path)
    assert reading.warnings == ""
    assert reading.app.env.metadata["index"]["tocdepth"] == 2


def test_settings_in_broken_front_matter_are_left_to_myst() -> None:
    assert settings_in("---\nmyst: [\n---\n# Title\n") is None
    assert settings_in("# Title\n\nmyst: x\n") is None


class RawDirective(Directive):
    """What an extension of somebody else might do."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        return [nodes.raw("", "\n".join(self.content), format="html")]


def test_raw_nodes_of_any_origin_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = book(
        tmp_path,
        f"# Title\n\nOne\\\ntwo.\n\n```{{unsafe}}\n{SCRIPT}\n```\n",
        "import tests.build.test_untrusted as t\n"
        "def setup(app):\n    app.add_directive('unsafe', t.RawDirective)\n",
    )
    reading = read(root, tmp_path)
    assert "raw HTML is left out; write it in Markdown" in reading.warnings
    assert [node.astext() for node in reading.document("index").findall(nodes.raw)] == [
        "<br />\n", "\\\\\n",
    ]  # fmt: skip


def test_translation_cannot_switch_html_on(tmp_path: Path) -> None:
    root = book(tmp_path, "# Title\n\nText.\n", 'colophon_languages = ["en", "pl"]\n')
    (root / "locales" / "pl" / "LC_MESSAGES" / "index.po").write_text(
        'msgid ""\nmsgstr ""\n"Language: pl\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Text."\n'
        'msgstr "---\\nmyst:\\n  disable_syntax: []\\n---\\n\\nText."\n'
    )
    with pytest.raises(ConfigError, match=r"index\.po:6: block-start"):
        read(root, tmp_path, "pl")
