"""One printed amount: its value in yuan, and its print where that is in another unit."""

from __future__ import annotations

from decimal import Decimal

from drafter.language import parse_money
from drafter.reading.words import tidy

MAX_AMOUNT = Decimal(10) ** 16
"""Yuan above which a number is no money of a budget: a hundred times what the state spends in a year."""


def read_money(text: str, unit: str) -> tuple[Decimal, str | None] | None:
    """The amount a cell names, or None if it names none.

    Args:
        text: The cell.
        unit: The money unit in force where the cell prints none (元, 万元).

    Returns:
        The amount in yuan; its print with its unit where that is not 元, else None.
    """
    money = parse_money(text, default_unit=unit)
    if money is None or abs(money.amount) >= MAX_AMOUNT:
        return None
    if money.unit == "元":
        return money.amount, None
    printed = tidy(text)
    return money.amount, printed if printed.endswith(money.unit) else printed + money.unit
