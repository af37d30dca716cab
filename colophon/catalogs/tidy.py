"""The one form in which a catalogue is kept: real headers, no false flags, no line wrapping.

Without wrapping each message is a line, and all tools agree on it: `msgcat --no-wrap`, Poedit
(which keeps the form of a file) and Weblate ("no line wrapping").  Each wraps in a way of its own.
"""

from __future__ import annotations

import re
import subprocess

import polib
from babel.messages.plurals import get_plural

FORMAT_FLAGS = {"python-format", "python-brace-format", "c-format"}
"""Set by sphinx-intl on every `{role}` and "20 %" (sphinx-intl #58); they hold for no prose."""

_PLACEHOLDER = re.compile(r"FULL NAME|EMAIL@ADDRESS|LANGUAGE <|YEAR-MO-DA|PACKAGE|FIRST AUTHOR")
"""What xgettext, babel and sphinx-intl write where nobody has filled in a header."""


def tidy(text: str, before: str, title: str, language: str) -> str:
    """The catalogue in that form; `before` itself where nothing but dates has changed.

    Headers that a translator's program has filled in stay.
    """
    catalog = polib.pofile(text, wrapwidth=0)
    for entry in catalog:
        entry.flags = [flag for flag in entry.flags if flag not in FORMAT_FLAGS]
    used = {entry.msgstr for entry in catalog if not entry.obsolete}
    for entry in catalog.obsolete_entries():
        if entry.fuzzy and entry.msgstr in used:
            catalog.remove(entry)  # a guess that the right text has overtaken
    found = {name: value for name, value in catalog.metadata.items() if not _is_empty(value)}
    created = found.pop("POT-Creation-Date", "")
    catalog.header = title
    catalog.metadata_is_fuzzy = False
    catalog.metadata = {
        "Project-Id-Version": title,
        "Report-Msgid-Bugs-To": found.pop("Report-Msgid-Bugs-To", ""),
        "POT-Creation-Date": created,
        "PO-Revision-Date": found.pop("PO-Revision-Date", created),
        "Last-Translator": found.pop("Last-Translator", ""),
        "Language-Team": found.pop("Language-Team", ""),
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": get_plural(language).plural_forms,
    }
    catalog.metadata |= {name: found[name] for name in found if name not in catalog.metadata}
    for date in ("POT-Creation-Date", "PO-Revision-Date"):
        if not catalog.metadata[date]:
            del catalog.metadata[date]  # babel takes an empty one for a fault
    tidied = formatted(str(catalog))
    return before if before and _undated(tidied) == _undated(before) else tidied


def formatted(text: str) -> str:
    """The catalogue as gettext itself writes it, without wrapping."""
    command = ["msgcat", "--no-wrap", "--force-po", "-"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return done.stdout.decode()


def _is_empty(value: str) -> bool:
    return not value.strip() or bool(_PLACEHOLDER.search(value))


def _undated(text: str) -> str:
    return re.sub(r'^"(?:POT-Creation|PO-Revision)-Date: .*"\n', "", text, flags=re.MULTILINE)
