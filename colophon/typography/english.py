"""English: what a line must not divide.

Sources: New Hart's Rules (Oxford University Press); The Chicago Manual of Style.
"""

from __future__ import annotations

from colophon.typography.rules import START, Rule, Typography, abbreviations, words

HART = "New Hart's Rules"
CHICAGO = "The Chicago Manual of Style"

_MONTH = words(
    "January February March April May June July August September October November December"
)
_DOTTED = abbreviations(
    "p pp vol vols no nos ch chs art arts fig figs fol fols n nn par para c ca cf ed eds"
)
_TITLE = words("Dr Mr Mrs Ms St Mt Prof Gen Maj Col Lt Capt Sgt Adm Rev Hon")
_LABEL = words("Chapter Part Volume Book Table Figure Map Plate Article Section Note")
_UNIT = words("km m cm mm ha kg g t km² per million billion % °")

INITIALS = Rule(
    "initials",
    START + r"(?:[A-Z]\.)+ (?=[A-Z])",
    "R. A. Butler and J.T. Gross",
    "R.~A.~Butler and J.T.~Gross",
    CHICAGO,
)

RULES = (
    INITIALS,
    Rule(
        "abbreviation before its number",
        START + rf"(?:{_DOTTED})\. (?=[\d\ufffc]|[ivxlc]+\b)",
        "p. 83, pp. 83–90, vol. 2, art. 2, no. 5, c. 1939",
        "p.~83, pp.~83–90, vol.~2, art.~2, no.~5, c.~1939",
        HART,
    ),
    Rule(
        "title before a name",
        START + rf"(?:{_TITLE})\.? (?=[A-Z])",
        "Dr Gross, Gen. Kleeberg, St Petersburg",
        "Dr~Gross, Gen.~Kleeberg, St~Petersburg",
        CHICAGO,
    ),
    Rule(
        "day and month",
        rf"\d (?=(?:{_MONTH})\b)",
        "17 September 1939, 28–30 September",
        "17~September 1939, 28–30~September",
        HART,
    ),
    Rule(
        "number and unit",
        rf"\d (?=(?:{_UNIT})(?!\w))",
        "12 km, 13.5 million people",
        "12~km, 13.5~million people",
        CHICAGO,
    ),
    Rule(
        "numbered label",
        START + rf"(?:{_LABEL}) (?=\d|[IVX]+\b)",
        "Chapter 3, Article 2, Part II",
        "Chapter~3, Article~2, Part~II",
        "house style",
    ),
)

TYPOGRAPHY = Typography(RULES)
