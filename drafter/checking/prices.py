"""Price and count indicators that multiply: 快递费单价标准 14 元 × 快递件数 1,020 件."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checking.assignment import assign
from drafter.checking.levels import Kind
from drafter.checking.naming import Rarity, Token, likeness, tokens
from drafter.checking.quantities import TargetQuantity
from drafter.language import Interval, lookup, same_dimension
from drafter.language.interval import exact_product

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_PRICE_NAME = re.compile(
    r"单价|单位成本|单位造价|人均|户均|亩均|次均|每[一-鿿]{1,3}(成本|费用|金额|补助|补贴)"
    r"|(补助|补贴|资助|奖励|发放|收费|费用|支付|课酬|工资)标准"
)
_NOT_PRICE = re.compile(r"总成本|总额|总金额|总费用|总投入|成本总|总造价|控制数|控制额|收入|产值|效益|节约|节省|偏差")
# What a price name says about being a price; the rest is what is paid for.
_PRICE_WORDS = re.compile(
    r"单价标准|单价|单位成本|单位造价|标准|成本|费用|控制|价格|人均|户均|亩均|次均|金额|邮资|费(?!用)"
)
_PERIODS = ("年", "月", "日", "天", "次", "学期", "季度", "周")
_SURE = 600
_MARGIN = 100
_POSSIBLE = 250


@dataclass(frozen=True, slots=True)
class PricePair:
    """A price indicator, the count indicator it is multiplied with, and the product in yuan.

    Attributes:
        price: Position of the price row.
        count: Position of the count row.
        times: How many units are paid for.
        product: In yuan, with the precision printed.
        sure: No other count comes near, and the price is per unit counted.
    """

    price: int
    count: int
    times: Interval
    product: Interval
    sure: bool


@dataclass(frozen=True, slots=True)
class Prices:
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
        total: Interval | None = None
        for pair in self.pairs:
            total = pair.product if total is None else total + pair.product
        return total

    @property
    def complete(self) -> bool:
        """Every price has its count and every count its price."""
        return bool(self.pairs) and not self.loose_prices and not self.loose_counts


def pair_prices(ledger: Ledger) -> Prices:
    """Pair the price rows of a table with its count rows, one to one."""
    prices = [at for at, row in enumerate(ledger.filing.indicators) if _is_price(row.name, ledger.quantities[at])]
    counts = [at for at, quantity in enumerate(ledger.quantities) if _is_count(quantity, ledger.kinds[at])]
    if not prices or len(prices) * len(counts) > 40_000:
        return Prices((), tuple(prices), tuple(counts))
    names = {at: _stem(ledger, at) for at in (*prices, *counts)}
    rarity = Rarity(list(names.values()))
    scores: dict[tuple[int, int], int] = {}
    for price in prices:
        for count in counts:
            score = _score(ledger, price, count, names, rarity, alone=len(prices) == len(counts) == 1)
            if score >= _POSSIBLE:
                scores[(price, count)] = score
    chosen = assign(scores)
    pairs: list[PricePair] = []
    for (price, count), regret in sorted(chosen.items()):
        cost = _quantity(ledger, price)
        times = _times(cost, _quantity(ledger, count))
        open_ended = _per_period(cost, _quantity(ledger, count))
        sure = scores[(price, count)] >= _SURE and regret >= _MARGIN and not open_ended
        pairs.append(PricePair(price, count, times, cost.interval * times, sure))
    paired = {at for pair in pairs for at in (pair.price, pair.count)}
    counts = [at for at in counts if not _quantity(ledger, at).dimension.startswith("duration")]
    return Prices(
        tuple(pairs), tuple(at for at in prices if at not in paired), tuple(at for at in counts if at not in paired)
    )


def _score(
    ledger: Ledger, price: int, count: int, names: dict[int, tuple[Token, ...]], rarity: Rarity, *, alone: bool
) -> int:
    per = _per(_quantity(ledger, price))
    counted = _quantity(ledger, count).unit or ""
    if per and per[0] not in _PERIODS and not _same_unit(per[0], counted):
        return 0
    if _quantity(ledger, count).dimension.startswith("duration") and not (per and _same_unit(per[0], counted)):
        # A response time is no count; hours of service at 元/小时 are.
        return 0
    alike = likeness(names[price], names[count], rarity)
    score = alike.score + (100 if per and _same_unit(per[0], counted) else 0) + (200 if alone else 0)
    return score - (400 if alike.apart or alike.conflict else 0)


def _same_unit(per: str, unit: str) -> bool:
    return same_dimension(per, unit)


def _times(price: TargetQuantity, count: TargetQuantity) -> Interval:
    """How many units are paid for, in the unit the price is per: 2.1 万吨 at 180 元/吨 is 21,000.

    A planned length or weight multiplies as it stands, as a count does; what is printed in 万 is a rounding.
    """
    unit = lookup(count.unit)
    paid = next((lookup(part) for part in _per(price) if _same_unit(part, count.unit or "")), None)
    factor = Decimal(1)
    if unit is not None and paid is not None and unit.factor != paid.factor:
        factor = unit.factor / paid.factor
    elif unit is not None and paid is None and count.dimension.startswith(("count", "person")):
        factor = unit.factor
    if (count.unit or "").startswith("万"):
        return Interval.printed(count.digits, factor)
    return Interval.point(exact_product(Decimal(count.digits), factor))


def _quantity(ledger: Ledger, position: int) -> TargetQuantity:
    quantity = ledger.quantities[position]
    assert quantity is not None  # noqa: S101  (only rows with a number are paired)
    return quantity


def _per(quantity: TargetQuantity) -> Sequence[str]:
    return [part for part in re.split("[/／·•]", quantity.unit or "")[1:] if part]


def _per_period(price: TargetQuantity, count: TargetQuantity) -> bool:
    """元/人·月: how many months are counted is not in the pair. 元/天 and a count in 天 leave nothing open."""
    parts = [part for part in _per(price) if not _same_unit(part, count.unit or "")]
    return any(part in _PERIODS and part not in ("次", "年") for part in parts)


def _is_price(name: str, quantity: TargetQuantity | None) -> bool:
    if quantity is None or not quantity.dimension.startswith("money") or quantity.comparator not in ("=", "<="):
        return False
    if _NOT_PRICE.search(name):
        return False
    return bool(_per(quantity)) or bool(_PRICE_NAME.search(name))


def _is_count(quantity: TargetQuantity | None, kind: Kind) -> bool:
    """An amount delivered. Benefits (游客 9000 人次) and nothing at all (故障 0 次) are not paid for by the piece."""
    if quantity is None or quantity.comparator not in ("=", ">=") or quantity.interval.high <= 0:
        return False
    if kind in ("benefit", "satisfaction", "influence"):
        return False
    return quantity.dimension == "person" or quantity.dimension.startswith(
        ("count", "area", "length", "volume", "mass", "duration")
    )


def _stem(ledger: Ledger, position: int) -> tuple[Token, ...]:
    name = ledger.filing.indicators[position].name
    return tokens(_PRICE_WORDS.sub("", name)) or tokens(name)
