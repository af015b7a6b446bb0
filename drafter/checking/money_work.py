"""The money a goal gives for one item, judged beside the line or the price row of that item."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from drafter.checking.emit import Agrees, Hit, Ref
from drafter.checking.show import money
from drafter.checking.stated_money import stated_money
from drafter.checking.words.clauses import WORDS, said_before

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_BACK = 16
"""Characters before a price that may say what it is per."""


def money_work(ledger: Ledger, wrong: AbstractSet[tuple[str, tuple[int, int] | None]]) -> Iterator[Agrees | Hit]:
    """Every amount of the goal that one line or price row repeats.

    Args:
        ledger: The filing.
        wrong: Places of the goal that were found wrong, each of which is said once.
    """
    goal = ledger.text("annual_goal")
    for stated in stated_money(ledger):
        mention = stated.mention
        place = Ref("annual_goal", (mention.start, mention.end))
        if stated.agrees:
            yield Agrees(place, (stated.ref,), f"{mention.text} = {money(stated.value)}")
            continue
        if (place.path, place.span) in wrong:
            continue
        said, value, variant = mention.text, stated.value, "item"
        arithmetic = f"{said} ≠ {money(value)}"
        if stated.by_period is not None and (target := ledger.filing.indicators[stated.by_period].target) is not None:
            said = said_before(goal, mention.start, WORDS, _BACK) + mention.text
            value, variant, arithmetic = target.raw, "period", f"{said} ≠ {target.raw}"
        yield Hit(
            place,
            (stated.ref,),
            arguments={"said": said, "item": stated.name, "value": value},
            arithmetic=arithmetic,
            variant=variant,
            group=None,
            reconcile=True,
        )
