"""Times and ages in the words of a target or a name, judged beside the goal's in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checking.emit import Agrees, Hit, Ref
from drafter.checking.said_twice import worded_numbers

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger


def worded_work(ledger: Ledger) -> Iterator[Agrees | Hit]:
    """Times that a target or a name counts from an event in the goal's own words: 进点后60日内."""
    for found in worded_numbers(ledger):
        place = Ref("annual_goal", (found.mention.start, found.mention.end))
        target = Ref(f"indicators[{found.indicator}].{found.field}")
        if found.agrees:
            yield Agrees(place, (target,), f"{found.mention.text} = {found.text}")
            continue
        name = ledger.filing.indicators[found.indicator].name
        yield Hit(
            place,
            (target,),
            arguments={"said": found.mention.text, "indicator": name, "value": found.text},
            arithmetic=f"{found.mention.text} ≠ {found.text}",
            variant="worded",
            severity="warning",
            group=None,
            reconcile=True,
        )
