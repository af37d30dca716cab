"""Thai: how its marks are printed, and what a line must not divide.

Source: สำนักงานราชบัณฑิตยสภา, หลักเกณฑ์การใช้เครื่องหมายวรรคตอนและเครื่องหมายอื่น ๆ
หลักเกณฑ์การเว้นวรรค หลักเกณฑ์การเขียนคำย่อ; it says where a space belongs, and a space that belongs
between two parts of one expression must not end the line.
"""

from __future__ import annotations

import re

from colophon.typography import thai_words
from colophon.typography.english import INITIALS
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
from colophon.typography.rules import START, Breaker, Rule, Typography, words

ROYAL = "ราชบัณฑิตยสภา, หลักเกณฑ์การเว้นวรรค"
SIGNS = "ราชบัณฑิตยสภา, หลักเกณฑ์การใช้เครื่องหมายวรรคตอนและเครื่องหมายอื่น ๆ"

_DIGIT = r"[\d๐-๙]"
_LETTER = "[ก-ฮเ-ไ]"
_ERA = words("ค.ศ. พ.ศ. ร.ศ. จ.ศ. ม.ศ. ฮ.ศ.")
_MONTH = words(
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน"
    " ธันวาคม ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."
)
_ABBREVIATED = words("น. กม. ม. ซม. กก.")
_RANK = words(
    "จอมพล พลเอก พลโท พลตรี พลจัตวา พันเอก พันโท พันตรี ร้อยเอก ร้อยโท ร้อยตรี พลเรือเอก พลเรือโท"
    " พลเรือตรี นาวาเอก นาวาโท นาวาตรี นายพล นายพัน จ่าสิบเอก สิบเอก สิบโท สิบตรี พลทหาร"
    " ศาสตราจารย์ ดอกเตอร์ คุณพ่อ บาทหลวง พระคาร์ดินัล"
)
_LABEL = words(
    "ที่ บท หน้า น. เล่ม ตาราง ภาพ รูป แผนที่ มาตรา ข้อ ฉบับ ปี เวลา ประมาณ ราว กว่า หมายเลข เบอร์"
    " เลขที่ ภาค ตอน เชิงอรรถ"
)
_COUNTED = words(
    "นาย คน ครั้ง วัน เดือน ปี ชั่วโมง นาฬิกา น. กองพล กองพัน กองร้อย กิโลเมตร กม. เมตร ไมล์"
    " ตารางกิโลเมตร ล้าน แสน หมื่น พัน เปอร์เซ็นต์ % ฉบับ ลำ คัน กระบอก"
)
_WORD = re.compile(r"[ก-ฮเ-ไA-Za-z\d]")


def _spaced(found: re.Match[str], sign: str) -> str:
    """The sign, and a space where a word follows at once."""
    return f"{sign} " if _WORD.match(found.string, found.end()) else sign


_NO_YEAR = r"(?<!ศ\.\s\d{3})(?<!ปี\s\d{3})"
"""What follows a year begins a new clause and is not counted by it."""

MARKS = (
    APOSTROPHES.like("แนว Curzon's Line", "แนว Curzon’s Line", "house style"),
    QUOTATION.like(
        "เขากล่าวว่า \"นี่คือ 'บันทึก' ฉบับนั้น\"",
        "เขากล่าวว่า “นี่คือ ‘บันทึก’ ฉบับนั้น”",
        f"{SIGNS}: อัญประกาศ",
    ),
    ELLIPSIS.like("แล้วจากไป...", "แล้วจากไป…", f"{SIGNS}: จุดไข่ปลา"),
    months_range(_MONTH, "เดือนกันยายน-ตุลาคม", "เดือนกันยายน–ตุลาคม", "house style", edge=""),
    RANGE.like(
        "ค.ศ. 1939-1941, น. 12-14, ๑๗-๒๐ กันยายน แต่ ISBN 978-83-01-15261-9 และ โทร. 02-356",
        "ค.ศ. 1939–1941, น. 12–14, ๑๗–๒๐ กันยายน แต่ ISBN 978-83-01-15261-9 และ โทร. 02-356",
        "house style",
    ),
    ROMAN_RANGE.like("บทที่ II-IV", "บทที่ II–IV", "house style"),
    PAUSE.like("สงคราม -- และสันติภาพ", "สงคราม – และสันติภาพ", "house style"),
    TYPED_RANGE.like("โมโลตอฟ--ริบเบินทร็อพ", "โมโลตอฟ–ริบเบินทร็อพ", "house style"),
    Mark(
        "spaces around ๆ",
        r"(?<=[^\s(“‘]) *ๆ",
        "เมืองต่างๆในประเทศ",
        "เมืองต่าง ๆ ในประเทศ",
        f"{SIGNS}: ไม้ยมก",
        lambda found, language: _spaced(found, " ๆ"),
    ),
    Mark(
        "spaces around ฯลฯ",
        r"(?<=[^\s(“‘]) *ฯ ?ล ?ฯ",
        "ลัตเวีย ฮังการีฯลฯและ",
        "ลัตเวีย ฮังการี ฯลฯ และ",
        f"{SIGNS}: ไปยาลใหญ่",
        lambda found, language: _spaced(found, " ฯลฯ"),
    ),
    Mark(
        "ฯ belongs to its word",
        r"(?<=[ก-๎]) ?ฯ(?!ล| ล|[ก-๎]{2,6}ฯ)",
        "กรุงเทพ ฯเป็นเมืองหลวง",
        "กรุงเทพฯ เป็นเมืองหลวง",
        f"{SIGNS}: ไปยาลน้อย",
        lambda found, language: _spaced(found, "ฯ"),
    ),
)

RULES = (
    Rule(
        "era and year",
        rf"(?:{_ERA}) (?={_DIGIT})",
        "ค.ศ. 1939, พ.ศ. ๒๔๘๒",
        "ค.ศ.~1939, พ.ศ.~๒๔๘๒",
        ROYAL,
    ),
    Rule(
        "day and month",
        rf"{_DIGIT} (?={_MONTH})",
        "17 กันยายน ค.ศ. 1939",
        "17~กันยายน ค.ศ.~1939",
        ROYAL,
    ),
    Rule(
        "label and number",
        rf"(?:{_LABEL}) (?={_DIGIT})",
        "วันที่ 17, บทที่ 3, น. 83, กองพลปืนเล็กยาวที่ 52",
        "วันที่~17, บทที่~3, น.~83, กองพลปืนเล็กยาวที่~52",
        ROYAL,
    ),
    Rule(
        "number and what is counted",
        rf"{_NO_YEAR}{_DIGIT} (?={_COUNTED})",
        "ทหาร 230,000 นาย, 13.5 ล้านคน, เวลา 03.00 น.",
        "ทหาร 230,000~นาย, 13.5~ล้านคน, เวลา~03.00~น.",
        ROYAL,
    ),
    Rule(
        "repetition and abbreviation marks",
        r" (?=[ๆฯ])",
        "ส่วนอื่น ๆ และเมืองต่าง ๆ ฯลฯ",
        "ส่วนอื่น~ๆ และเมืองต่าง~ๆ~ฯลฯ",
        ROYAL,
    ),
    Rule(
        "rank, title or initial before a name",
        rf"{START}(?!{_MONTH}|{_ABBREVIATED})(?:[ก-๎]{{1,5}}\.)+ (?={_LETTER})",
        "พล.อ. วิลเฮล์ม, ดร. แจน ที. กรอส, อาร์. เอ. บัตเลอร์",
        "พล.อ.~วิลเฮล์ม, ดร.~แจน ที.~กรอส, อาร์.~เอ.~บัตเลอร์",
        ROYAL,
    ),
    Rule(
        "rank written out before a name",
        rf"(?:{_RANK}) (?={_LETTER})",
        "พลเอก คลีเบิร์ก กับจอมพล รึดซ์-ชมิกวือ",
        "พลเอก~คลีเบิร์ก กับจอมพล~รึดซ์-ชมิกวือ",
        ROYAL,
    ),
    Rule(
        "one-letter word",
        START + r"[ณธ] (?=\S)",
        "ตั้งมั่นอยู่ ณ แนวแม่น้ำ",
        "ตั้งมั่นอยู่ ณ~แนวแม่น้ำ",
        "house style",
    ),
    Rule(
        "dash at the end of a line",
        r"(?<=[^\s–—]) (?=[–—](?: |$))",
        "สงคราม – และสันติภาพ",
        "สงคราม~– และสันติภาพ",
        "house style",
    ),
    INITIALS,  # Western authors keep their letters in notes
)

TYPOGRAPHY = Typography(
    RULES,
    MARKS,
    Breaker(thai_words.listed, thai_words.breaks, thai_words.unbroken, thai_words.words),
)
