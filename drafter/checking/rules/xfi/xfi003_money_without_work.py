"""XFI003: the money changed and the work did not, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.rules.xfi.compare import change, count_of, rows_by_name
from drafter.filing import Filing

MUCH = Decimal(20)


@rule(
    "XFI003",
    "money-without-work",
    title_en="The budget changed, the amount of work did not",
    severity="info",
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
    if before is None or before.filing.funding.annual_total is None:
        yield NotApplicable()
        return
    total, last = filing.funding.annual_total, before.filing.funding.annual_total
    assert total is not None  # noqa: S101  (`needs`)
    pairs = _pairs(filing, before.filing)
    moved = change(total, last)
    said = {"year": before.filing.year or "—", "source": before.source}
    if pairs and moved is not None and abs(moved) > MUCH and all(new == old for _, new, old in pairs):
        yield Hit(
            Ref("funding.annual_total"),
            tuple(Ref(f"indicators[{row}].target") for row, _, _ in pairs),
            arguments={**said, "total": total, "last": last, "percent": moved, "count": len(pairs)},
            arithmetic=f"({total:,f} − {last:,f}) ÷ {last:,f} = {moved}%",
        )
    if total != last:
        return
    for row, new, old in pairs:
        by = change(new, old)
        if by is not None and abs(by) > MUCH:
            yield Hit(
                Ref(f"indicators[{row}].target"),
                (Ref("funding.annual_total"),),
                arguments={**said, "indicator": filing.indicators[row].name, "old": old, "new": new, "percent": by},
                variant="work",
            )


def _pairs(filing: Filing, before: Filing) -> list[tuple[int, Decimal, Decimal]]:
    """Count rows of the same name and unit: position, now, then."""
    then = rows_by_name(before)
    found: list[tuple[int, Decimal, Decimal]] = []
    for name, at in rows_by_name(filing).items():
        if name not in then:
            continue
        new, old = count_of(filing.indicators[at]), count_of(before.indicators[then[name]])
        if new is not None and old is not None and new.dimension == old.dimension:
            found.append((at, new.interval.low, old.interval.low))
    return found
