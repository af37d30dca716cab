"""Thai: what a line must not divide.

Source: สำนักงานราชบัณฑิตยสภา, หลักเกณฑ์การใช้เครื่องหมายวรรคตอนและเครื่องหมายอื่น ๆ
หลักเกณฑ์การเว้นวรรค หลักเกณฑ์การเขียนคำย่อ; it says where a space belongs, and a space that belongs
between two parts of one expression must not end the line.
"""

from __future__ import annotations

from colophon.typography import thai_words
from colophon.typography.english import INITIALS
from colophon.typography.rules import START, Breaker, Rule, Typography, words

ROYAL = "ราชบัณฑิตยสภา, หลักเกณฑ์การเว้นวรรค"

_DIGIT = r"[\d๐-๙]"
_LETTER = "[ก-ฮเ-ไ]"
_ERA = words("ค.ศ. พ.ศ. ร.ศ. จ.ศ. ม.ศ. ฮ.ศ.")
_MONTH = words(
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน"
    " ธันวาคม ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."
)
_LABEL = words("ที่ บท หน้า น. เล่ม ตาราง ภาพ แผนที่ มาตรา ข้อ ฉบับ ปี เวลา ประมาณ ราว กว่า")
_COUNTED = words(
    "นาย คน ครั้ง วัน เดือน ปี ชั่วโมง นาฬิกา น. กองพล กองพัน กองร้อย กิโลเมตร กม. เมตร ไมล์"
    " ตารางกิโลเมตร ล้าน แสน หมื่น พัน เปอร์เซ็นต์ % ฉบับ ลำ คัน กระบอก"
)
_NO_YEAR = r"(?<!ศ\.\s\d{3})(?<!ปี\s\d{3})"
"""What follows a year begins a new clause and is not counted by it."""

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
        rf"{START}(?!น\.)(?:[ก-๎]{{1,5}}\.)+ (?={_LETTER})",
        "พล.อ. วิลเฮล์ม, ดร. แจน ที. กรอส, อาร์. เอ. บัตเลอร์",
        "พล.อ.~วิลเฮล์ม, ดร.~แจน ที.~กรอส, อาร์.~เอ.~บัตเลอร์",
        ROYAL,
    ),
    Rule(
        "one-letter word",
        START + r"[ณธ] (?=\S)",
        "ตั้งมั่นอยู่ ณ แนวแม่น้ำ",
        "ตั้งมั่นอยู่ ณ~แนวแม่น้ำ",
        "house style",
    ),
    INITIALS,  # Western authors keep their letters in notes
)

TYPOGRAPHY = Typography(RULES, Breaker(thai_words.listed, thai_words.breaks, thai_words.unbroken))
