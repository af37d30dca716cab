"""The invisible characters by name, so that none is ever typed into the code."""

from typing import Final

NO_BREAK_SPACE: Final = "\u00a0"
NARROW_NO_BREAK_SPACE: Final = "\u202f"
THIN_SPACE: Final = "\u2009"
ZERO_WIDTH_SPACE: Final = "\u200b"
WORD_JOINER: Final = "\u2060"
SOFT_HYPHEN: Final = "\u00ad"
EN_DASH: Final = "\u2013"
EM_DASH: Final = "\u2014"
