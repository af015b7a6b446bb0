"""Budget lines and the price and count rows that are the same item: 保安 66,000 × 2 and 辅助用工人数 2."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from drafter.checking.assignment import Edge, assign
from drafter.checking.dimensions import classifiers
from drafter.checking.funding import addend_lines
from drafter.checking.lines import agree, line_interval
from drafter.checking.naming import Likeness, Rarity, Token, likeness, tokens
from drafter.checking.price_units import is_bare_count, is_count, is_price, may_price, paid_per, stem, times
from drafter.checking.quantities import TargetQuantity
from drafter.checking.show import middle
from drafter.language import Interval, lookup, same_dimension
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_SURE = 600
_MARGIN = 100
_POSSIBLE = 300
_PERIODS = {"月": 12, "周": 53, "天": 366, "日": 366}
"""Periods of a price, and how many of them a year has."""
_ZEROS = 4
_OFTEN = ("次", "场", "期", "批", "轮", "季", "个月", "月", "天")
_WITHIN = 150
"""Bonus of a row in whose name the line is printed as it stands."""
_ONE_UNIT = 100
"""Bonus of a row that counts in the unit of the line."""
_NOTHING: Mapping[Any, Any] = {}
# 记账补贴 720 户 counts those it is paid for: 记账户数量.
_PAID_FOR = lazy(r"(?:补[贴助]|奖补|报酬|劳务|外包|租[赁用]|工程|经?费用?|支出)+$")
_MOST = 40_000
"""Lines times rows; beyond it nobody reads a table."""


@dataclass(frozen=True, slots=True)
class LinePair:
    """A budget line and the rows that name the same item; None where no row surely does.

    Attributes:
        line: Position of the line.
        price: Position of the price row, and whether its price is the line's.
        count: Position of the count row, and whether its number is the line's.
        one_unit: The line prints the unit of the count row.
        slipped: The price row is ten, a hundred or more times the line's price for one of the same unit, or as small a
            part of it.
        dearer: The line pays more for one than the price row allows, or another price than the one it gives.
    """

    line: int
    price: tuple[int, bool] | None
    count: tuple[int, bool] | None
    one_unit: bool
    slipped: bool = False
    dearer: bool = False

    @property
    def contradicts(self) -> bool:
        """One of the two numbers is the line's and the other is not; or the count differs though its unit does not.

        Where both differ the line may break the work down in another way.
        """
        if self.price is not None and self.count is not None:
            return self.price[1] != self.count[1]
        return self.slipped or self.dearer or (self.count is not None and self.one_unit and not self.count[1])


def pair_lines(ledger: Ledger) -> tuple[LinePair, ...]:
    """Pair the lines of the breakdown with price and count rows by name, each one to one."""
    filing = ledger.filing
    lines = [at for at in addend_lines(filing)[0] if filing.budget_lines[at].quantity is not None]
    rows = {at: quantity for at, quantity in enumerate(ledger.quantities) if quantity is not None}
    prices = [at for at in rows if is_price(filing.indicators[at].name, rows[at])]
    counts = [
        at
        for at in rows
        if is_count(rows[at], ledger.kinds[at]) or is_bare_count(filing.indicators[at].name, rows[at], ledger.kinds[at])
    ]
    if not lines or len(lines) * (len(prices) + len(counts)) > _MOST:
        return ()
    named = {at: stem(filing.indicators[at].name) for at in (*prices, *counts)}
    items = {at: tokens(filing.budget_lines[at].item) for at in lines}
    rarity = Rarity([*named.values(), *items.values()])
    # 新建助餐点补助 and 改造助餐点补助 have the same words that weigh: the one printed within the row's name is meant.
    within = {
        (line, at)
        for line in lines
        for at in named
        if (item := filing.budget_lines[line].item) and item in filing.indicators[at].name
    }
    price_of = dict(_matched(items, {at: named[at] for at in prices}, rarity, within))
    bare = {at: tokens(_PAID_FOR.sub("", filing.budget_lines[at].item)) for at in lines}
    units = {(line, at): _unit(filing.budget_lines[line].unit, rows[at]) for line in lines for at in counts}
    count_of = dict(_matched(items, {at: named[at] for at in counts}, rarity, within, units, bare))
    found: list[LinePair] = []
    for at in lines:
        price, count = price_of.get(at), count_of.get(at)
        if filing.budget_lines[at].unit_price is None:
            # A line without a price neither confirms a price row nor contradicts it.
            price = None
        if price is not None and not _price_equal(ledger, at, rows[price]):
            # 人均日成本 450 元/人·天 beside a line of 110,000 for each 期: the prices of two things.
            price = price if may_price(paid_per(rows[price]), filing.budget_lines[at].unit) else None
        if price is None and count is None:
            continue
        if count is not None and not _count_equal(ledger, at, rows, price, count):
            # 研学营 400 × 600 beside 研学营期数 8 and 研学营参加学生人数 400: the line counts what another row counts.
            others = [other for other in counts if other != count and likeness(items[at], named[other], rarity).shared]
            equal = any(_count_equal(ledger, at, rows, price, other) for other in others)
            often = any(_times_over(ledger, at, rows[count], rows[other]) for other in counts if other != count)
            often = often or (price is not None and _counts_periods(ledger, at, rows[price], rows[count]))
            if (
                equal
                or often
                or _one_of_parts(ledger, at, items, rows[count])
                or _other_things(filing.budget_lines[at].unit, rows[count])
            ):
                count = None
        if price is None and count is None:
            continue
        slipped = count is None and price is not None and _slipped(ledger, at, rows[price])
        dearer = count is None and price is not None and _dearer(ledger, at, price, prices)
        unit = filing.budget_lines[at].unit
        counted = rows[count].unit if count is not None else None
        found.append(
            LinePair(
                at,
                None if price is None else (price, _price_equal(ledger, at, rows[price])),
                None if count is None else (count, _count_equal(ledger, at, rows, price, count)),
                bool(unit and counted and same_dimension(unit, counted)),
                slipped,
                dearer,
            )
        )
    return tuple(found)


def _matched(
    items: Mapping[int, Sequence[Token]],
    rows: Mapping[int, Sequence[Token]],
    rarity: Rarity,
    within: Set[Edge],
    units: Mapping[Edge, int] = _NOTHING,
    bare: Mapping[int, Sequence[Token]] = _NOTHING,
) -> list[Edge]:
    scores: dict[Edge, int] = {}
    for line, item in items.items():
        for row, name in rows.items():
            said = {tuple(item), tuple(bare.get(line, ()))} - {()}
            score = max((_score(likeness(one, name, rarity)) for one in said), default=0)
            if score >= _POSSIBLE:
                scores[(line, row)] = score + (_WITHIN if (line, row) in within else 0) + units.get((line, row), 0)
    return [edge for edge, regret in assign(scores).items() if scores[edge] >= _SURE and regret >= _MARGIN]


def _score(alike: Likeness) -> int:
    return alike.score - (400 if alike.apart or alike.conflict else 0)


def _unit(unit: str | None, row: TargetQuantity) -> int:
    """What the units say: 培训费 4 期 is the 培训期数 and not the 培训人次, whose names are as near."""
    return _ONE_UNIT if unit and row.unit and same_dimension(unit, row.unit) else 0


def _other_things(unit: str | None, row: TargetQuantity) -> bool:
    """A line that counts 平方米 says nothing of a row that counts 小区, however alike their names."""
    known = lookup(unit)
    if known is None or not row.dimension or known.dimension == row.dimension:
        return False
    return classifiers(known.dimension, row.dimension) is None


def _price_equal(ledger: Ledger, line: int, price: TargetQuantity) -> bool:
    value = ledger.filing.budget_lines[line].unit_price
    if value is None:
        return False
    printed = line_interval(ledger.filing, f"budget_lines[{line}].unit_price", value)
    return agree(price.interval, printed) or periods_paid(price, value) > 1


def periods_paid(price: TargetQuantity, value: Decimal) -> int:
    """How many months or days a line pays at once, 0 where it does not come out.

    So 10 of 2600 元/人·月 beside 26,000 a head, and 200 of 5 元/生·天 beside 1,000.
    """
    one = price.single
    most = max((_PERIODS.get(per, 0) for per in paid_per(price)), default=0)
    if not most or not one or not 1 <= (times := value / one) <= most:
        return 0
    return int(times) if exact_product(one, Decimal(int(times))) == value else 0


def _slipped(ledger: Ledger, at: int, price: TargetQuantity) -> bool:
    """2000 元/头 beside a line at 20 a head: a point or a zero went wrong.

    A price per month or day is paid many times, and so is one that a row of as many times stands beside.
    """
    line, per, one = ledger.filing.budget_lines[at], paid_per(price), price.single
    unit, paid = lookup(line.unit), lookup(per[0]) if len(per) == 1 else None
    if unit is None or paid is None or unit.dimension != paid.dimension or not one or not line.unit_price:
        return False
    mine, theirs = exact_product(one, unit.factor), exact_product(line.unit_price, paid.factor)
    high, low = max(mine, theirs), min(mine, theirs)
    times = next((zeros for zeros in range(1, _ZEROS + 1) if exact_product(low, Decimal(10**zeros)) == high), 0)
    said = {quantity.single for quantity in ledger.quantities if quantity is not None}
    return times > 0 and Decimal(10**times) not in said


def _dearer(ledger: Ledger, at: int, row: int, prices: Sequence[int]) -> bool:
    """Whether a line pays for one of the row's things what the row does not allow: 购置 900 元/张 beside ≤100 元/张.

    A price of several things (清淤 48 元 and 外运 22 元 beside a line at 70 元) or of several times is none of one.
    """
    line, price = ledger.filing.budget_lines[at], ledger.quantities[row]
    value = line.unit_price
    if price is None or value is None or price.single is None or price.single <= 0:
        return False
    per, unit = paid_per(price), line.unit
    if len(per) != 1 or not unit or not same_dimension(per[0], unit) or _price_equal(ledger, at, price):
        return False
    said = [one.single for other in prices if (one := ledger.quantities[other]) is not None and one.single is not None]
    low, high = sorted((value, price.single))
    if high % low == 0 or any(one + price.single == value or one == value for one in said):
        return False
    return price.comparator == "=" or value > price.single


def _one_of_parts(ledger: Ledger, at: int, items: Mapping[int, Sequence[Token]], count: TargetQuantity) -> bool:
    """综合演练 2 次 and 专项演练 6 次 beside 演练次数 8: the row counts what several lines pay for."""
    line, words = ledger.filing.budget_lines[at], {token.text for token in items[at]}
    parts = [
        other.quantity
        for position, of in items.items()
        if position != at
        and not words.isdisjoint([token.text for token in of])
        and (other := ledger.filing.budget_lines[position]).unit == line.unit
        and other.quantity is not None
    ]
    if not parts or line.quantity is None:
        return False
    left = None if count.single is None else count.single - line.quantity
    return left is not None and (left in parts or sum(parts, Decimal(0)) == left)


def _times_over(ledger: Ledger, at: int, count: TargetQuantity, other: TargetQuantity) -> bool:
    """The line counts each time: 慰问 176 人次 beside 88 户 and 慰问次数 2 次, 74.4 公里 beside 12.4 公里 and 6 次."""
    value, unit = ledger.filing.budget_lines[at].quantity, lookup(ledger.filing.budget_lines[at].unit)
    if value is not None and unit is not None and unit.dimension == count.dimension:
        value = exact_product(value, unit.factor)
    if value is None or other.unit not in _OFTEN or count.comparator == "range" or other.single is None:
        return False
    return exact_product(middle(count.interval), other.single) == value


def _counts_periods(ledger: Ledger, at: int, price: TargetQuantity, count: TargetQuantity) -> bool:
    """The line counts each month or day that is paid: 13,800 at 800 元/人·月 beside 1150 个."""
    line, paid = ledger.filing.budget_lines[at], paid_per(price)
    periods = [part for part in paid[1:] if part in _PERIODS]
    if not periods or line.quantity is None or count.single is None or not _price_equal(ledger, at, price):
        return False
    most = _PERIODS[periods[0]]
    return any(exact_product(count.single, Decimal(times)) == line.quantity for times in range(2, most + 1))


def _count_equal(ledger: Ledger, line: int, rows: Mapping[int, TargetQuantity], price: int | None, count: int) -> bool:
    value = ledger.filing.budget_lines[line].quantity
    printed = rows[count].interval
    if price is not None:
        printed = times(rows[price], rows[count]) or printed
    if value is None:
        return False
    unit, counted = ledger.filing.budget_lines[line].unit, rows[count].unit
    said = line_interval(ledger.filing, f"budget_lines[{line}].quantity", value)
    known = lookup(unit)
    if known is not None and counted is not None and same_dimension(unit, counted):
        # 50,000 亩 beside 5 万亩, 35,000 平方米 beside 3.5 万平方米: one area, whatever unit each is printed in.
        same = unit == counted and Decimal(rows[count].digits) == value
        return same or agree(rows[count].interval, said.scale(known.factor))
    return agree(printed, said) or (not unit and _in_own_unit(rows[count], said))


def _in_own_unit(row: TargetQuantity, said: Interval) -> bool:
    """A line without a unit counts in that of its row, with or without its 万: 15.8 beside 15.8 公里."""
    plain = lookup((row.unit or "").removeprefix("万"))
    scales = (Decimal(1), Decimal(10_000)) if (row.unit or "").startswith("万") else (Decimal(1),)
    return plain is not None and any(agree(Interval.printed(row.digits, scale), said) for scale in scales)
