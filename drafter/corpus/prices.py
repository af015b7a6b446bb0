"""The price book: what past filings say one of something costs. Models are left out, for their prices are ours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, Protocol

from drafter.corpus.record import Record
from drafter.corpus.wording import grams, key
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.unit_prices import Basis

_PRICE_WORDS = lazy(r"(?:人均|年均|单价|标准|价格|费用|费|补贴|补助|服务|采购|购置)+$")
"""What an indicator or a line adds to the name of the thing."""
_ALIKE = 0.5
"""Items whose character pairs overlap so far are the same thing in other words."""


class Price(NamedTuple):
    """One unit price of a past filing.

    Attributes:
        item: What is paid for, as the filing names it.
        unit: What one is, None where the filing does not say.
        price: Yuan for one.
        year: The filing's budget year.
        office: Who filed it, "" when the form does not say.
        project: The project.
        id: The filing's id.
        document: The document it was read from.
        path: Where in the filing it stands.
        basis: `budget_line`, `indicator` or `goal`.
    """

    item: str
    unit: str | None
    price: Decimal
    year: int | None
    office: str
    project: str
    id: str
    document: str | None
    path: str
    basis: Basis


class PriceRange(NamedTuple):
    """The prices of an item per one unit.

    Attributes:
        unit: What one is; None gathers the prices whose filing does not say.
        low: Lowest price in yuan; `high` the highest.
        median: The middle one, or the mean of the middle two.
        prices: All of them, the latest year first.
    """

    unit: str | None
    low: Decimal
    high: Decimal
    median: Decimal
    prices: tuple[Price, ...]


class PriceSource(Protocol):
    """A corpus that knows prices."""

    def prices(self, item: str) -> Iterable[Price]:
        """The prices of everything whose name is like this."""
        ...


def price_ranges(item: str, sources: Sequence[PriceSource], unit: str | None = None) -> list[PriceRange]:
    """What an item cost, by unit, most prices first; empty when no filing says.

    Args:
        item: What is paid for, in any words (保安 finds 保安服务).
        sources: The corpora.
        unit: Only prices for one of these.
    """
    found: dict[str | None, dict[tuple[str, str, int | None, Decimal], list[Price]]] = {}
    for source in sources:
        for price in source.prices(item):
            if unit is None or price.unit == unit:
                seen = (key(price.project), key(price.office), price.year, price.price)
                same = found.setdefault(price.unit, {}).setdefault(seen, [])
                if not any(_one_statement(price, other) for other in same):
                    same.append(price)
    ranges = [_range(one, [price for same in prices.values() for price in same]) for one, prices in found.items()]
    return sorted(ranges, key=lambda one: (-len(one.prices), one.unit or ""))


def prices_of(record: Record) -> list[Price]:
    """The unit prices of a record; none of a model."""
    if record.kind != "filing":
        return []
    # Searching asks no price; the checker takes half of its start-up.
    from drafter.checking.unit_prices import unit_prices

    return [
        Price(
            one.item, one.unit, one.price, record.year, record.office, record.project, record.id, record.document,
            one.path, one.basis,
        )
        for one in unit_prices(record.filing)
    ]  # fmt: skip


def same_item(asked: str, item: str) -> bool:
    """Whether an item of a filing is what is asked for: one name holds the other, or most of their pairs agree."""
    mine, theirs = key(asked), key(item)
    if not mine or not theirs:
        return False
    if mine in theirs or (len(theirs) > 1 and theirs in mine):
        return True
    left, right = grams(mine), grams(theirs)
    return len(left & right) >= _ALIKE * len(left | right)


def _one_statement(one: Price, other: Price) -> bool:
    """Whether two equal prices of one filing are of one thing.

    The same filing may be in two corpora, and says a price in its budget lines and its indicators (助餐补贴, 助餐单价).
    保安 and 保洁 at the same price are two things.
    """
    mine, theirs = (key(_PRICE_WORDS.sub("", price.item) or price.item) for price in (one, other))
    return mine == theirs or (one.basis != other.basis and same_item(mine, theirs))


def _range(unit: str | None, prices: list[Price]) -> PriceRange:
    from statistics import median

    values = [one.price for one in prices]
    latest = sorted(prices, key=lambda one: (-(one.year or 0), one.office, one.item, one.id))
    return PriceRange(unit, min(values), max(values), median(values), tuple(latest))
