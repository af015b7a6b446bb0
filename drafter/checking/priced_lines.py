"""What the breakdown says of a price row and a count row: whether the one is paid as often as the other counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checking.lines import agree, line_interval
from drafter.checking.price_units import times

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger
    from drafter.checking.quantities import TargetQuantity
    from drafter.language import Interval

_MOST = 200
"""Lines beyond which nobody breaks a budget down by price."""


def paid_otherwise(ledger: Ledger, price: TargetQuantity, count: TargetQuantity) -> bool:
    """单盏改造成本 860 元 is paid for 2,100 lamps of a line, and the 18,650 of a row are those of another line.

    Or they are those of several lines in one: 水罐消防车 168 万元 × 2 beside 购置消防车数量 3, of which one is another.
    A count that no line has says nothing: it may be the one that is wrong.
    """
    lines = ledger.filing.budget_lines
    paid = times(price, count)
    if paid is None or not 2 <= len(lines) <= _MOST:
        return False
    mine: list[tuple[int, Interval]] = []
    others: list[tuple[int, Interval]] = []
    for at, line in enumerate(lines):
        if line.unit_price is None or line.quantity is None:
            continue
        cost = line_interval(ledger.filing, f"budget_lines[{at}].unit_price", line.unit_price)
        number = line_interval(ledger.filing, f"budget_lines[{at}].quantity", line.quantity)
        (mine if agree(price.interval, cost) else others).append((at, number))
    if len(mine) != 1 or agree(mine[0][1], paid):
        return False
    at, number = mine[0]
    if any(agree(other, paid) for _, other in others):
        return True
    unit = lines[at].unit
    rest = [other for position, other in others if unit and lines[position].unit == unit]
    total = number
    for other in rest:
        total += other
    return bool(rest) and agree(total, paid)
