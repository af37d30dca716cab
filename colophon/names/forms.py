"""How a name is printed beside its plain form: in the index, in a gloss, on a map's grid."""

from __future__ import annotations

from sphinx.locale import get_translation

from colophon.languages import Language
from colophon.names.term import PERSON, Term


def index_entry(term: Term, language: Language) -> str:
    """The heading of a name in an index: persons by their surname."""
    form = term.forms[language.code]
    surname = term.family_name(language.code)
    given = form.removesuffix(surname).strip()
    if term.kind != PERSON or not given:
        return form
    return language.inverted_name.format(surname=surname, given=given)


def index_entries(term: Term, language: Language) -> list[tuple[str, str]]:
    """The entries of a name by kind: who looks for the name of today is led to that of the book."""
    entry, today = index_entry(term, language), term.today.get(language.code, "")
    found = [("single", entry)]
    if today and today != entry:
        found.append(("see", f"{today}; {entry}"))
    return found


def gloss(term: Term, language: str) -> str:
    """What stands in brackets after the first mention, empty where the table has nothing to say.

    That is the name of today where it is another, and where readers want it the form of the
    table's first language: “Lwów (today Lviv)”, „ลวูฟ (Lwów ปัจจุบันคือลวิว)”.
    """
    _ = get_translation("colophon")
    form, today = term.forms[language], term.today.get(language, "")
    first = next(iter(term.forms.values()))
    original = first if language in term.original and first != form else ""
    if not today or today == form:
        return original
    if original:
        return _("%(original)s, today %(today)s") % {"original": original, "today": today}
    return _("today %s") % today


def position(north: float, east: float) -> str:
    """Degrees and minutes, as an atlas gives them: 49°50′N, 24°02′E."""
    return f"{_angle(north, 'NS')}, {_angle(east, 'EW')}"


def _angle(degrees: float, signs: str) -> str:
    whole, minutes = divmod(round(abs(degrees) * 60), 60)
    return f"{whole}°{minutes:02}′{signs[degrees < 0]}"
