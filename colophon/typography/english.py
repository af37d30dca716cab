"""English: how its marks are printed, and what a line must not divide.

Sources: New Hart's Rules (Oxford University Press, 2nd edition 2014); The Chicago Manual of Style
(17th edition 2017).
"""

from __future__ import annotations

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
from colophon.typography.quotations import APOSTROPHE
from colophon.typography.rules import CAPITAL, START, Rule, Typography, abbreviations, words

HART = "New Hart's Rules"
CHICAGO = "The Chicago Manual of Style"

_MONTH = words(
    "January February March April May June July August September October November December"
)
_DOTTED = abbreviations(
    "p pp vol vols no nos ch chs art arts fig figs fol fols n nn par para paras c ca cf ed eds sec"
    " secs pt pts bk doc docs app col cols l ll pl pls"
)
_TITLE = words(
    "Dr Mr Mrs Ms St SS Mt Ft Prof Gen Maj Brig Col Lt Capt Cpt Cpl Sgt Pte Adm Cdr Rev Hon Fr Sr"
    " Messrs Mme Mlle Amb Pres"
)
_LABEL = words(
    "Chapter Chapters Part Parts Volume Book Table Tables Figure Figures Map Maps Plate Article"
    " Articles Section Sections Note Notes Appendix Document Clause Act Page Pages"
)
_UNIT = words(
    "km m cm mm ha kg g t l km² m² km/h mph lb oz ft in. mi. acres miles metres kilometres tonnes"
    " tons per hundred thousand million billion % ° °C a.m. p.m. am pm BC AD CE BCE f. ff. hours"
)
_FORMATION = words("Army Corps Division Brigade Regiment Battalion Company Fleet Front Group")

MARKS = (
    Mark(
        "elision at the beginning of a word",
        r"(?<!\w)'(?=(?:[Tt]is|[Tt]was|[Ee]m|[Tt]il|n')\b|n' )",
        "'Twas rock 'n' roll, so go get 'em",
        "’Twas rock ’n’ roll, so go get ’em",
        f"{CHICAGO}, 6.117",
        lambda found, language: APOSTROPHE,
    ),
    APOSTROPHES.like(
        "Poland's army, the soldiers' boots, the class of '39",
        "Poland’s army, the soldiers’ boots, the class of ’39",
        f"{HART}, ch. 4",
    ),
    QUOTATION.like(
        '"A \'note\' of "Molotov"," he said.',
        "“A ‘note’ of ‘Molotov’,” he said.",
        f"{CHICAGO}, 13.30",
    ),
    ELLIPSIS.like("He left... and came back.", "He left… and came back.", f"{CHICAGO}, 13.50"),
    months_range(
        _MONTH, "in September-October 1939", "in September–October 1939", f"{HART}, ch. 4"
    ),
    RANGE.like(
        "1939-1941, 1939-41, pp. 12-14, but ISBN 978-83-01-15261-9 and 1939-09-17",
        "1939–1941, 1939–41, pp. 12–14, but ISBN 978-83-01-15261-9 and 1939-09-17",
        f"{CHICAGO}, 6.78",
    ),
    ROMAN_RANGE.like("chs. II-IV, pp. ix-xii", "chs. II–IV, pp. ix–xii", f"{CHICAGO}, 6.78"),
    PAUSE.like(
        "war -- and peace, war---and peace, war – and peace, 28 August -- 3 September",
        "war—and peace, war—and peace, war—and peace, 28 August – 3 September",
        f"{CHICAGO}, 6.85",
    ),
    TYPED_RANGE.like(
        "1939--1941, the Molotov--Ribbentrop Pact",
        "1939–1941, the Molotov–Ribbentrop Pact",
        f"{HART}, ch. 4",
    ),
)

INITIALS = Rule(
    "initials",
    START + rf"(?:{CAPITAL}\.)+ (?={CAPITAL})",
    "R. A. Butler and J.T. Gross",
    "R.~A.~Butler and J.T.~Gross",
    CHICAGO,
)

RULES = (
    INITIALS,
    Rule(
        "abbreviation before its number",
        START + rf"(?:{_DOTTED})\. (?=[\d\ufffc]|[ivxlc]+\b|[IVXLC]+\b)|[§№] (?=\d)",
        "p. 83, pp. 83–90, vol. 2, art. 2, no. 5, c. 1939, § 3",
        "p.~83, pp.~83–90, vol.~2, art.~2, no.~5, c.~1939, §~3",
        HART,
    ),
    Rule(
        "title before a name",
        START + rf"(?:{_TITLE})\.? (?={CAPITAL})",
        "Dr Gross, Gen. Kleeberg, St Petersburg",
        "Dr~Gross, Gen.~Kleeberg, St~Petersburg",
        CHICAGO,
    ),
    Rule(
        "day and month",
        rf"\d (?=(?:{_MONTH})\b)|\b(?:{_MONTH}) (?=\d{{1,2}}\b)",
        "17 September 1939, 28–30 September, September 17",
        "17~September 1939, 28–30~September, September~17",
        HART,
    ),
    Rule(
        "number and unit",
        rf"\d (?=(?:{_UNIT})(?!\w))|[°′″] (?=[NSEW]\b)",
        "12 km, 13.5 million people, 5 p.m., 966 AD, pp. 83 ff.",
        "12~km, 13.5~million people, 5~p.m., 966~AD, pp.~83~ff.",
        CHICAGO,
    ),
    Rule(
        "numbered label",
        START + rf"(?:{_LABEL}) (?=\d|[IVX]+\b|[A-Z]\b)",
        "Chapter 3, Article 2, Part II, Appendix B",
        "Chapter~3, Article~2, Part~II, Appendix~B",
        "house style",
    ),
    Rule(
        "numbered formation",
        rf"\b\d+(?:st|nd|rd|th) (?=(?:{_FORMATION})\b)",
        "the 52nd Division, 8th Army",
        "the 52nd~Division, 8th~Army",
        "house style",
    ),
    Rule(
        "name and its numeral",
        r"\b[A-Z][a-z]+ (?=(?:I{2,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3})\b(?![’']))",
        "Nicholas II, the Second World War or World War II",
        "Nicholas~II, the Second World War or World War~II",
        CHICAGO,
    ),
)

TYPOGRAPHY = Typography(RULES, MARKS)
