"""Numbers as a language groups and points them, by CLDR."""

from __future__ import annotations

import copy
from decimal import Decimal, localcontext

from colophon.characters import EN_DASH
from colophon.languages import Language
from colophon.numbers.dates import locale


def printed(amounts: tuple[Decimal, ...], language: Language) -> str:
    """A number, or a range closed up with an en dash; every decimal that was written stays."""
    return EN_DASH.join(_number(amount, language) for amount in amounts)


def _number(amount: Decimal, language: Language) -> str:
    data = locale(language)
    whole, _, decimals = f"{amount:f}".partition(".")
    pattern = copy.copy(data.decimal_formats[None])
    pattern.frac_prec = (len(decimals), len(decimals))
    with localcontext(prec=len(whole) + len(decimals) + 1):
        text: str = pattern.apply(
            amount,
            data,
            decimal_quantization=False,
            # Babel does not know from how many digits on a language groups them.
            group_separator=len(whole) >= language.grouped_from,
        )
    return text
