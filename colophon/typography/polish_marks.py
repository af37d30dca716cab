"""Polish: how its marks are printed.

Sources: PN-83/P-55366, „Zasady składania tekstów w języku polskim”;
Adam Wolański, „Edycja tekstów. Praktyczny poradnik”, PWN 2008;
„Wielki słownik ortograficzny PWN”, Zasady pisowni i interpunkcji; Poradnia językowa PWN;
„Międzyinstytucjonalny przewodnik redakcyjny” Unii Europejskiej, część o języku polskim.
"""

from __future__ import annotations

import re

from colophon.languages import Language
from colophon.typography.marks import Mark
from colophon.typography.punctuation import (
    APOSTROPHES,
    ELLIPSIS,
    PAUSE,
    QUOTATION,
    RANGE,
    ROMAN_RANGE,
    TYPED_RANGE,
    months_range,
)
from colophon.typography.rules import words

NORM = "PN-83/P-55366"
GUIDE = "Wolański, Edycja tekstów"
PWN = "Wielki słownik ortograficzny PWN, Zasady pisowni i interpunkcji"
UNION = "Międzyinstytucjonalny przewodnik redakcyjny UE"
ADVICE_RANGE = "Poradnia językowa PWN, „lipiec – sierpień”, 6.12.2002"
ADVICE_SPACE = "Poradnia językowa PWN, „Spacja w zgodzie z ortografią i typografią”, 23.04.2018"

MONTH = words(
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada"
    " grudnia"
)
_MONTH_ALONE = words(
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad"
    " grudzień"
)
_NUMBERED = re.compile(
    r"(?:\b(?:nr|nrze|nry|numer\w*|sygn\.|tel\.|kod\w*|poz\.|lp\.|inw\.|skr\.|skrytk\w+|id|ID)"
    r"|[#№])[:\s]*\Z"
)


def _grouped(found: re.Match[str], language: Language) -> str:
    """In groups of three from five digits on, unless the number is a name."""
    if _NUMBERED.search(found.string, max(0, found.start() - 24), found.start()):
        return found[0]
    digits = re.sub(r"\D", "", found[0])
    return f"{int(digits):,}".replace(",", " ") if len(digits) > 4 else digits


MARKS = (
    APOSTROPHES.like("linia Curzon'a, d'Abernon", "linia Curzon’a, d’Abernon", PWN),
    QUOTATION.like(
        'Rzekł: "To tylko "nota"", a „Czas” “milczał”.',
        "Rzekł: „To tylko «nota»”, a „Czas” „milczał”.",
        PWN,
    ),
    ELLIPSIS.like("Odszedł... i wrócił.", "Odszedł… i wrócił.", PWN),
    months_range(
        f"{_MONTH_ALONE}|{MONTH}",
        "sierpień-wrzesień 1939, od września-października",
        "sierpień–wrzesień 1939, od września–października",
        ADVICE_RANGE,
    ),
    RANGE.like(
        "1939-1941, s. 12-14, 17-18 września, lecz ISBN 978-83-01-15261-9, 00-950 Warszawa",
        "1939–1941, s. 12–14, 17–18 września, lecz ISBN 978-83-01-15261-9, 00-950 Warszawa",
        ADVICE_RANGE,
    ),
    ROMAN_RANGE.like("rozdz. II-IV, IX-X 1939", "rozdz. II–IV, IX–X 1939", ADVICE_RANGE),
    PAUSE.like(
        "Wojna -- i pokój, wojna---i pokój, wojna — i pokój, wojna - i pokój",
        "Wojna – i pokój, wojna – i pokój, wojna – i pokój, wojna – i pokój",
        f"{UNION}, 10.1.6",
    ),
    TYPED_RANGE.like(
        "1939--1941, pakt Ribbentrop--Mołotow",
        "1939–1941, pakt Ribbentrop–Mołotow",
        ADVICE_RANGE,
    ),
    Mark(
        "digit groups",
        # A comma before three zeros or twice in a number is English; otherwise it is a decimal.
        r"(?<![\w.,/#№+-])(?:[1-9]\d{4,8}|[1-9]\d{0,2}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})"
        r"|[1-9]\d{0,2},000|[1-9]\d{1,2}\.000)(?![\w/-]|\.\d|,\d{3}(?!\d))",
        "450000 ludzi, 450,000 i 1,250,000, lecz 9000, rok 1939, tor 1,435 m, nr 123456",
        "450 000 ludzi, 450 000 i 1 250 000, lecz 9000, rok 1939, tor 1,435 m, nr 123456",
        f"{GUIDE}; {UNION}, 10.8.1",
        _grouped,
    ),
)
