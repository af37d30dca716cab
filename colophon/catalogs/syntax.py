"""The grammar of a .po file, line by line, after the GNU gettext manual."""

from __future__ import annotations

import re

from colophon.problems import Problem

_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)(?:[ \t]+(".*))?$')
_STRING = re.compile(r'"(?:[^"\\]|\\(?:[abfnrtv\\"\']|[0-7]{1,3}|x[0-9A-Fa-f]{2}))*"$')
_MAY_FOLLOW = {
    "msgctxt": {""},
    "msgid": {"", "msgctxt"},
    "msgid_plural": {"msgid"},
    "msgstr": {"msgid"},
    "msgstr[": {"msgid_plural", "msgstr["},
}


def syntax(text: str, file: str) -> list[Problem]:
    """Every line that is no comment, keyword with a string, or continued string."""
    problems: list[Problem] = []
    last = ""

    def wrong(number: int, message: str, remedy: str) -> None:
        problems.append(Problem(file, number, message, remedy, "syntax"))

    number = 0
    for number, raw in enumerate(text.removesuffix("\n").split("\n"), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            if last in {"msgid", "msgctxt", "msgid_plural"}:
                wrong(number, f"{last} without a msgstr", 'add a line: msgstr ""')
            last = "" if last != "msgstr[" or not line else last
            continue
        if match := _KEYWORD.match(line):
            keyword, string = match.groups()
            kind = "msgstr[" if keyword.startswith("msgstr[") else keyword
            # A new message may begin without a blank line before it.
            before = "" if last.startswith("msgstr") and kind in {"msgctxt", "msgid"} else last
            if before not in _MAY_FOLLOW[kind]:
                wrong(number, f"{keyword} in the wrong place", "each msgid needs its own msgstr")
            last = kind
            if string is None:
                wrong(number, f"{keyword} without a text", 'write the text in quotes: "…"')
                continue
        elif line.startswith('"'):
            string = line
            if not last:
                wrong(number, "text without msgid or msgstr", "put the keyword before it")
        else:
            wrong(
                number,
                f"line not understood: {line[:40]!r}",
                'put texts in quotes: "…", and comments behind #',
            )
            continue
        if not _STRING.match(string):
            wrong(number, *_string_fault(string))
    if last in {"msgid", "msgctxt", "msgid_plural"}:
        wrong(number, f"the file ends after {last}", "the last message has no msgstr")
    return problems


def _string_fault(string: str) -> tuple[str, str]:
    if len(string) < 2 or not string.endswith('"') or string.endswith('\\"'):
        return "text not closed", 'end the line with a straight quotation mark (")'
    if re.search(r'(?<!\\)(?:\\\\)*"', string[1:-1]):
        return "quotation mark inside the text", 'write \\" for a straight quotation mark'
    return "unknown escape in the text", "write \\\\ for a backslash"
