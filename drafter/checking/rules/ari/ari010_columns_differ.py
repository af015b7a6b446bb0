"""ARI010: the two columns of the funding block call the same money by different names."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.funding import funding_value, unread_money
from drafter.checking.show import money


@rule(
    "ARI010",
    "columns-differ",
    title_en="The two funding columns call the same money by different names",
    severity="info",
    status="stable",
    message=(
        "两栏总额一致，资金性质却不同：项目栏财政资金 {fiscal}、其他资金 {project_other}，"
        "年度栏拨款与结转 {year_fiscal}、其他资金 {other}；请按同一口径归类",
        "the totals agree, but the project column has fiscal money {fiscal} and other money {project_other}, the year "
        "column appropriation and carryover {year_fiscal} and other money {other}; sort it alike",
    ),
)
def columns_differ(ledger: Ledger) -> Iterator[Emission]:
    """左右两栏资金性质不一致

    ## 检查什么
    项目资金总额与年度资金申请总额相等时，两栏的构成也应一致：财政资金等于当年财政拨款加上年结转，
    两栏的“其他资金”相等。总额不等（跨年项目）或一栏未填的不适用，哪一栏自己就不平的由 ARI004、ARI005 指出。

    ## 为什么
    同一笔钱在左栏算其他资金、在右栏算上年结转，批复时归口就不清楚。

    ## 依据
    申报表填报口径。总额都对，只是归类不同，故为提示。

    ## 错误示例
    ```yaml
    funding:
      {project_total: "14000.00", fiscal_total: "【13000.00】", project_other: "1000.00", annual_total: "14000.00",
       current_appropriation: "13000.00", carryover: "1000.00"}
    ```

    ## 正确示例
    ```yaml
    funding:
      {project_total: "14000.00", fiscal_total: "13000.00", project_other: "1000.00", annual_total: "14000.00",
       current_appropriation: "12000.00", carryover: "1000.00", other: "1000.00"}
    ```
    """
    filing = ledger.filing
    whole, annual = funding_value(filing, "project_total"), funding_value(filing, "annual_total")
    fiscal, current = funding_value(filing, "fiscal_total"), funding_value(filing, "current_appropriation")
    if None in (whole, annual, fiscal, current) or whole != annual or filing.printed.keys() & _PRINTED:
        yield NotApplicable()
        return
    fiscal, current = fiscal or Decimal(0), current or Decimal(0)
    carryover = funding_value(filing, "carryover") or Decimal(0)
    project_other = funding_value(filing, "project_other") or Decimal(0)
    other = funding_value(filing, "other") or Decimal(0)
    if fiscal + project_other != whole or current + carryover + other != annual:
        # A column that does not add up is ARI004's or ARI005's to speak of.
        return
    printed = [name for name in _FIELDS if funding_value(filing, name) is not None]
    place, refs = Ref("funding.fiscal_total"), tuple(Ref(f"funding.{name}") for name in printed if name != _FIELDS[0])
    left = f"{money(fiscal)} + {money(project_other)}"
    right = f"{money(current + carryover)} + {money(other)}"
    if fiscal == current + carryover and project_other == other:
        yield Agrees(place, refs, f"{left} = {right}")
        return
    if (unread := unread_money(filing, _FIELDS)) is not None:
        yield unread
        return
    yield Hit(
        place,
        refs,
        arguments={
            "fiscal": fiscal, "project_other": project_other, "year_fiscal": current + carryover, "other": other,
        },
        arithmetic=f"{left} ≠ {right}",
        group=None,
    )  # fmt: skip


_FIELDS = ("fiscal_total", "project_other", "current_appropriation", "carryover", "other")
_PRINTED = frozenset(f"funding.{name}" for name in _FIELDS)
