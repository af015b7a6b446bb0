"""ARI004: the parts of the year's money do not add up to its total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Agrees, Emission, Hit, Lacking, Ledger, NotApplicable, Ref, rule
from drafter.checking.funding import (
    LEVELS,
    YEAR_PARTS,
    amount,
    as_finely_printed,
    funding_interval,
    funding_value,
    parts_interval,
    supported,
    unread_money,
)
from drafter.checking.lines import agree
from drafter.checking.show import equation, money
from drafter.language import Interval


@rule(
    "ARI004",
    "annual-parts",
    title_en="The parts of the year's money do not add up",
    severity="error",
    status="stable",
    needs=("annual_total",),
    message=(
        "年度资金申请总额 {annual_total}，而当年财政拨款 {current}、上年结转 {carryover}、其他资金 {other} "
        "合计 {total}，相差 {difference}",
        "the annual total is {annual_total}, but appropriation {current}, carryover {carryover} and other money "
        "{other} add up to {total}: off by {difference}",
    ),
    variants={
        "rounded": (
            "年度资金申请总额 {annual_total}，各项合计 {total}，相差 {difference}；有的金额写到小数、有的没有，"
            "四舍五入后才一致，宜写到同样的小数位",
            "the annual total is {annual_total}, its parts add up to {total}, {difference} apart: equal only when "
            "rounded; print all amounts to the same decimals",
        ),
    },
)
def annual_parts(ledger: Ledger) -> Iterator[Emission]:
    """年度资金构成不平

    ## 检查什么
    年度资金申请总额必须等于当年财政拨款、上年结转资金与其他资金之和。空白的部分按零计算；
    当年财政拨款未填而其余部分不足总额的，不下结论。三项都空白的表不适用。
    有的金额写到小数、有的只写整万元，按最细的小数位加不平、四舍五入后才相等的，为警告。
    资金来源里有读不懂的金额或归不进各栏的来源，加起来又不平的，不下结论。

    ## 为什么
    总额与构成是同一笔钱的两种写法。不平，就不知道向财政申请的究竟是多少。

    ## 依据
    申报表填报口径；绩效目标要与预算资金量相应匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    funding: {annual_total: "【14500.00】", current_appropriation: "14000.00", carryover: "0.00", other: "0.00"}
    budget_lines: []
    ```
    明细也证实总额时，错的是其中一项：
    ```yaml
    funding: {annual_total: "14000.00", current_appropriation: "【41000.00】"}
    ```

    ## 正确示例
    ```yaml
    funding: {annual_total: "14000.00", current_appropriation: "10000.00", carryover: "3000.00", other: "1000.00"}
    ```
    以万元填写的，按印出的小数位四舍五入后相等：
    ```yaml
    funding: {annual_total: "660000.00", current_appropriation: "659960.00"}
    printed: {funding.annual_total: "66.00万元"}
    ```
    """
    filing = ledger.filing
    annual = funding_value(filing, "annual_total")
    parts = [name for name in YEAR_PARTS if funding_value(filing, name) is not None]
    if annual is None or not parts:
        yield NotApplicable()
        return
    interval = funding_interval(filing, "annual_total")
    total = sum((amount(filing, name) for name in parts), Decimal(0))
    agrees = agree(parts_interval(filing, YEAR_PARTS), interval)
    refs = tuple(Ref(f"funding.{name}") for name in parts)
    shown = " + ".join(money(amount(filing, name)) for name in parts)
    arithmetic = equation(f"{shown} = {money(total)}" if len(parts) > 1 else shown, money(annual), agrees)
    if agrees:
        whole, *fine = as_finely_printed(filing, ("annual_total", *parts))
        if agree(sum(fine, Interval.point(0)), whole):
            yield Agrees(Ref("funding.annual_total"), refs, arithmetic)
            return
        yield Hit(
            Ref("funding.annual_total"),
            refs,
            arguments={"annual_total": annual, "total": total, "difference": abs(annual - total)},
            arithmetic=equation(f"{shown} = {money(total)}" if len(parts) > 1 else shown, money(annual), False),
            variant="rounded",
            severity="warning",
            group=None,
            reconcile=True,
        )
        return
    if (unread := unread_money(filing, YEAR_PARTS)) is not None:
        yield unread
        return
    current = funding_value(filing, "current_appropriation")
    if current is None and total < annual:
        if not any(funding_value(filing, name) for name in LEVELS):
            yield Lacking("没有读到当年财政拨款", "no current appropriation was read", "funding.current_appropriation")
        return
    odd, value = "annual_total", total
    if current is not None and _total_is_right(ledger, annual - (total - current)):
        odd, value = "current_appropriation", annual - (total - current)
    places = [Ref(f"funding.{name}") for name in ("annual_total", *parts) if name != odd]
    yield Hit(
        Ref(f"funding.{odd}"),
        tuple(places),
        arguments={
            "annual_total": annual,
            "current": amount(filing, "current_appropriation"),
            "carryover": amount(filing, "carryover"),
            "other": amount(filing, "other"),
            "total": total,
            "difference": abs(annual - total),
        },
        arithmetic=arithmetic,
        suggestion=(f"funding.{odd}", format(value, "f")) if value >= 0 else None,
        group=None,
        reconcile=True,
    )


def _total_is_right(ledger: Ledger, current: Decimal) -> bool:
    """The lines confirm the total, or the levels add up to what the appropriation should then be."""
    levels = [value for name in LEVELS if (value := funding_value(ledger.filing, name)) is not None]
    by_levels = bool(levels) and sum(levels, Decimal(0)) == current
    annual = funding_value(ledger.filing, "annual_total")
    return current >= 0 and ((annual is not None and supported(ledger, annual)) or by_levels)
