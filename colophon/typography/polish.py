"""Polish: what a line must not divide.

Sources: PN-83/P-55366, „Zasady składania tekstów w języku polskim”;
Adam Wolański, „Edycja tekstów. Praktyczny poradnik”, PWN 2008.
"""

from __future__ import annotations

from colophon.typography.rules import START, Rule, Typography, abbreviations, words

NORM = "PN-83/P-55366"
GUIDE = "Wolański, Edycja tekstów"

_CAPITAL = "[A-ZĆŁŚŹŻ]"
_MONTH = words(
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada"
    " grudnia"
)
_BEFORE_WORD = abbreviations(
    "abp adm al amb art bp br bryg cz chor dyw dz fol gen gm godz hab im inż k kard kmdr kol kpr"
    " kpt ks m marsz mgr min np o ok oprac par pl płk por pow poz ppłk ppor prof przyp red rozdz"
    " rtm ryc rys s sierż ss st str sygn ś św t tab tj tłum tzn tzw ul ust vol woj wyd z zob"
)
_WITHOUT_DOT = abbreviations("nr dr mgr mjr płk ppłk bp abp kmdr ppor pkt dra drem wg")
_UNIT = words(
    "tys. mln mld zł gr km m cm mm ha kg dag g t l km² m² godz. min s os. proc. % ‰ ° egz. szt."
    " s. ss. k. t. w. r. rok roku wiek wieku wieków"
)
_FORMATION = words(
    "Armia Armii Armią Armię Korpus Korpusu Korpusem Dywizja Dywizji Dywizją Dywizję Brygada"
    " Brygady Brygadzie Brygadą Brygadę Pułk Pułku Pułkiem Batalion Batalionu Batalionem dywizja"
    " dywizji dywizją dywizję brygada brygady brygadą brygadę pułk pułku pułkiem batalion batalionu"
    " batalionem kompania kompanii eskadra eskadry"
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
        START + rf"(?:(?:{_CAPITAL}|Ch|Cz|Dz|Rz|Sz)\.-?)+ (?={_CAPITAL})",
        "R. A. Butler, Cz. Grzelak, J.T. Gross",
        "R.~A.~Butler, Cz.~Grzelak, J.T.~Gross",
        NORM,
    ),
    Rule(
        "abbreviation before its word",
        START + rf"(?:{_BEFORE_WORD})\. (?=[\w„«(\ufffc])",
        "Gen. Kleeberg, zob. s. 83, art. 2, ks. Skorupka, św. Jan",
        "Gen.~Kleeberg, zob.~s.~83, art.~2, ks.~Skorupka, św.~Jan",
        GUIDE,
    ),
    Rule(
        "title without a full stop",
        START + rf"(?:{_WITHOUT_DOT}) (?=[\w„«(\ufffc])",
        "płk Sulik, ppłk Podwysocki, mjr Tabaczyński, dr Nowak, nr 5",
        "płk~Sulik, ppłk~Podwysocki, mjr~Tabaczyński, dr~Nowak, nr~5",
        GUIDE,
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
        "ordinal number",
        rf"\b(?<![.,])(?:\d{{1,3}}(?:\. (?=[\w„])| (?=(?:{_FORMATION})\b))"
        rf"|[IVX]{{1,5}} (?={_CAPITAL}))",
        "52. Dywizja, 29 Brygada Pancerna, II Rzeczpospolita, XIX Korpus",
        "52.~Dywizja, 29~Brygada Pancerna, II~Rzeczpospolita, XIX~Korpus",
        "house style",
    ),
)

TYPOGRAPHY = Typography(RULES)
