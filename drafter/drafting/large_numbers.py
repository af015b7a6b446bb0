"""Counts in 万 and 亿 as a brief wrote them: 放流鱼苗400万尾 is printed 400万尾, its value is 4,000,000.

Only the print is kept. What a draft may say is held to the exact value, whatever it is written in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.language import same_dimension
from drafter.language.interval import exact_product
from drafter.language.numerals import chinese_value, fold_digits
from drafter.language.patterns import lazy
from drafter.language.units import longest_prefix, lookup

_MOST = 200
"""So many are kept of a text; a brief of real work has a dozen."""
_FACTORS = {"万": Decimal(10**4), "亿": Decimal(10**8)}
_DIGITS = r"\d{1,9}(?:\.\d{1,4})?"
_LARGE = lazy(
    rf"(?<![\d.])(?:(?P<digits>{_DIGITS})|(?P<spelt>[一二两三四五六七八九十百千]{{1,8}}))\s*(?P<factor>万|亿)"
)
_PRINTED = lazy(rf"(?P<digits>{_DIGITS})(?P<factor>万|亿)(?P<unit>\D*)")


def large_numbers(text: str) -> list[str]:
    """The counts of a text in 万 or 亿 with their unit: ["400万尾"]; without one where none is written behind.

    Amounts of money are left out: they have their own print.
    """
    text = fold_digits(text) if not text.isascii() else text
    found: list[str] = []
    for match in _LARGE.finditer(text):
        digits = match["digits"] or chinese_value(match["spelt"])
        behind = text[match.end() : match.end() + 8].lstrip()
        unit = longest_prefix(behind) or ""
        known = lookup(unit) if unit else None
        if digits is None or (behind[:1] in "零一二两三四五六七八九十百千万亿0123456789" and behind):
            continue
        if known is None or known.kind != "money":
            found.append(f"{digits}{match['factor']}{unit}")
    return list(dict.fromkeys(found))[:_MOST]


def as_written(value: Decimal, unit: str | None, forms: Iterable[str]) -> str | None:
    """A count in the digits of the form that has its value and unit (400万), or None."""
    for form in forms:
        match = _PRINTED.fullmatch(form)
        if match is None or (match["unit"] and unit and not same_dimension(match["unit"], unit)):
            continue
        if exact_product(Decimal(match["digits"]), _FACTORS[match["factor"]]) == value:
            return f"{match['digits']}{match['factor']}"
    return None


def written_in(quote: str, value: Decimal, unit: str | None) -> tuple[str, str] | None:
    """Digits and 万 of a fact whose quote says it so: ("400", "万") for 400万尾; None where it says other digits."""
    found = re.search(rf"(?<![\d.])({_DIGITS})\s*(万|亿){re.escape(unit or '')}$", quote)
    if found is None or exact_product(Decimal(found[1]), _FACTORS[found[2]]) != value:
        return None
    return found[1], found[2]
