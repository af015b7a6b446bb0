"""Of a goal and a row that contradict each other, which is wrong? What else of the filing says what the row says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checking.alignment import Pair
from drafter.checking.quantities import TargetQuantity

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger


class Witnesses:
    """What a filing says besides its annual goal and one row."""

    def __init__(self, ledger: Ledger) -> None:
        self._sums = {(check.claim.total.start, check.total) for check in ledger.sum_checks()}
        annual, total = ledger.filing.funding.annual_total, ledger.prices.total
        balanced = annual is not None and total is not None and total.exact and total.low == annual
        self._paid = {pair.count for pair in ledger.prices.pairs} if balanced else set[int]()
        self._paid |= {pair.count[0] for pair in ledger.line_pairs if pair.count is not None and pair.count[1]}
        self._whole = {(one.entity, one.unit, one.interval) for one in ledger.mentions("overall_goal")}

    def for_row(self, pair: Pair, quantity: TargetQuantity) -> str | None:
        """The words the goal should have where a witness speaks for the row: 1,250 人 of 其中 420、380、450 人.

        A witness is the parts of the sum that the number is the total of, prices whose products with the row come to
        the budget, a budget line of the same number, or the total goal.
        """
        mention = pair.mention
        if pair.relation != "same" or mention.factor != 1 or quantity.single is None:
            return None
        spoken = (
            (mention.start, quantity.interval) in self._sums
            or pair.indicator in self._paid
            or (mention.entity, mention.unit, quantity.interval) in self._whole
        )
        return f"{quantity.digits}{mention.unit or ''}" if spoken else None
