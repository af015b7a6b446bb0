"""XFI003: the money changed and the work did not, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.rules.xfi.compare import amount_of, change, rows_by_name
from drafter.filing import Filing

MUCH = Decimal(20)
"""Percent. Our own figure: the authorities ask that money and work move together and name no share."""


@rule(
    "XFI003",
    "money-without-work",
    title_en="The budget changed, the amount of work did not",
    severity="info",
    status="stable",
    needs=("annual_total", "indicators", "past"),
    message=(
        "年度资金 {total} 元，比 {year} 年（{source}）的 {last} 元变化 {percent}%，{count} 项数量却没变；请说明原因",
        "the annual total of {total} yuan is {percent}% off the {last} of {year} ({source}), "
        "while {count} amounts of work are the same; say why",
    ),
    variants={
        "work": (
            "“{indicator}”由 {old} 变为 {new}（{percent}%），年度资金与 {year} 年（{source}）相同；请说明原因",
            "“{indicator}” went from {old} to {new} ({percent}%), while the annual total is that of {year} ({source}); "
            "say why",
        )
    },
)
def money_without_work(ledger: Ledger) -> Iterator[Emission]:
    """预算大幅变化而数量不变

    ## 检查什么
    同一单位同一项目，年度资金比上一次申报变化超过 20%，而名称相同的数量指标全部没有变化；或者资金一分不变，数量
    却变化超过 20%。只作建议，请申报单位说明原因。

    20% 是本工具自定的界限，没有文件规定。“同一项目”指单位相同、去掉年份和括号后名称相同；上一次申报取最近的一个年度。

    ## 为什么
    目标应与预算相应匹配，钱多了事没有多，或事多了钱没有多，审核时都会被问到。

    ## 依据
    绩效目标应与计划期内的任务数和预算确定的资金量相匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    year: 2027
    funding: {annual_total: "【20000.00】", current_appropriation: "20000.00"}
    others:
      - {}
    ```

    ## 正确示例
    ```yaml
    year: 2027
    funding: {annual_total: "15000.00", current_appropriation: "15000.00"}
    others:
      - {}
    ```
    """
    filing = ledger.filing
    before = ledger.past.previous(filing) if ledger.past is not None else None
    total, last = filing.funding.annual_total, before.filing.funding.annual_total if before else None
    if before is None or total is None or last is None:
        yield NotApplicable()
        return
    pairs = _pairs(filing, before.filing)
    moved = change(total, last)
    said = {"year": before.filing.year or "—", "source": before.source}
    if pairs and moved is not None and abs(moved) > MUCH and all(pair.new == pair.old for pair in pairs):
        yield Hit(
            Ref("funding.annual_total"),
            tuple(Ref(f"indicators[{pair.row}].target") for pair in pairs),
            arguments={**said, "total": total, "last": last, "percent": moved, "count": len(pairs)},
            arithmetic=f"({total:,f} − {last:,f}) ÷ {last:,f} = {moved}%",
        )
    if total != last:
        return
    for pair in pairs:
        by = change(pair.new, pair.old)
        if by is not None and abs(by) > MUCH:
            yield Hit(
                Ref(f"indicators[{pair.row}].target"),
                (Ref("funding.annual_total"),),
                arguments={**said, "indicator": pair.name, "old": pair.old_print, "new": pair.new_print, "percent": by},
                variant="work",
            )


class _Pair(NamedTuple):
    """One amount of work, now and then, in the base unit of its dimension and as printed."""

    row: int
    name: str
    new: Decimal
    old: Decimal
    new_print: str
    old_print: str


def _pairs(filing: Filing, before: Filing) -> list[_Pair]:
    then = rows_by_name(before)
    found: list[_Pair] = []
    for name, at in rows_by_name(filing).items():
        if name not in then:
            continue
        row, last = filing.indicators[at], before.indicators[then[name]]
        new, old = amount_of(row), amount_of(last)
        if new is None or old is None or new[0] != old[0] or row.target is None or last.target is None:
            continue
        found.append(_Pair(at, row.name, new[1], old[1], row.target.raw, last.target.raw))
    return found
