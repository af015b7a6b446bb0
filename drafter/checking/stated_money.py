"""Money the goal gives for one item, beside the line or price row of that item: 终端每套 4200 元, 培训费 42 万元."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from drafter.checking.assignment import Edge, assign
from drafter.checking.emit import Ref
from drafter.checking.funding import addend_lines
from drafter.checking.lines import agree, line_interval
from drafter.checking.money_items import NAMING, paid_for
from drafter.checking.naming import Rarity, Token, likeness, tokens
from drafter.checking.only_numbers import each_of
from drafter.checking.price_units import is_price, may_price, stem
from drafter.checking.show import middle
from drafter.checking.slips import one_slip
from drafter.checking.unit_money import unit_money
from drafter.checking.words.clauses import WORDS, said_before
from drafter.language import Interval, Mention
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_SURE = 600
_MARGIN = 120
_POSSIBLE = 300
_MOST = 60
"""Amounts of one goal, and lines of one breakdown; beyond it nobody reads a goal."""
_FIGURES = 3
_PERIODS = (2, 4, 6, 9, 10, 11, 12, 52, 365)
_DAYS = 366
_DAILY = lazy(r"每(?:[天日次周场]|课时|小时|学时)[^，,。；;：:、\d]{0,8}$")


class StatedMoney(NamedTuple):
    """Money of the goal and the cell that gives the same item's.

    Attributes:
        mention: The money in the goal.
        ref: The cell.
        name: Its item.
        value: What it prints, in yuan.
        unit: It is the price of one.
        agrees: The two are one amount as far as printed.
        by_period: Position of the row that has the same amount by the year, which the goal has by the month, or so.
        others: The other lines whose amounts make up `value` with that of `ref`.
    """

    mention: Mention
    ref: Ref
    name: str
    value: Decimal
    unit: bool
    agrees: bool
    by_period: int | None = None
    others: tuple[Ref, ...] = ()


class _Cell(NamedTuple):
    ref: Ref
    name: str
    words: tuple[Token, ...]
    value: Decimal
    interval: Interval
    unit: bool
    per: str | None = None
    bounds: bool = False
    """It is a most itself, or an amount."""


def stated_money(ledger: Ledger, path: str = "annual_goal") -> list[StatedMoney]:
    """The money of a text that one line or price row surely repeats; what equals any of them is left alone.

    A narrative says much besides the breakdown: another number than a line's counts there only where others agree.
    """
    text = ledger.text(path)
    said = [one for one in ledger.mentions(path) if one.kind == "money" and one.comparator in ("=", "<=")]
    # 随访 340 例，预算 58 万元: what is the whole budget is that of no item.
    said = [one for one in said if not _is_whole(ledger, one)]
    if not said or len(said) > _MOST:
        return []
    cells = _cells(ledger)
    if len(cells) > 3 * _MOST:
        return []
    names = [cell.name for cell in cells]
    rarity = Rarity([cell.words for cell in cells])
    scores: dict[Edge, int] = {}
    several: list[StatedMoney] = []
    items: dict[int, tuple[tuple[Token, ...], bool]] = {}
    for at, mention in enumerate(said):
        found = paid_for(text, mention, ledger.mentions(path), names)
        if found is None:
            continue
        words, unit = found
        if not unit and (group := _of_several(mention, words, cells)) is not None:
            several.append(group)
            continue
        items[at] = words, unit
        told = _told_by(words, [cell for cell in cells if cell.unit == unit])
        for position, cell in enumerate(cells):
            if cell.unit == unit:
                alike = likeness(words, cell.words, rarity)
                score = alike.score - (400 if alike.apart or alike.conflict else 0)
                if score >= _POSSIBLE and alike.shared and told <= {token.text for token in cell.words}:
                    scores[(at, position)] = score
    claimed: list[StatedMoney] = []
    for (at, position), regret in assign(scores).items():
        mention, cell = said[at], cells[position]
        interval = mention.interval
        if interval is None or scores[(at, position)] < _SURE or regret < _MARGIN:
            continue
        equal = agree(interval, cell.interval)
        elsewhere = any(agree(interval, other.interval) for other in cells)
        taken = any(one.interval is not None and agree(one.interval, cell.interval) for one in said)
        # 人均费用450元/天 beside a line of 110,000 for each 期.
        apart = cell.unit and not may_price(_pers(text, mention), cell.per)
        daily = cell.unit and _DAILY.search(text, max(0, mention.start - _MOST), mention.start) is not None
        # 每套不超过4500元 is kept by a line of 4,200 a set.
        kept = not cell.bounds and mention.comparator == "<=" and cell.interval.before(interval)
        if equal or not (elsewhere or taken or apart or kept or _of_a_period(interval, cell.interval, daily=daily)):
            claimed.append(StatedMoney(mention, cell.ref, cell.name, cell.value, cell.unit, equal))
    claimed += several
    claimed += _left(said, {at: words for at, (words, unit) in items.items() if not unit}, cells, claimed)
    if path != "annual_goal":
        return claimed if any(one.agrees for one in claimed) else []
    # What a line confirms a row may still contradict.
    odd = {one.mention.start for one in claimed if not one.agrees}
    known = {one.mention.start for one in claimed}
    for one in unit_money(ledger, text, said):
        if one.mention.start not in (known if one.agrees else odd):
            ref = Ref(f"indicators[{one.indicator}].target")
            by_period = one.indicator if one.other_period else None
            claimed.append(StatedMoney(one.mention, ref, one.name, one.value, True, one.agrees, by_period))
    return claimed


def _left(
    said: Sequence[Mention], sums: Mapping[int, Sequence[Token]], cells: Sequence[_Cell], claimed: Sequence[StatedMoney]
) -> list[StatedMoney]:
    """The amounts for which one line is left that shares a word: 校舍维修35万元 and 维修（护）费 350,000."""
    known = {one.mention.start for one in claimed}
    taken = {one.ref for one in claimed}
    lines: dict[Decimal, list[_Cell]] = defaultdict(list)
    for cell in cells:
        if cell.ref.path.endswith(".amount") and cell.ref not in taken:
            lines[cell.value].append(cell)
    left = [at for at in sums if said[at].start not in known]
    times = Counter(Decimal(said[at].number) for at in left)
    found: list[StatedMoney] = []
    for at in left:
        value = Decimal(said[at].number)
        if times[value] == len(lines.get(value, ())) == 1:
            [cell] = lines[value]
            # 159 万元 stands in two places by no chance.
            exact = len(value.normalize().as_tuple().digits) >= _FIGURES
            if exact or {token.text for token in sums[at]} & {token.text for token in cell.words}:
                found.append(StatedMoney(said[at], cell.ref, cell.name, cell.value, False, agrees=True))
    return found


def _pers(text: str, mention: Mention) -> Sequence[str]:
    """What the text says that a price is per: 人 and 天 of 人均费用450元/天."""
    before = said_before(text, mention.start, WORDS, 24)
    stroke = (mention.unit or "").replace("／", "/").partition("/")[2]
    return (*filter(None, re.split("[·•/]", stroke)), *each_of(before))


def _is_whole(ledger: Ledger, mention: Mention) -> bool:
    return any(
        value is not None and mention.interval is not None and mention.interval.contains(value)
        for value in (ledger.filing.funding.annual_total, ledger.filing.funding.project_total)
    )


def _of_several(mention: Mention, words: Sequence[Token], cells: Sequence[_Cell]) -> StatedMoney | None:
    """What the lines come to that all have the words: 运营补贴63万元 of 堂食运营补贴 and 送餐运营补贴.

    Another amount than the sum counts only where it is a slip of it.
    """
    named = {token.text for token in words if token.weight >= NAMING}
    lines = [one for one in cells if not one.unit and one.ref.path.endswith(".amount")]
    group = [one for one in lines if named and named <= {token.text for token in one.words}]
    if not 2 <= len(group) < len(lines) or mention.interval is None:
        return None
    total = sum((one.value for one in group), Decimal(0))
    agrees = mention.interval.contains(total)
    if not agrees and not (one_slip(Decimal(mention.number), total) and mention.comparator == "="):
        return None
    if any(agree(mention.interval, one.interval) for one in cells):
        return None
    name = "、".join(one.name for one in group)
    return StatedMoney(mention, group[0].ref, name, total, False, agrees, others=tuple(one.ref for one in group[1:]))


def _told_by(words: Sequence[Token], cells: Sequence[_Cell]) -> Set[str]:
    """The words that tell the items apart: 更新 of 更新健身器材 beside 健身路径更新 and 器材维护."""
    said = {token.text for token in words}
    named = [said.intersection(token.text for token in cell.words) for cell in cells]
    return {word for one in named for word in one if not all(word in other for other in named)}


def _of_a_period(one: Interval, other: Interval, *, daily: bool = False) -> bool:
    """每人每月 5,000 元 beside a line of 60,000 a year: the one is paid several times."""
    low, high = sorted((middle(one), middle(other)))
    if low <= 0 or high % low:
        return False
    # 每生每天补助4元 beside 800 a pupil: the days of school are no days of the calendar.
    return high // low in _PERIODS or (daily and high // low <= _DAYS)


def _cells(ledger: Ledger) -> list[_Cell]:
    filing = ledger.filing
    cells: list[_Cell] = []
    for at in addend_lines(filing)[0]:
        line = filing.budget_lines[at]
        for field, value in (("unit_price", line.unit_price), ("amount", line.amount)):
            if value and not (field == "unit_price" and line.quantity == 1):
                path = f"budget_lines[{at}].{field}"
                interval = line_interval(filing, path, value)
                cells.append(
                    _Cell(
                        Ref(path),
                        line.item,
                        tokens(line.item),
                        value,
                        interval,
                        field == "unit_price",
                        line.unit,
                        bounds=field == "amount",
                    )
                )
    if cells:
        return cells
    for at, (row, quantity) in enumerate(zip(filing.indicators, ledger.quantities, strict=True)):
        if quantity is not None and is_price(row.name, quantity):
            value = quantity.shown
            path = f"indicators[{at}].target"
            words, most = stem(row.name), quantity.comparator == "<="
            cells.append(_Cell(Ref(path), row.name, words, value, quantity.interval, unit=True, bounds=most))
    return cells
