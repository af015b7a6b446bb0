"""How numbers stand in messages and written-out arithmetic: thousands separators, no digits that say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import MAX_PREC, Context, Decimal

from drafter.language import Interval
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy

_CENT = Decimal("0.01")
# The default context refuses to write a number of more than 28 digits out.
_LONG = Context(prec=MAX_PREC)
_NUMBER = lazy(r"-?\d[\d,]*(?:\.\d+)?")


def tidy(value: Decimal) -> Decimal:
    """The same number without the zeros a product piles up: 93808.0000 → 93808.00. Printed cents stay.

    A single zero is what 35.2万元 leaves behind in yuan: 352000.0 → 352000.
    """
    exponent = value.as_tuple().exponent
    if exponent == -1 and value == value.to_integral_value():
        return to_places(value, Decimal(1))
    if not isinstance(exponent, int) or exponent >= -2:
        return value
    cents = to_places(value, _CENT)
    return cents if cents == value else value.normalize(_LONG)


def printed_as(value: Decimal, model: Decimal | None) -> str:
    """A number with the decimals of the one it takes the place of: 143.00 for 160.00, and for 160 it is 143."""
    digits = model.as_tuple().exponent if model is not None else 0
    places = -digits if isinstance(digits, int) and digits < 0 else 0
    # By characters: a product of two long numbers has more digits than a decimal context rounds to.
    whole, _, behind = format(value, "f").partition(".")
    behind = behind.rstrip("0").ljust(places, "0")
    return f"{whole}.{behind}" if behind else whole


def counted(value: Decimal) -> Decimal:
    """A count as people write it: 656.00 → 656, 2.50 → 2.5."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize(_LONG)


def money(value: Decimal) -> str:
    """An amount in yuan: 93,808.00; digits behind the point only where they were printed or computed."""
    return f"{tidy(value):,f}"


def middle(interval: Interval) -> Decimal:
    """The number as printed of which an interval is the precision."""
    if interval.exact:
        return interval.low
    # What was half a place beyond the print goes again: 54,500 to 65,500 is 60,000 and not 60,000.0.
    half = exact_product(interval.low + interval.high, Decimal("0.5"))
    return counted(half)


def to_places(value: Decimal, model: Decimal) -> Decimal:
    """A number with as many decimals as another has, however long it is."""
    return value.quantize(model, context=_LONG)


def count(value: Decimal) -> str:
    """A count: 7,000."""
    return f"{counted(value):,f}"


def total(values: Iterable[Decimal]) -> str:
    """A sum of counts written out: "24 + 45 + 45"."""
    return " + ".join(count(value) for value in values)


def equation(left: str, right: str, holds: bool) -> str:
    """`left = right`, `left ≈ right` or `left ≠ right`; a right side that `left` already ends with is not repeated.

    ≈ stands between two numbers that differ within what their prints say: 168,000 and a line of 17万元, rounded.
    """
    if not holds:
        return f"{left} ≠ {right}"
    head, sign, tail = left.rpartition("= ")
    # 3,780,000 and 3,780,000.00 are one number: the print of the right side stays.
    if _bare(tail) == _bare(right):
        return f"{head}= {right}" if sign else f"{left} = {right}"
    return f"{left} ≈ {right}" if _NUMBER.fullmatch(tail) and _NUMBER.fullmatch(right) else f"{left} = {right}"


def _bare(shown: str) -> str:
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


_MOST_ADDENDS = 12


def sum_of(amounts: Sequence[Decimal]) -> str:
    """A sum of amounts written out, "12,000.00 + 2,000.00 = 14,000.00"; a long one keeps its ends (S4 has 34 lines)."""
    total_amount = money(sum(amounts, Decimal(0)))
    if len(amounts) == 1:
        return total_amount
    shown = [money(amount) for amount in amounts]
    if len(shown) > _MOST_ADDENDS:
        shown = [*shown[:3], f"…（{len(shown)} 项）", shown[-1]]
    return f"{' + '.join(shown)} = {total_amount}"
