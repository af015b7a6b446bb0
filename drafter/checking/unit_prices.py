"""Unit prices a filing states: in its budget lines, its price indicators and its goal text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from drafter.checking.ledger import Ledger
from drafter.checking.price_units import is_price
from drafter.checking.prices import pair_prices
from drafter.checking.quantities import target_quantity
from drafter.checking.words.clauses import SENTENCE, said_before
from drafter.filing import Filing
from drafter.language import Mention, extract, lookup
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy
from drafter.profiles import generic_profile

Basis = Literal["budget_line", "indicator", "goal"]

_TELLS = lazy(r"单价|单位成本|单位造价|标准|人均|户均|亩均|次均|每")
_SAID = lazy(r"单价|元[/／]|每[^\W\da-zA-Z_]", needs=("单价", "/", "／", "每"))
# What a name says about being a price; what is left is the thing that is paid for.
_SAYS = lazy(
    r"(?:采购|印制|印刷|购置|制作|服务|补助|补贴|发放|支付)?(?:单价标准|单价|单位成本|单位造价|标准|价格|控制)$"
)
_PER = lazy(
    r"每(?P<unit>名|人|户|件|次|个|套|台|份|册|场|课时|学时|平方米|亩|公里|米|吨|车|只|张|块|辆|间|所|家)(?P<item>[^\W\da-zA-Z_]{0,8})$"
)
_PRICED = lazy(r"单价(?:为|是|约|每[^\W\da-zA-Z_]{1,2})?[：:]?$")
_FAR = 400
"""Characters of a sentence before a price that say what it is for."""
# One of these at a price is a lump sum, not a unit price.
_WHOLE = (None, "项", "批", "年", "宗", "次", "个")


class UnitPrice(NamedTuple):
    """What one of something costs, as a filing states it.

    Attributes:
        item: What is paid for (保安, 快递费).
        unit: What one is (人, 件), None where the filing does not say.
        price: Yuan for one, as printed.
        path: Where it stands.
        basis: `budget_line`, `indicator` or `goal`.
        span: Offsets in the goal text.
    """

    item: str
    unit: str | None
    price: Decimal
    path: str
    basis: Basis
    span: tuple[int, int] | None = None


def unit_prices(filing: Filing) -> list[UnitPrice]:
    """The unit prices of a filing, each item and unit once: budget lines before indicators before the goal text."""
    found: dict[tuple[str, str | None, Decimal], UnitPrice] = {}
    for price in (*_of_lines(filing), *_of_indicators(filing), *_of_goal(filing)):
        found.setdefault((price.item, price.unit, price.price), price)
    return list(found.values())


def _of_lines(filing: Filing) -> Iterator[UnitPrice]:
    for at, line in enumerate(filing.budget_lines):
        if line.unit_price is None or line.unit_price <= 0 or not line.item:
            continue
        # 20,000.00 × 1.00 is how a form prints a lump sum.
        if line.quantity is not None and line.quantity == 1 and line.unit in _WHOLE:
            continue
        yield UnitPrice(line.item, line.unit or None, line.unit_price, f"budget_lines[{at}].unit_price", "budget_line")


def _of_indicators(filing: Filing) -> Iterator[UnitPrice]:
    # Reading all quantities costs more than looking whether there is a price at all.
    if not any("元" in (row.target.unit or "") and _priced(row.name, row.target.unit or "")
               for row in filing.indicators if row.target):  # fmt: skip
        return
    counts: dict[int, str | None] | None = None
    for at, row in enumerate(filing.indicators):
        quantity = target_quantity(row.target)
        if quantity is None or not is_price(row.name, quantity):
            continue
        price = _yuan(quantity.digits, quantity.unit)
        if price is None:
            continue
        unit = (quantity.unit or "").partition("/")[2] or None
        if unit is None:
            # Most prices say themselves what they are per, and pairing them with counts costs more than all else.
            counts = _counted(filing) if counts is None else counts
            unit = counts.get(at)
        yield UnitPrice(_SAYS.sub("", row.name) or row.name, unit, price, f"indicators[{at}].target", "indicator")


def _counted(filing: Filing) -> dict[int, str | None]:
    """The unit of what each price row surely pays for, by the row's position."""
    ledger = Ledger(filing, generic_profile())
    counts = {pair.price: ledger.quantities[pair.count] for pair in pair_prices(ledger).pairs if pair.sure}
    return {at: counted.unit for at, counted in counts.items() if counted is not None}


def _priced(name: str, unit: str) -> bool:
    return "/" in unit or bool(_TELLS.search(name))


def _yuan(digits: str, unit: str | None) -> Decimal | None:
    money = lookup((unit or "").partition("/")[0])
    if money is None or money.dimension != "money" or "~" in digits:
        return None
    price = exact_product(Decimal(digits), money.factor)
    return price if price > 0 else None


def _of_goal(filing: Filing) -> Iterator[UnitPrice]:
    goal = filing.annual_goal or ""
    if not _SAID.search(goal):
        return
    mentions = extract(goal)
    for position, mention in enumerate(mentions):
        if mention.kind != "money" or mention.comparator not in ("=", "<="):
            continue
        named = _named(goal, mentions, position)
        if named is not None:
            item, unit = named
            yield UnitPrice(item, unit, Decimal(mention.number), "annual_goal", "goal", (mention.start, mention.end))


def _named(goal: str, mentions: list[Mention], position: int) -> tuple[str, str | None] | None:
    """What a price in a text is for, and per what; None when the text does not say, or it is no unit price."""
    mention = mentions[position]
    _, _, per = (mention.unit or "").partition("/")
    before = said_before(goal, mention.start, SENTENCE, _FAR)
    if per:
        return (mention.entity, per) if mention.entity else None
    if _PRICED.search(before):
        # 保安2人，单价66000元: the thing counted just before.
        start = mention.start - len(before)
        for at in range(position - 1, -1, -1):
            counted = mentions[at]
            if counted.start < start:
                return None
            if counted.kind == "count":
                return (counted.entity, counted.unit) if counted.entity else None
        return None
    # 每人每月 200 元 does not say for what, and a price per month of a person is not one per person.
    if (match := _PER.search(before)) and match["item"] and not match["item"].startswith("每"):
        return match["item"], match["unit"]
    return None
