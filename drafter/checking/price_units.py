"""What a price is paid for and how often: units of price rows and count rows, brought together."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checking.dimensions import classifiers
from drafter.checking.levels import Kind
from drafter.checking.naming import Token, tokens
from drafter.checking.quantities import TargetQuantity
from drafter.checking.words.names import is_rate, promises_number
from drafter.language import Interval, lookup, same_dimension
from drafter.language.interval import exact_product
from drafter.language.memory import remembered
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_PRICE_NAME = lazy(
    r"单价|单位成本|单位造价|人均|户均|亩均|次均|每[^\W\da-zA-Z_]{1,3}(成本|费用|金额|补助|补贴)"
    r"|(补助|补贴|资助|奖励|发放|收费|费用|支付|课酬|工资)标准"
    r"|(?<![简菜清名账订])单(?![位项独一元体])[^\W\da-zA-Z_]{1,6}(价格|造价|成本|费用)$"
)
_NOT_PRICE = lazy(r"总成本|总额|总金额|总费用|总投入|成本总|总造价|控制数|控制额|收入|产值|效益|节约|节省|偏差")
# What a price name says about being a price; the rest is what is paid for.
_PRICE_WORDS = lazy(r"单价标准|单价|单位成本|单位造价|标准|成本|费用|控制|价格|人均|户均|亩均|次均|金额|邮资|费(?!用)")
_STROKE = lazy(r"[/／·•]")
_PERIODS = ("年", "月", "日", "天", "次", "学期", "季度", "周")
_MEASURED = ("area", "length", "volume", "mass")
_YEAR_OR_TIME = ("次", "年")
"""A price per year or per time is paid once for each that is counted."""


@remembered(2048)
def stem(name: str) -> tuple[Token, ...]:
    """What a price row or a count row is about: 快递费单价标准 and 快递件数 are both about 快递."""
    return tokens(_PRICE_WORDS.sub("", name)) or tokens(name)


def is_price(name: str, quantity: TargetQuantity | None) -> bool:
    """A row that prices one of something: 元/件, or a name that says 单价, 人均, 补助标准."""
    if quantity is None or not quantity.dimension.startswith("money") or quantity.comparator not in ("=", "<="):
        return False
    return not _NOT_PRICE.search(name) and (bool(paid_per(quantity)) or bool(_PRICE_NAME.search(name)))


def is_count(quantity: TargetQuantity | None, kind: Kind) -> bool:
    """An amount delivered. Benefits (游客 9000 人次) and nothing at all (故障 0 次) are not paid for by the piece."""
    if quantity is None or quantity.comparator not in ("=", ">=") or quantity.interval.high <= 0:
        return False
    if kind in ("benefit", "satisfaction", "influence"):
        return False
    return quantity.dimension == "person" or quantity.dimension.startswith(
        ("count", "area", "length", "volume", "mass", "duration")
    )


def is_bare_count(name: str, quantity: TargetQuantity | None, kind: Kind) -> bool:
    """A number without a unit of which the name says that it counts: 高拍仪采购数量 ≥12."""
    if quantity is None or quantity.dimension or kind != "output" or is_rate(name) or not promises_number(name):
        return False
    return quantity.comparator in ("=", ">=") and quantity.interval.high > 0


def paid_per(price: TargetQuantity) -> Sequence[str]:
    """What the price is per: 人 and 月 of 元/人·月."""
    return _behind_strokes(price.unit or "")


@remembered(512)
def _behind_strokes(unit: str) -> Sequence[str]:
    return tuple(filter(None, _STROKE.split(unit)[1:]))


def fits(price: TargetQuantity, count: TargetQuantity) -> bool:
    """Whether the count can be what the price is per."""
    per, counted = paid_per(price), count.unit or ""
    if per and per[0] not in _PERIODS and not same_dimension(per[0], counted):
        return False
    if per and per[0] in _PERIODS and count.dimension.startswith(_MEASURED):
        # 保洁人工成本 620万元/月 beside 保洁面积: so much a month is for all of it, and no price of one 平方米.
        return False
    # A response time is no count; hours of service at 元/小时 are.
    return not count.dimension.startswith("duration") or bool(per and same_dimension(per[0], counted))


def same_unit(price: TargetQuantity, count: TargetQuantity) -> bool:
    """Whether the price says that it is per one of what is counted."""
    per = paid_per(price)
    return bool(per) and same_dimension(per[0], count.unit or "")


def may_price(pers: Sequence[str], unit: str | None) -> bool:
    """Whether a price per one of these can be that of a line in this unit; what is not said may be anything.

    元/人·月 prices a line in 人 or in 人·月, and none in 期.
    """
    counted = lookup(_STROKE.split(unit)[0]) if unit else None
    known = [one for per in pers if (one := lookup(per)) is not None]
    if counted is None or not known:
        return True
    return any(one.dimension == counted.dimension or classifiers(one.dimension, counted.dimension) for one in known)


def times(price: TargetQuantity, count: TargetQuantity) -> Interval | None:
    """How many units are paid for, in the unit the price is per: 2.1 万吨 at 180 元/吨 is 21,000.

    A planned length or weight multiplies as it stands, as a count does; what is printed in 万 is a rounding. None where
    the one unit is no exact multiple of the other (100 分钟 at a price per 小时).
    """
    unit = lookup(count.unit)
    paid = next((lookup(part) for part in paid_per(price) if same_dimension(part, count.unit or "")), None)
    factor = Decimal(1)
    if unit is not None and paid is not None:
        factor = unit.factor / paid.factor
        if exact_product(factor, paid.factor) != unit.factor:
            return None
    elif unit is not None and count.dimension.startswith(("count", "person")):
        factor = unit.factor
    if (count.unit or "").startswith("万"):
        return Interval.printed(count.digits, factor)
    return Interval.point(exact_product(Decimal(count.digits), factor))


def open_period(price: TargetQuantity, count: TargetQuantity) -> str | None:
    """The period of a price whose number the pair does not say: 月 of 元/人·月 beside a count of persons."""
    rest = [part for part in paid_per(price) if not same_dimension(part, count.unit or "")]
    return next((part for part in rest if part in _PERIODS and part not in _YEAR_OR_TIME), None)


def months(ledger: Ledger) -> int | None:
    """The months of the project's period, None where it does not begin and end with a month of one year."""
    start, end = ledger.filing.start_date, ledger.filing.end_date
    if start is None or end is None or start.year != end.year:
        return None
    return end.month - start.month + 1
