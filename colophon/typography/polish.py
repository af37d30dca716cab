"""Polish: what a line must not divide.

Sources are in `polish_marks`, with what is printed for what is typed.
"""

from __future__ import annotations

from colophon.typography.polish_marks import ADVICE_SPACE, MARKS, MONTH, NORM
from colophon.typography.rules import CAPITAL, START, Rule, Typography, abbreviations, words

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
        ADVICE_SPACE,
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
        rf"\d (?=(?:{MONTH}|(?:I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}}) \d{{4}})\b)",
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
        rf"(?:\d|\b[IVX]{{1,5}}) (?=(?:{_UNIT})(?!\w))|[°′″] (?=[NSEW]\b)",
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
        "house style",
    ),
    Rule(
        "dash at the end of a line",
        r"(?<=[^\s–—]) (?=[–—](?: |$))|^[–—] (?=\S)",
        "Wojna – i pokój",
        "Wojna~– i~pokój",
        "house style",
    ),
)

TYPOGRAPHY = Typography(RULES, MARKS)
