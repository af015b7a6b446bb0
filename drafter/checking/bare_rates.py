"""Rates of a running text that lost their %: 群众满意度达到95以上 beside a row 群众满意度 ≥95%."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from drafter.checking.quantities import SHARES
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_HUNDRED = 100
# 95、96% share their sign, 95-98% is one number, 95 % has a blank before it; a text that ends in a number is TXT002's.
_RATE = lazy(
    r"(?P<rate>满意[度率]|[^\W\da-zA-Z_]{2}率|比例|占比)"
    r"(?:要|应|均|都|全部|分别|力争|争取|确保|保持|稳定|控制|维持|提高|提升|需|须|全年|继续){0,3}"
    r"(?:达到?|不低于|不少于|不小于|高于|超过|大于|不高于|不超过|低于|[在到至为是]|[≥≤>=<＞＝＜:：]){0,2}\s?"
    r"(?<![\d.])(?P<number>\d{1,3}(?:\.\d{1,2})?)(?![\d.])"
    r"(?=\s*(?:[及或含]?以[上内下]|左右|[，,。；;）)\n])(?!\s*(?:[及或含]?以[上内下])?\s*[（(]?[%％﹪‰]))",
    needs=("率", "满意度", "比例", "占比"),
)


class BareRate(NamedTuple):
    """A number of a text without the % its row prints.

    Attributes:
        start: Where its digits begin.
        end: Where they end.
        words: The rate and the number as the text has them.
        indicator: The position of the row.
    """

    start: int
    end: int
    words: str
    indicator: int


def bare_rates(ledger: Ledger, path: str) -> Iterator[BareRate]:
    """The numbers that follow a rate at once, up to a hundred or its row's own, where a row gives it in percent."""
    text = ledger.text(path)
    rows: dict[str, int] = {}
    for at, (row, quantity) in enumerate(zip(ledger.filing.indicators, ledger.quantities, strict=True)):
        # 死亡率 ≤3‰ is no rate of which a % was lost, and a row in 比例 prints none.
        if quantity is None or quantity.dimension != "percent" or quantity.unit in SHARES:
            continue
        if "‰" not in (quantity.unit or ""):
            rows.setdefault(_measure(row.name), at)
    for found in _RATE.finditer(text) if rows else ():
        at = rows.get(_measure(found["rate"]))
        number, row = Decimal(found["number"]), ledger.quantities[at] if at is not None else None
        # 投诉率为0 says all it means to; 增长率达到120 is the 120% of its row.
        if at is not None and row is not None and 0 < number <= max(_HUNDRED, row.interval.high):
            yield BareRate(*found.span("number"), found[0].strip(), at)


def _measure(name: str) -> str:
    """What a rate measures, whatever it is said of: 满意度 of 群众满意度, 完好率 of 设备完好率."""
    name = name.split("（")[0].split("(")[0].strip()
    return "满意度" if name.endswith(("满意度", "满意率")) else name[-3:] if name.endswith("率") else name[-2:]
