"""XFI004: a unit price far from what it was, or from what others pay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.past import PastPrice, office_key, project_key
from drafter.checking.rules.xfi.compare import change
from drafter.checking.unit_prices import UnitPrice, unit_prices

MUCH = Decimal(30)
"""Percent. Our own figure: the authorities name none for a price that moved."""
_YEARS = 3
"""Older prices say little: 40 % in six years is 6 % a year."""
_ENOUGH = 3
"""So many prices of at least two offices make a median."""


@rule(
    "XFI004",
    "unit-price-moved",
    title_en="A unit price far from earlier ones",
    severity="info",
    status="stable",
    needs=("past",),
    message=(
        "“{item}”单价 {price} 元，比本单位 {year} 年（{source}）的 {other} 元变化 {percent}%；请说明依据",
        "the unit price of “{item}”, {price} yuan, is {percent}% off this office's {other} of {year} ({source}); "
        "say why",
    ),
    variants={
        "median": (
            "“{item}”单价 {price} 元，与往年 {count} 处同类单价的中位数 {other} 元相差 {percent}%；请说明依据",
            "the unit price of “{item}”, {price} yuan, is {percent}% off {other}, the median of {count} earlier ones; "
            "say why",
        )
    },
)
def unit_price_moved(ledger: Ledger) -> Iterator[Emission]:
    """单位成本跨年异常

    ## 检查什么
    预算明细、单价指标和目标文本中的单价，与本单位最近一次（三年以内）同名事项的单价相差超过 30%；本单位没有的，
    与语料库中同名、同计价单位、至少三处（两个以上单位）的中位数相比。只作建议。

    30%、三年、三处都是本工具自定的界限，没有文件规定：六年涨 40%，平均每年不过 6%，所以只看三年以内的单价。

    ## 为什么
    单价是预算的依据，明显高于或低于以往应有理由，审核时会被问到。

    ## 依据
    单位成本按定额和支出标准、成本绩效分析结果或历史数据确定（财预〔2021〕101号；上海市 2025 年指标设置指引）。

    ## 错误示例
    ```yaml
    year: 2027
    budget_lines:
      - {item: 宣传册印制, unit_price: "【2.80】", quantity: "5000", unit: 份, amount: "14000.00"}
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=5000(份)"}
    others:
      - {}
    ```

    ## 正确示例
    ```yaml
    year: 2027
    budget_lines:
      - {item: 宣传册印制, unit_price: "2.20", quantity: "5000", unit: 份, amount: "11000.00"}
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=5000(份)"}
    others:
      - {}
    ```
    """
    past, filing = ledger.past, ledger.filing
    compared = 0
    if past is None:
        return
    for one in unit_prices(filing):
        known = [
            other for other in past.prices(filing, one.item) if other.unit == one.unit and _recent(other, filing.year)
        ]
        own = [other for other in known if office_key(filing) and other.office == office_key(filing)]
        if own:
            last = max(own, key=lambda other: (other.year or 0, other.project == project_key(filing), other.source))
            said = {"other": last.price, "year": last.year or "—", "source": last.source}
            yield from _hits(one, last.price, said, "")
        elif len(known) >= _ENOUGH and len({other.office for other in known}) > 1:
            from statistics import median  # only a run with enough prices needs it

            middle = median(other.price for other in known)
            yield from _hits(one, middle, {"other": middle, "count": len(known)}, "median")
        else:
            continue
        compared += 1
    if not compared:
        yield NotApplicable()


def _recent(other: PastPrice, year: int | None) -> bool:
    return year is not None and other.year is not None and 0 < year - other.year <= _YEARS


def _hits(one: UnitPrice, other: Decimal, said: dict[str, str | int | Decimal], variant: str) -> Sequence[Hit]:
    by = change(one.price, other)
    if by is None or abs(by) <= MUCH:
        return []
    return [
        Hit(
            Ref(one.path, one.span),
            arguments={"item": one.item, "price": one.price, "percent": by, **said},
            arithmetic=f"({one.price:,f} − {other:,f}) ÷ {other:,f} = {by}%",
            variant=variant,
        )
    ]
