"""TeX markup of a .bib field as text: accents decoded, braces gone, emphasis as CSL's `<i>`.

Only what bibliographies use; an unknown command vanishes and its argument stays.
"""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
    "r": "\u030a", "d": "\u0323", "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "i", "j": "j", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "dots": "…", "ldots": "…", "textendash": "–", "textemdash": "—",
    "S": "§", "P": "¶", "textquoteright": "’", "textquoteleft": "‘", "quotedblbase": "„",
    "textquotedblleft": "“", "textquotedblright": "”", "quotesinglbase": "‚", "textellipsis": "…",
    "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›",
    "textasciitilde": "~", "textunderscore": "_", "textbackslash": "\\", "slash": "/",
    "textsection": "§", "textdegree": "°", "copyright": "©", "textcopyright": "©", "pounds": "£",
    "textsterling": "£", "euro": "€", "texteuro": "€", "textnumero": "№", "textbar": "|",
    "textperiodcentered": "·", "textbullet": "•", "textquotesingle": "'", "textasciicircum": "^",
}  # fmt: skip
_MARKUP = {
    "emph": ("<i>", "</i>"),
    "textit": ("<i>", "</i>"),
    "mkbibemph": ("<i>", "</i>"),
    "textsl": ("<i>", "</i>"),
    "textbf": ("<b>", "</b>"),
    "textsc": ("<sc>", "</sc>"),
    "textsuperscript": ("<sup>", "</sup>"),
    "textsubscript": ("<sub>", "</sub>"),
    "enquote": ("“", "”"),
    "mkbibquote": ("“", "”"),
}
_SIGNS = {
    "-": "", "/": "", "!": "", "@": "", "(": "", ")": "",
    ",": "\u202f", ";": " ", ":": " ", " ": " ", "\\": " ",
}  # fmt: skip
"""Commands of one sign: spaces, places to break a word and the like."""
_LIGATURES = (
    ("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"), ("~", "\u00a0"),
)  # fmt: skip

_TOKEN = re.compile(r"\\(?P<word>[A-Za-z]+)\s*|\\(?P<sign>.)|(?P<brace>[{}])|(?P<math>\$)", re.S)


def to_text(tex: str) -> str:
    """The field as a reader sees it, white space runs made single."""
    text, _ = _group(" ".join(tex.split()), 0)
    return unicodedata.normalize("NFC", text)


def to_url(tex: str) -> str:
    """A web address: verbatim but for TeX's escaped signs."""
    return re.sub(r"\\([&%_#$~])", r"\1", tex.strip())


def _group(tex: str, start: int) -> tuple[str, int]:
    """What stands up to the brace that closes here, and the position after it."""
    parts: list[str] = []
    position = start
    while match := _TOKEN.search(tex, position):
        parts.append(_ligatures(tex[position : match.start()]))
        position = match.end()
        if match["brace"] == "}":
            return "".join(parts), position
        if match["brace"]:
            inner, position = _group(tex, position)
            parts.append(inner)
        elif name := match["word"] or match["sign"]:
            text, position = _command(name, tex, position)
            parts.append(text)
    parts.append(_ligatures(tex[position:]))
    return "".join(parts), len(tex)


def _command(name: str, tex: str, position: int) -> tuple[str, int]:
    if name in _ACCENTS:
        letter, position = _argument(tex, position)
        return letter[:1] + _ACCENTS[name] + letter[1:], position
    if name in _LETTERS:
        # The empty group of `\L{}odz` only ends the command's name.
        return _LETTERS[name], position + 2 * tex.startswith("{}", position)
    if name in _MARKUP:
        inner, position = _argument(tex, position)
        before, after = _MARKUP[name]
        return f"{before}{inner}{after}", position
    if name in {"url", "nolinkurl", "href"}:
        # The address is verbatim; of a link its text is printed.
        end = tex.find("}", position)
        address = "" if name == "href" else to_url(tex[position + 1 : end])
        return (address, end + 1) if end > 0 else ("", position)
    return ("" if name.isalpha() else _SIGNS.get(name, name)), position


def _argument(tex: str, position: int) -> tuple[str, int]:
    """The group, command or letter that a command takes."""
    while tex.startswith(" ", position):
        position += 1
    if tex.startswith("{", position):
        return _group(tex, position + 1)
    if (match := _TOKEN.match(tex, position)) and (name := match["word"] or match["sign"]):
        return _command(name, tex, match.end())
    return tex[position : position + 1], position + 1


def _ligatures(text: str) -> str:
    for sign, character in _LIGATURES:
        text = text.replace(sign, character)
    return text
