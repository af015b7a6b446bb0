"""Price and count indicators that multiply: 快递费单价标准 14 元 × 快递件数 1,020 件."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from drafter.checking.assignment import assign
from drafter.checking.lines import agree, line_interval
from drafter.checking.naming import Rarity, likeness
from drafter.checking.price_units import fits, is_count, is_price, months, open_period, paid_per, same_unit, stem, times
from drafter.checking.priced_lines import paid_otherwise
from drafter.checking.quantities import TargetQuantity
from drafter.language import Interval, lookup

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_SURE = 600
_MARGIN = 100
_POSSIBLE = 250
_LONE = 500
_GENERAL = frozenset("个人次项件家名户台套场期份位批处种类点") | {"人次", "批次"}
"""Classifiers that count things of every sort, so that one of them tells nothing of what is paid for."""
_MOST = 40_000
"""Prices times counts; beyond it nobody reads a table."""


@dataclass(frozen=True, slots=True)
class PricePair:
    """A price indicator, the count indicator it is multiplied with, and the product in yuan.

    Attributes:
        price: Position of the price row.
        count: Position of the count row.
        times: How many units are paid for.
        months: How many months, where the price is per month; else 1.
        product: In yuan, with the precision printed.
        sure: No other count comes near, and the price is per unit counted.
    """

    price: int
    count: int
    times: Interval
    months: int
    product: Interval
    sure: bool


class Prices(NamedTuple):
    """The price and count indicators of a table.

    Attributes:
        pairs: Those that multiply, by row of the price.
        loose_prices: Price rows without a count.
        loose_counts: Count rows without a price.
    """

    pairs: tuple[PricePair, ...]
    loose_prices: tuple[int, ...]
    loose_counts: tuple[int, ...]

    @property
    def total(self) -> Interval | None:
        """What all pairs come to in yuan, None without pairs."""
        return _total(self.pairs)

    @property
    def complete(self) -> bool:
        """Every price has its count and every count its price."""
        return bool(self.pairs) and not self.loose_prices and not self.loose_counts


def pair_prices(ledger: Ledger) -> Prices:
    """Pair the price rows of a table with its count rows, one to one.

    Two prices of one count (场地 500 元/次, 讲师 2,000 元/次, 培训 12 次) are taken together only where all of them
    come to the budget: they may as well be two grades of one price.
    """
    rows = {at: quantity for at, quantity in enumerate(ledger.quantities) if quantity is not None}
    prices = [at for at in rows if is_price(ledger.filing.indicators[at].name, rows[at])]
    counts = [at for at in rows if is_count(rows[at], ledger.kinds[at])]
    if not prices or len(prices) * len(counts) > _MOST:
        return Prices((), tuple(prices), tuple(counts))
    scores = _scores(ledger, rows, prices, counts)
    chosen = assign(scores)
    sure = {edge: scores[edge] >= _SURE and regret >= _MARGIN for edge, regret in chosen.items()}
    pairs = _pairs(ledger, rows, sure.items())
    paired = {at for pair in pairs for at in (pair.price, pair.count)}
    loose = [at for at in prices if at not in paired]
    if loose and pairs:
        best: dict[int, tuple[int, int]] = {}
        for edge in sorted(scores, key=lambda edge: scores[edge]):
            if edge[0] in loose and same_unit(rows[edge[0]], rows[edge[1]]):
                best[edge[0]] = edge
        shared = _pairs(ledger, rows, [(edge, False) for edge in best.values()])
        if len(shared) == len(loose) and _comes_to_the_budget(ledger, (*pairs, *shared)):
            pairs, loose = sorted((*pairs, *shared), key=lambda pair: pair.price), []
    counted = [at for at in counts if at not in paired and not rows[at].dimension.startswith("duration")]
    return Prices(tuple(pairs), tuple(loose), tuple(counted))


def _scores(
    ledger: Ledger, rows: Mapping[int, TargetQuantity], prices: Sequence[int], counts: Sequence[int]
) -> dict[tuple[int, int], int]:
    names = {at: stem(ledger.filing.indicators[at].name) for at in (*prices, *counts)}
    rarity = Rarity(list(names.values()))
    alone = 200 if len(prices) == len(counts) == 1 else 0
    lone = _lone(rows, prices, counts)
    scores: dict[tuple[int, int], int] = {}
    for price in prices:
        for count in counts:
            if not fits(rows[price], rows[count]) or paid_otherwise(ledger, rows[price], rows[count]):
                continue
            alike = likeness(names[price], names[count], rarity)
            score = alike.score + alone + (100 if same_unit(rows[price], rows[count]) else 0)
            if (price, count) in lone:
                # 单灯改造成本 1400 元/盏 beside 更换路灯数量 4200 盏: nothing else in the table is counted in 盏.
                score += _LONE
            elif alike.apart or alike.conflict:
                score -= 400
            if score >= _POSSIBLE:
                scores[(price, count)] = score
    return scores


def _lone(rows: Mapping[int, TargetQuantity], prices: Sequence[int], counts: Sequence[int]) -> set[tuple[int, int]]:
    """The one price and the one count of a unit that counts things of one sort (盏, 株, 公里)."""
    paid: dict[str, list[int]] = defaultdict(list)
    counted: dict[str, list[int]] = defaultdict(list)
    for price in prices:
        for part in paid_per(rows[price])[:1]:
            unit = lookup(part)
            if unit is not None and part not in _GENERAL:
                paid[unit.dimension].append(price)
    for count in counts:
        if rows[count].unit not in _GENERAL:
            counted[rows[count].dimension].append(count)
    return {(of[0], counted[unit][0]) for unit, of in paid.items() if len(of) == len(counted.get(unit, ())) == 1}


def _pairs(
    ledger: Ledger, rows: Mapping[int, TargetQuantity], chosen: Iterable[tuple[tuple[int, int], bool]]
) -> list[PricePair]:
    pairs: list[PricePair] = []
    for (price, count), sure in sorted(chosen):
        paid = times(rows[price], rows[count])
        if paid is None:
            continue
        period = open_period(rows[price], rows[count])
        number = (months(ledger) or 1) if period == "月" else 1
        product = rows[price].interval * paid.scale(number)
        pairs.append(PricePair(price, count, paid, number, product, sure and period is None))
    return pairs


def _comes_to_the_budget(ledger: Ledger, pairs: Sequence[PricePair]) -> bool:
    annual, total = ledger.filing.funding.annual_total, _total(pairs)
    if annual is None or total is None:
        return False
    return agree(total, line_interval(ledger.filing, "funding.annual_total", annual))


def _total(pairs: Sequence[PricePair]) -> Interval | None:
    total: Interval | None = None
    for pair in pairs:
        total = pair.product if total is None else total + pair.product
    return total
