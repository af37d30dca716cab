"""The index as the three formats show it, stripped to what they must have in common."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

from lxml import etree


def of_page(page: bytes) -> str:
    """The index of a page in HTML or XHTML: its heads and entries, without what leads to places."""
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))
    (index,) = root.xpath("//section[@role='doc-index']")
    for element in index.xpath(".//h1 | .//p | .//a[contains(@aria-label, ':')]"):
        tail = element.tail
        element.getparent().replace(element, _text(tail))
    return letters("".join(index.itertext()))


def _text(tail: str | None) -> etree._Element:
    span = etree.Element("span")
    span.tail = tail
    return span


def of_pdf(pdf: Path, title: str) -> str:
    """The index of a PDF, and what follows it, without the heads and feet of the pages."""
    whole = subprocess.run(
        ["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True
    )
    openings = [page.partition("\n")[0].strip() for page in whole.stdout.split("\f")]
    frame = ["-x", "0", "-y", "62", "-W", "432", "-H", "520", "-f", str(openings.index(title) + 1)]
    done = subprocess.run(
        ["pdftotext", "-raw", *frame, pdf, "-"], capture_output=True, text=True, check=True
    )
    # The numbers of the pages before the Arabic ones are letters too.
    text = re.sub(r", (?:[ivxlc]+(?:–[ivxlc]+)?)(?=[,;\n])", "", done.stdout)
    return letters(text).removeprefix(letters(title))


def letters(text: str) -> str:
    """The letters and their marks alone: lines, pages and punctuation differ by format."""
    return "".join(c for c in text if unicodedata.category(c)[0] in "LM")
