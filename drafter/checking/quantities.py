"""The number an indicator promises, as an interval in the base unit of its dimension."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from drafter.checking.show import middle
from drafter.checking.words.names import unit_in_name
from drafter.filing import Indicator, Target
from drafter.language import Interval, Unit, lookup
from drafter.language.interval import exact_product
from drafter.language.memory import NAMES, remembered
from drafter.language.patterns import lazy

SHARES = ("比例", "比值", "比率")
"""Units of a share in systems that have no %: 0.97 比例."""
_SECOND = lazy(r"([^（()）]{1,4})[（(]([^（()）]{1,2})[)）]", needs="（(")


class TargetQuantity(NamedTuple):
    """The number of a target.

    Attributes:
        digits: As printed ("1020.00"); a range is "90~95".
        unit: As printed, or None.
        comparator: `= >= <= > < ~ range`.
        dimension: "money", "percent", "count:件", ...; "" for a bare number.
        interval: The value in the base unit of its dimension, with the precision printed.
    """

    digits: str
    unit: str | None
    comparator: str
    dimension: str
    interval: Interval

    @property
    def single(self) -> Decimal | None:
        """The one value promised, in base units; None for a range or an approximate or rounded number."""
        return self.interval.low if self.interval.exact and self.comparator not in ("range", "~") else None

    @property
    def shown(self) -> Decimal:
        """The number a message gives, in base units: the one printed (14万元 is 140,000), the lower one of a range."""
        return self.interval.low if self.comparator == "range" else middle(self.interval)


def target_quantity(target: Target | None) -> TargetQuantity | None:
    """The quantity of a target, or None where it is blank or a word."""
    if target is None or target.value is None:
        return None
    return _quantity(target.value, target.unit, target.comparator or "=")


def row_quantity(row: Indicator) -> TargetQuantity | None:
    """The quantity of a row, whose unit may stand behind its name: 公益性岗位补贴标准（元/人·月） 1980."""
    target = row.target
    if target is None or target.value is None:
        return None
    return _quantity(target.value, target.unit or unit_in_name(row.name), target.comparator or "=")


@remembered(NAMES)
def _quantity(value: str, unit: str | None, comparator: str) -> TargetQuantity:
    """One number is asked for by many rules, and many filings promise the same (=100%, ≥90%)."""
    unit = _first(unit)
    low, _, high = value.partition("~")
    if unit in SHARES:
        return _share(value, low, high, unit, comparator)
    interval = _interval(low, unit)
    if high:
        interval = interval.hull(_interval(high, unit))
        # A record from elsewhere may call a range (90~95) equal to something.
        comparator = "range" if comparator == "=" else comparator
    return TargetQuantity(value, unit, comparator, _dimension(unit), interval)


def _share(value: str, low: str, high: str, unit: str, comparator: str) -> TargetQuantity:
    """A share as systems print it whose units have no %: a part of one (0.97 比例), or hundredths (97 比例)."""
    factor = Decimal(100) if Decimal(high or low) <= 1 else Decimal(1)
    interval = Interval.printed(low, factor)
    if high:
        interval = interval.hull(Interval.printed(high, factor))
        comparator = "range" if comparator == "=" else comparator
    return TargetQuantity(value, unit, comparator, "percent", interval)


def one_number(one: Interval, other: Interval) -> bool:
    """Whether the coarser print is a rounding of the finer: 66 万 and 65.98 万 are one number, 90% and 91% are two."""
    coarse, fine = (one, other) if one.high - one.low >= other.high - other.low else (other, one)
    return coarse.contains(exact_product(fine.low + fine.high, Decimal("0.5")))


def _dimension(unit: str | None) -> str:
    known = _known(unit)
    if known is None:
        return f"count:{unit}" if unit else ""
    # A price per something no table lists (元/盘) is still a price.
    return known.dimension if lookup(unit) else f"{known.dimension}/{(unit or '').partition('/')[2]}"


def _known(unit: str | None) -> Unit | None:
    """The unit, or what stands before the first stroke of one that is not known whole."""
    return lookup(unit) or (lookup(unit.partition("/")[0]) if unit and "/" in unit else None)


def _first(unit: str | None) -> str | None:
    """The unit that a second classifier follows in a bracket: 万头 of 万头（只）."""
    found = _SECOND.fullmatch(unit or "") if lookup(unit) is None else None
    if found is None:
        return unit
    first, second = lookup(found[1]), lookup(found[2])
    return found[1] if first is not None and second is not None and first.kind == second.kind == "count" else unit


def _interval(digits: str, unit: str | None) -> Interval:
    known = _known(unit)
    factor = known.factor if known else Decimal(1)
    # 万 and 亿 in the unit make the print a rounding; yuan, counts and bare numbers are exact.
    rounded = unit is not None and (unit.startswith(("万", "亿", "千", "百万")) or unit.endswith(("万", "亿")))
    exact_dimension = known is None or known.dimension.startswith(("money", "count", "person", "duration"))
    if exact_dimension and not rounded:
        return Interval.point(exact_product(Decimal(digits), factor))
    return Interval.printed(digits, factor)
