"""Names, dates and numbers by role, which every edition prints in its own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from colophon.catalogs.agreed import beside
from colophon.catalogs.read import Message
from colophon.catalogs.rules import inline
from colophon.catalogs.rules.rule import TEXT, Catalog, Fault


@TEXT.message()
def values(message: Message, catalog: Catalog) -> Iterator[Fault]:
    r"""Names, dates and numbers by role are the same.

    Words of the translator's own stand before `<` and `>`, in any case. A date may lose or gain
    its year (`{day}`), a name may come more often or be one that the msgid writes out.

    Bad:
        msgid "On {date}`1939-09-17`."
        msgstr "Dnia {date}`1939-09-18`."
    Good:
        msgid "{name}`lwow` fell in {date}`1939-09` to {num}`450000` men."
        msgstr "We {date}`wrześniu <1939-09>` {num}`450000` ludzi zajęło {name}`Lwów <lwow>`."
    """
    there, here = Counter(inline.values(message.msgid)), Counter(inline.values(message.msgstr))
    if lost := list((there - here).elements()):
        yield f"missing in the translation: {_shown(lost)}", "copy it from the msgid"
    added = list((here - there).elements())
    if any(role == "name" for role, _ in added):
        agreement = beside(Path(catalog.file))
        known = set(agreement.by_id if agreement else ()) | {value for _, value in there}
        added = [(role, value) for role, value in added if role != "name" or value not in known]
    if added:
        yield f"not in the msgid: {_shown(added)}", "use only what the msgid has"


def _shown(found: list[tuple[str, str]]) -> str:
    return " ".join(f"{{{role}}}`{value}`" for role, value in found)
