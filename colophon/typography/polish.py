"""Polish: how its marks are printed, and what a line must not divide.

Sources: PN-83/P-55366, „Zasady składania tekstów w języku polskim”;
Adam Wolański, „Edycja tekstów. Praktyczny poradnik”, PWN 2008;
„Wielki słownik ortograficzny PWN”, Zasady pisowni i interpunkcji; Poradnia językowa PWN.
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
from colophon.typography.rules import CAPITAL, START, Rule, Typography, abbreviations, words

NORM = "PN-83/P-55366"
GUIDE = "Wolański, Edycja tekstów"
PWN = "Wielki słownik ortograficzny PWN, Zasady pisowni i interpunkcji"
ADVICE_RANGE = "Poradnia językowa PWN, „lipiec – sierpień”, 6.12.2002"
ADVICE_SPACE = "Poradnia językowa PWN, „Spacja w zgodzie z ortografią i typografią”, 23.04.2018"

_MONTH = words(
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada"
    " grudnia"
)
_MONTH_ALONE = words(
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad"
    " grudzień"
)
_BEFORE_WORD = abbreviations(
    "abp adm al amb ambas arch art bp br bryg cz chor doc dok dyw dypl dz fol gen gm godz"
    " gub hab hr il im inż k kard kmdr kol kpr kpt ks m marsz mgr min np nr o ob ok op oprac os"
    " par pl plut płk por pos pow poz ppłk ppor prez prof przyp rcz red rozdz rtm ryc rys s"
    " sen sierż ss st str strz sygn szer ś św t tab tj tłum tow tzn tzw ul ust vol"
    " właśc woj wyd wz z zob"
)
_MEASURED = r"(?<=\d[ \xa0])(?:godz|s|k|t)\. (?!\d)"
"""After a number these are units, and no word belongs to them."""
_WITHOUT_DOT = abbreviations(
    "nr nry dr mgr mjr płk ppłk bp abp kmdr ppor pkt dra drem mjra płka wg ds"
)
_UNIT = words(
    "tys. mln mld zł gr km m cm mm ha kg dag g t l km² m² km/h godz. min min. s os. proc. % ‰ ° °C"
    " egz. szt. s. ss. k. t. w. r. rok roku rokiem lat lata wiek wieku wieków p.n.e. n.e."
)
_FORMATION = words(
    "Armia Armii Armią Armię Korpus Korpusu Korpusem Dywizja Dywizji Dywizją Dywizję Brygada"
    " Brygady Brygadzie Brygadą Brygadę Pułk Pułku Pułkiem Batalion Batalionu Batalionem dywizja"
    " dywizji dywizją dywizję brygada brygady brygadą brygadę pułk pułku pułkiem batalion batalionu"
    " batalionem kompania kompanii eskadra eskadry"
)
_LABEL = (
    "[Rr]ozdzia(?:ł|łu|łem|łów)|[Rr]ozdziale|[Tt]abel(?:a|i|ę)|[Rr]ysun(?:ek|ku)|[Mm]ap(?:a|y|ie)"
    "|[Aa]rtyku(?:ł|łu|łem|łów)|[Aa]rtykule|[Cc]zęś(?:ć|ci)|[Tt]om(?:|u|em|ie)|[Pp]unk(?:t|tu|cie)"
    "|[Pp]rzypis(?:|u|em|ie)|[Zz]ałącznik(?:|a|iem|u)|[Nn]umer(?:|u|em|ze)|[Ss]tron(?:a|y|ie|ę)"
    "|[Dd]okumen(?:t|tu|cie)|[Pp]aragraf(?:|u|ie)|[Ww]ersj(?:a|i|ę)|[Nn]ot(?:a|y) nr"
)

_NUMBERED = re.compile(
    r"(?:\b(?:nr|nrze|nry|numer\w*|sygn\.|tel\.|kod\w*|poz\.|lp\.|inw\.|skr\.|skrytk\w+|id|ID)"
    r"|[#№])[:\s]*$"
)


def _grouped(found: re.Match[str], language: Language) -> str:
    """In groups of three from five digits on, unless the number is a name."""
    if _NUMBERED.search(found.string[: found.start()]):
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
        f"{_MONTH_ALONE}|{_MONTH}",
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
        GUIDE,
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
        GUIDE,
        _grouped,
    ),
)

RULES = (
    Rule(
        "one-letter word",
        START + r"[aiouwzAIOUWZ] (?=\S)",
        "I w Wilnie, i (o dziwo) „z Grodna”",
        "I~w~Wilnie, i~(o~dziwo) „z~Grodna”",
        NORM,
    ),
    Rule(
        "initials",
        START + rf"(?:(?:{CAPITAL}|Ch|Cz|Dz|Rz|Sz)\.-?)+ (?={CAPITAL})",
        "R. A. Butler, Cz. Grzelak, J.T. Gross",
        "R.~A.~Butler, Cz.~Grzelak, J.T.~Gross",
        NORM,
    ),
    Rule(
        "abbreviation before its word",
        START + rf"(?!{_MEASURED})(?:{_BEFORE_WORD})\. (?=[\w„«(\ufffc])|[§№] (?=\d)",
        "Gen. Kleeberg, zob. s. 83, art. 2, ks. Skorupka, św. Jan, § 5",
        "Gen.~Kleeberg, zob.~s.~83, art.~2, ks.~Skorupka, św.~Jan, §~5",
        ADVICE_SPACE,
    ),
    Rule(
        "title without a full stop",
        START + rf"(?:{_WITHOUT_DOT}) (?=[\w„«(\ufffc])",
        "płk Sulik, ppłk Podwysocki, mjr Tabaczyński, dr Nowak, nr 5",
        "płk~Sulik, ppłk~Podwysocki, mjr~Tabaczyński, dr~Nowak, nr~5",
        ADVICE_SPACE,
    ),
    Rule(
        "day and month",
        rf"\d (?=(?:{_MONTH}|(?:I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}}) \d{{4}})\b)",
        "17 września 1939, 28–30 września, 17 IX 1939",
        "17~września 1939, 28–30~września, 17~IX 1939",
        NORM,
    ),
    Rule(
        "digit groups",
        r"(?<![\d.,])\d{1,3} (?=\d{3}(?!\d))",
        "450 000 żołnierzy, 1 250 000",
        "450~000 żołnierzy, 1~250~000",
        NORM,
    ),
    Rule(
        "number and unit",
        rf"(?:\d|\b[IVX]{{1,5}}) (?=(?:{_UNIT})(?!\w))",
        "1939 r., XX w., 12 km, 20 tys. ludzi, 5 %",
        "1939~r., XX~w., 12~km, 20~tys. ludzi, 5~%",
        NORM,
    ),
    Rule(
        "numbered label",
        START + rf"(?:{_LABEL}) (?=\d|[IVX]+\b)",
        "rozdział 3, artykułu 2, Tabela 1, w części II",
        "rozdział~3, artykułu~2, Tabela~1, w~części~II",
        "house style",
    ),
    Rule(
        "ordinal number",
        rf"\b(?<![.,])(?:\d{{1,3}}(?:\. (?=[a-ząćęłńóśźż„]|(?:{_FORMATION})\b)"
        rf"| (?=(?:{_FORMATION})\b))"
        rf"|[IVX]{{1,5}} (?={CAPITAL}|wojn|połow|tysiącleci|kwarta))",
        "52. Dywizja, 29 Brygada Pancerna, II Rzeczpospolita, XIX Korpus",
        "52.~Dywizja, 29~Brygada Pancerna, II~Rzeczpospolita, XIX~Korpus",
        "house style",
    ),
    Rule(
        "ruler's numeral",
        rf"\b{CAPITAL}\w+ (?=(?:I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,3}}|XIV|XVI{{0,3}})\b"
        rf"(?![ \xa0](?:{CAPITAL}|w\.|wiek)))",
        "car Mikołaj II i Jan Paweł II",
        "car Mikołaj~II i~Jan Paweł~II",
        NORM,
    ),
    Rule(
        "dash at the end of a line",
        r"(?<=[^\s–—]) (?=[–—](?: |$))|^[–—] (?=\S)",
        "Wojna – i pokój",
        "Wojna~– i~pokój",
        GUIDE,
    ),
)

TYPOGRAPHY = Typography(RULES, MARKS)
