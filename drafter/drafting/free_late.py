"""Prices whose thing was taken for something else: settled when the text is read, by its products.

签约居民10万人，每人补5元，50万元: the people are a result by their verb, and what is paid for by the money.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from drafter.drafting.facts import show
from drafter.drafting.free_found import Found
from drafter.drafting.free_money import Amount
from drafter.drafting.free_settling import cost_of
from drafter.drafting.free_units import fits
from drafter.drafting.free_words import doubtful
from drafter.language.interval import exact_product

_HANDED = {"补": "补助", "奖": "奖励", "发": "发放"}


def late_prices(found: Found) -> None:
    """Give prices nothing was counted for to the counted result they are of, or to a thing of their own."""
    found.waiting[:] = [*found.unplaced, *found.waiting]
    found.unplaced.clear()
    for waited in list(found.waiting):
        amount, name, clause = waited
        if amount.unsure:
            continue
        if (target := _result_paid(found, amount)) is not None:
            found.targets.remove(target)
            verb = next((_HANDED[sign] for sign in _HANDED if sign in amount.before), None)
            item = {"name": target["name"].removesuffix("人次"), "quantity": target["value"], "unit": target["unit"]}
            found.items.append({**item, "unit_price": amount.value, "verb": verb})
        elif len(name) > 1 and not doubtful(name) and (total := _sum_of(found, amount)) is not None:
            found.totals.remove(total)
            found.items.append({"name": name, "amount": total.value, "note": clause})
            zh = f"“{clause}”按“{name}”共 {show(total.value)} 元计，请确认"
            found.ask(f"items[{len(found.items) - 1}].amount", zh, f"{clause!r}: {show(total.value)} yuan in all")
        else:
            continue
        found.waiting.remove(waited)


def _sums(found: Found) -> set[Decimal]:
    return {total.value for total in found.totals}


def _costs(found: Found) -> Decimal:
    return sum((cost for item in found.items if (cost := cost_of(item)) is not None), Decimal(0))


def _result_paid(found: Found, amount: Amount) -> dict[str, Any] | None:
    """The one counted result whose product with a price is a sum the text names."""
    paid = [
        target
        for target in found.targets
        if isinstance(target["value"], Decimal)
        and target.get("comparator") == "="
        and target.get("unit")
        and fits(target, amount.per)
        and {product := exact_product(target["value"], amount.value), product + _costs(found)} & _sums(found)
    ]
    return paid[0] if len(paid) == 1 and amount.period in (None, "年") else None


def _sum_of(found: Found, amount: Amount) -> Any:
    """The one loose sum that nothing else costs and that a price divides: 生活补贴每天50元，每期20天，12万."""
    costs = {cost for item in found.items if (cost := cost_of(item)) is not None}
    loose = [
        total
        for total in found.totals
        if not total.sure
        and total.value not in costs
        and total.value > amount.value
        and total.value % amount.value == 0
    ]
    return loose[0] if len(loose) == 1 and any(total.sure for total in found.totals) else None
