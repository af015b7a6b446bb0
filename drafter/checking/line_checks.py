"""The numbers of a budget line beside those of the rows that name the same item."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checking.emit import Agrees, Hit, Ref
from drafter.checking.line_pairs import periods_paid
from drafter.checking.show import count, counted, money

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger
    from drafter.filing import BudgetLine


def agreeing_lines(ledger: Ledger) -> Iterator[Agrees]:
    """What lines and rows confirm of each other."""
    for pair in ledger.line_pairs:
        for name, row in (("unit_price", pair.price), ("quantity", pair.count)):
            if row is not None and row[1]:
                value = getattr(ledger.filing.budget_lines[pair.line], name)
                shown = money(value) if name == "unit_price" else count(value)
                target = Ref(f"indicators[{row[0]}].target")
                raw = _raw(ledger, row[0]).removeprefix("=") + _periods(ledger, name, value, row[0])
                yield Agrees(Ref(f"budget_lines[{pair.line}].{name}"), (target,), f"{shown} = {raw}")


def _periods(ledger: Ledger, name: str, value: Decimal, row: int) -> str:
    """The times a price per month or day is paid in one line: × 10."""
    price = ledger.quantities[row]
    times = periods_paid(price, value) if name == "unit_price" and price is not None else 0
    return f" × {times}" if times > 1 else ""


def contradicting_lines(ledger: Ledger) -> Iterator[Hit]:
    """Lines of which one number is the row's and the other is not."""
    for pair in ledger.line_pairs:
        if not pair.contradicts:
            continue
        wrong_price = pair.price is not None and not pair.price[1]
        name, row = ("unit_price", pair.price) if wrong_price else ("quantity", pair.count)
        if row is None:
            continue
        line = ledger.filing.budget_lines[pair.line]
        value: Decimal = getattr(line, name)
        others = [other[0] for other in (pair.price, pair.count) if other is not None and other != row]
        yield Hit(
            Ref(f"indicators[{row[0]}].target"),
            (Ref(f"budget_lines[{pair.line}].{name}"), *(Ref(f"indicators[{other}].target") for other in others)),
            arguments={
                "item": line.item,
                "what": "单价" if wrong_price else "数量",
                "what_en": "unit price" if wrong_price else "quantity",
                "value": value if wrong_price else counted(value),
                "indicator": ledger.filing.indicators[row[0]].name,
                "target": _raw(ledger, row[0]),
            },
            arithmetic=f"{money(value) if wrong_price else count(value)} ≠ {_raw(ledger, row[0]).removeprefix('=')}",
            variant="slip" if pair.slipped else "line",
            severity="warning",
            group=None,
            reconcile=True,
        )


def right_number(ledger: Ledger, position: int, line: BudgetLine) -> tuple[str, Decimal] | None:
    """Which of price and quantity of a line is wrong, and what it should be, where the amounts come to the budget.

    Its rows may say: of a line 60 × 200 = 24,000 beside a price row of 120, the price is the odd number.
    """
    if not line.unit_price or not line.quantity or line.amount is None or not _amounts_hold(ledger):
        return None
    quantity, rest = divmod(line.amount, line.unit_price)
    price = line.amount / line.quantity
    by_price = price * line.quantity == line.amount and price == round(price, 2)
    pair = next((pair for pair in ledger.line_pairs if pair.line == position), None)
    price_fits = pair is not None and pair.price is not None and pair.price[1]
    count_fits = pair is not None and pair.count is not None and pair.count[1]
    if rest == 0 and (price_fits or not by_price) and not count_fits:
        return "quantity", quantity
    return ("unit_price", price) if by_price else None


def _amounts_hold(ledger: Ledger) -> bool:
    amounts = [line.amount for line in ledger.filing.budget_lines]
    known = [amount for amount in amounts if amount is not None]
    return len(known) == len(amounts) and sum(known, Decimal(0)) == ledger.filing.funding.annual_total


def _raw(ledger: Ledger, position: int) -> str:
    target = ledger.filing.indicators[position].target
    return target.raw if target else ""
