"""A goal and a row that print one number in units of two sorts, and days of the month said twice.

190天 beside 运行天数 190个, 756公里 beside 村道 756条, 每月15日前 beside 每月25日前.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checking.emit import Hit, Ref
from drafter.checking.naming import tokens
from drafter.checking.quantities import TargetQuantity
from drafter.language import Mention
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_NAMING = 20
"""Weight of a word that tells what is counted."""
_TELLING = 2
"""Figures of a number that is no chance: 15 and 756, not 3."""
_SORTS = ("count", "measure", "duration", "percent")
_EVERY_MONTH = lazy(r"每月(?P<day>\d{1,2})[日号]前?", needs=("每月",))


def unit_rows(ledger: Ledger) -> Iterator[tuple[Mention, int]]:
    """Numbers of the goal that no row has, and the one row that prints the same figures in another sort of unit.

    The row names what the goal's number is said of. 人 and 人次, 个 and 所 are one sort; so are 亩 and 平方米.
    """
    rows: dict[str, list[int]] = {}
    for at, quantity in enumerate(ledger.quantities):
        if quantity is not None and quantity.unit and len(quantity.digits.strip("0.")) >= _TELLING:
            rows.setdefault(quantity.digits, []).append(at)
    if not rows:
        return
    for subject in ledger.alignment.about:
        mention = ledger.alignment.mentions[subject.mentions[0]]
        found = rows.get(mention.digits, ()) if mention.kind in _SORTS else ()
        if len(found) != 1 or ledger.alignment.of_mention(mention) is not None or ledger.rows_of(mention.interval):
            continue
        quantity = ledger.quantities[found[0]]
        if quantity is None or not _of_two_sorts(mention, quantity):
            continue
        if any(pair.sure for pair in ledger.alignment.of_indicator(found[0])):
            continue
        name = {token.text for token in tokens(ledger.filing.indicators[found[0]].name) if token.weight >= _NAMING}
        if name & {token.text for token in (*subject.name, *subject.beside)}:
            yield mention, found[0]


def unit_work(ledger: Ledger) -> Iterator[Hit]:
    """Each such number, and the day of every month that the goal and the one row of such days give otherwise."""
    for mention, at in unit_rows(ledger):
        yield _hit(ledger, (mention.start, mention.end), mention.text, at)
    days = list(_EVERY_MONTH.finditer(ledger.text("annual_goal")))
    if len(days) != 1:
        return
    rows = [
        (at, found)
        for at, row in enumerate(ledger.filing.indicators)
        if row.target is not None and (found := _EVERY_MONTH.search(row.target.raw)) is not None
    ]
    if len(rows) == 1 and rows[0][1]["day"] != days[0]["day"]:
        yield _hit(ledger, days[0].span(), days[0][0], rows[0][0])


def _of_two_sorts(mention: Mention, quantity: TargetQuantity) -> bool:
    sort = quantity.dimension.partition(":")[0]
    mine = mention.dimension.partition(":")[0]
    return sort not in ("", mine, "money") and {mine, sort} & {"count", "duration", "percent"} != set()


def _hit(ledger: Ledger, span: tuple[int, int], said: str, at: int) -> Hit:
    row = ledger.filing.indicators[at]
    value = row.target.raw if row.target else ""
    return Hit(
        Ref("annual_goal", span),
        (Ref(f"indicators[{at}].target"),),
        arguments={"said": said, "indicator": row.name, "value": value},
        arithmetic=f"{said} ≠ {value.removeprefix('=')}",
        variant="worded",
        severity="warning",
        group=None,
        reconcile=True,
    )
