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
    """What lines confirm of rows and of the goal."""
    for pair in ledger.line_pairs:
        for field, row in (("unit_price", pair.price), ("quantity", pair.count)):
            if row is not None and row[1]:
                yield _row_agrees(ledger, pair.line, field, row[0])
    for tie in ledger.line_numbers.rows:
        yield _row_agrees(ledger, tie.line, tie.field, tie.other)
    for tie in ledger.line_numbers.mentions:
        mention = ledger.alignment.mentions[tie.other]
        place = Ref("annual_goal", (mention.start, mention.end))
        yield Agrees(
            Ref(f"budget_lines[{tie.line}].{tie.field}"),
            (place,),
            f"{_shown(ledger, tie.line, tie.field, mention.unit)} = {mention.text}",
        )


def _row_agrees(ledger: Ledger, line: int, field: str, row: int) -> Agrees:
    quantity = ledger.quantities[row]
    shown = _shown(ledger, line, field, quantity.unit if quantity else None)
    raw = _raw(ledger, row).removeprefix("=") + _periods(ledger, line, field, row)
    return Agrees(Ref(f"budget_lines[{line}].{field}"), (Ref(f"indicators[{row}].target"),), f"{shown} = {raw}")


def _shown(ledger: Ledger, line: int, field: str, unit: str | None) -> str:
    """A number of a line, with its unit where another is printed beside it: 35,000平方米 = 3.5万平方米."""
    one = ledger.filing.budget_lines[line]
    value: Decimal = getattr(one, field)
    if field == "unit_price":
        return money(value)
    return count(value) + (one.unit if one.unit and unit and one.unit != unit else "")


def _periods(ledger: Ledger, line: int, field: str, row: int) -> str:
    """The times a price per month or day is paid in one line: × 10."""
    price, value = ledger.quantities[row], ledger.filing.budget_lines[line].unit_price
    times = periods_paid(price, value) if field == "unit_price" and price is not None and value is not None else 0
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
            variant="slip" if pair.slipped else "dearer" if pair.dearer else "line" if others else "count",
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
