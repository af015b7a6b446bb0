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

_FIELDS = {
    "annual_goal": {"field": "目标", "field_en": "the goal"},
    "narrative": {"field": "项目说明", "field_en": "the explanation"},
}
_BACK = 16
"""Characters before a price that may say what it is per."""


def money_work(ledger: Ledger, wrong: AbstractSet[tuple[str, tuple[int, int] | None]]) -> Iterator[Agrees | Hit]:
    """Every amount of the goal or the narrative that one line or price row repeats.

    Args:
        ledger: The filing.
        wrong: Places of the texts that were found wrong, each of which is said once.
    """
    for path in ("annual_goal", "narrative"):
        yield from _of_text(ledger, path, wrong)


def _of_text(
    ledger: Ledger, path: str, wrong: AbstractSet[tuple[str, tuple[int, int] | None]]
) -> Iterator[Agrees | Hit]:
    text = ledger.text(path)
    for stated in stated_money(ledger, path):
        mention = stated.mention
        place = Ref(path, (mention.start, mention.end))
        if stated.agrees:
            yield Agrees(place, (stated.ref, *stated.others), f"{mention.text} = {money(stated.value)}")
            continue
        if (place.path, place.span) in wrong:
            continue
        said, value, variant = mention.text, stated.value, "item"
        arithmetic = f"{said} ≠ {money(value)}"
        if stated.by_period is not None and (target := ledger.filing.indicators[stated.by_period].target) is not None:
            said = said_before(text, mention.start, WORDS, _BACK) + mention.text
            value, variant, arithmetic = target.raw, "period", f"{said} ≠ {target.raw}"
        yield Hit(
            place,
            (stated.ref, *stated.others),
            arguments={**_FIELDS[path], "said": said, "item": stated.name, "value": value},
            arithmetic=arithmetic,
            variant=variant,
            group=None,
            reconcile=True,
        )
