"""How numbers stand in messages and written-out arithmetic: thousands separators, no digits that say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

_CENT = Decimal("0.01")


def tidy(value: Decimal) -> Decimal:
    """The same number without the zeros a product piles up: 93808.0000 → 93808.00. Printed cents stay."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= -2:
        return value
    cents = value.quantize(_CENT)
    return cents if cents == value else value.normalize()


def counted(value: Decimal) -> Decimal:
    """A count as people write it: 656.00 → 656, 2.50 → 2.5."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def money(value: Decimal) -> str:
    """An amount in yuan: 93,808.00; digits behind the point only where they were printed or computed."""
    return f"{tidy(value):,f}"


def count(value: Decimal) -> str:
    """A count: 7,000."""
    return f"{counted(value):,f}"


def total(values: Iterable[Decimal]) -> str:
    """A sum of counts written out: "24 + 45 + 45"."""
    return " + ".join(count(value) for value in values)


def equation(left: str, right: str, holds: bool) -> str:
    """`left = right` or `left ≠ right`; a right side that `left` already ends with is not repeated."""
    if not holds:
        return f"{left} ≠ {right}"
    return left if left.endswith(f"= {right}") else f"{left} = {right}"


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
