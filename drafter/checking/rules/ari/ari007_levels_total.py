"""ARI007: the money of the levels of government does not add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.funding import (
    LEVELS,
    amount,
    funding_interval,
    funding_value,
    lines_from_above,
    parts_interval,
    supported,
    unread_money,
)
from drafter.checking.lines import agree
from drafter.checking.show import equation, money

_LABELS = {
    "upper_level": ("上级", "upper level"),
    "own_level": ("本级", "own level"),
    "lower_level": ("下级", "lower level"),
    "carryover": ("结转", "carryover"),
    "other": ("其他", "other money"),
}


@rule(
    "ARI007",
    "levels-total",
    title_en="Upper, own and lower level money does not add up",
    severity="error",
    status="stable",
    explained_by=("ARI004",),
    message=(
        "财政拨款 {whole}，而{parts} 合计 {total}，相差 {difference}",
        "the appropriation is {whole}, but {parts_en} add up to {total}: off by {difference}",
    ),
)
def levels_total(ledger: Ledger) -> Iterator[Emission]:
    """资金来源树不平

    ## 检查什么
    按级次填写资金来源的表，财政拨款必须等于上级、本级、下级财政拨款之和；只印年度总额而不印财政拨款的表，
    年度总额必须等于各级次与其他资金之和。没有填写级次的不适用。

    ## 为什么
    各级财政按这里的数分别安排资金，来源加不拢，就有一级多出或少出了钱。

    ## 依据
    申报表填报口径；绩效目标要与预算资金量相应匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    funding: {annual_total: "14000.00", current_appropriation: "14000.00", upper_level: "4000", own_level: "【9000】"}
    ```

    ## 正确示例
    ```yaml
    funding: {annual_total: "14000.00", current_appropriation: "14000.00", upper_level: "4000", own_level: "10000"}
    ```
    ```yaml
    funding: {annual_total: "14000.00", upper_level: "4000.00", own_level: "9000.00", other: "1000.00"}
    ```
    """
    filing = ledger.filing
    levels = [name for name in LEVELS if funding_value(filing, name) is not None]
    top = "current_appropriation" if funding_value(filing, "current_appropriation") is not None else "annual_total"
    whole = funding_value(filing, top)
    if whole is None or not levels:
        yield NotApplicable()
        return
    beside = [
        name for name in ("carryover", "other") if top == "annual_total" and funding_value(filing, name) is not None
    ]
    parts = (*levels, *beside)
    values = [amount(filing, name) for name in parts]
    named = list(zip(parts, values, strict=True))
    total = sum(values, Decimal(0))
    agrees = agree(parts_interval(filing, parts), funding_interval(filing, top))
    shown = " + ".join(money(value) for value in values)
    arithmetic = equation(f"{shown} = {money(total)}" if len(values) > 1 else shown, money(whole), agrees)
    refs = tuple(Ref(f"funding.{name}") for name in parts)
    if agrees:
        yield Agrees(Ref(f"funding.{top}"), refs, arithmetic)
        return
    if (unread := unread_money(filing, (*LEVELS, "carryover", "other"))) is not None:
        yield unread
        return
    # The largest level is the one people mean when the others are zero, unless the lines from above say otherwise.
    odd = max(levels, key=lambda name: (amount(filing, name), name == "own_level"))
    above = [filing.budget_lines[position].amount or Decimal(0) for position in lines_from_above(filing)]
    if above and "upper_level" in levels and sum(above) == whole - total + (funding_value(filing, "upper_level") or 0):
        odd = "upper_level"
    value = whole - total + (amount(filing, odd))
    if top == "annual_total" and supported(ledger, total) and not supported(ledger, whole):
        odd, value = top, total
    yield Hit(
        Ref(f"funding.{odd}"),
        tuple(ref for ref in (Ref(f"funding.{top}"), *refs) if ref.path != f"funding.{odd}"),
        arguments={
            "whole": whole,
            "parts": "、".join(f"{_LABELS[name][0]} {money(value)}" for name, value in named),
            "parts_en": ", ".join(f"{_LABELS[name][1]} {money(value)}" for name, value in named),
            "total": total,
            "difference": abs(whole - total),
        },
        arithmetic=arithmetic,
        suggestion=(f"funding.{odd}", format(value, "f")) if value >= 0 else None,
        group=None,
        reconcile=True,
    )
