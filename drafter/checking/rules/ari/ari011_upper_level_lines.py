"""ARI011: the lines paid from above do not come to the upper-level money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Agrees, Emission, Hit, Lacking, Ledger, NotApplicable, Ref, rule
from drafter.checking.funding import funding_interval, funding_value, lines_from_above, unread_money
from drafter.checking.lines import agree, line_interval
from drafter.checking.show import equation, money, sum_of
from drafter.language import Interval


@rule(
    "ARI011",
    "upper-level-lines",
    title_en="The lines paid from above do not come to the upper-level money",
    severity="info",
    status="stable",
    explained_by=("ARI001", "ARI007", "ARI002"),
    needs=("budget_lines",),
    message=(
        "名称写明市拨、上级等的明细合计 {total}，与上级财政拨款 {upper} 相差 {difference}；请核对资金来源和这些明细",
        "the lines named as paid from above add up to {total}, but the upper-level money is {upper}: "
        "off by {difference}; check the source and these lines",
    ),
)
def upper_level_lines(ledger: Ledger) -> Iterator[Emission]:
    """上级资金与市拨明细不符

    ## 检查什么
    项目明细中名称写有市拨、省拨、中央、上级资金的各行之和，应等于资金来源中的上级财政拨款。
    没有这样的行，或表中没有上级拨款一栏的，不适用。

    ## 为什么
    上级资金要专款专用，来源与用途对不上，明细里就有一行归错了来源。

    ## 依据
    申报表填报口径。明细名称常被截断，故为提示。

    ## 错误示例
    ```yaml
    funding: {annual_total: "14000", current_appropriation: "14000", upper_level: "【6000】", own_level: "8000"}
    budget_lines:
      - {item: 医疗救助-市拨专项, amount: "4000"}
      - {item: 医疗救助-区级, amount: "10000"}
    ```

    ## 正确示例
    ```yaml
    funding: {annual_total: "14000", current_appropriation: "14000", upper_level: "4000", own_level: "10000"}
    budget_lines:
      - {item: 医疗救助-市拨专项, amount: "4000"}
      - {item: 医疗救助-区级, amount: "10000"}
    ```
    """
    filing = ledger.filing
    named = lines_from_above(filing)
    upper = funding_value(filing, "upper_level")
    if not named or upper is None:
        yield NotApplicable()
        return
    amounts: list[Decimal] = []
    total = Interval.point(0)
    for position in named:
        amount, path = filing.budget_lines[position].amount, f"budget_lines[{position}].amount"
        if amount is None:
            yield Lacking(f"明细第 {position + 1} 行没有读到金额", f"line {position + 1} has no amount", path)
            return
        amounts.append(amount)
        total += line_interval(filing, path, amount)
    place = Ref("funding.upper_level")
    refs = tuple(Ref(f"budget_lines[{position}].amount") for position in named)
    agrees = agree(total, funding_interval(filing, "upper_level"))
    arithmetic = equation(sum_of(amounts), money(upper), agrees)
    if agrees:
        yield Agrees(place, refs, arithmetic)
        return
    if (unread := unread_money(filing, ())) is not None:
        yield unread
        return
    found = sum(amounts, Decimal(0))
    yield Hit(
        place,
        refs,
        arguments={"total": found, "upper": upper, "difference": abs(found - upper)},
        arithmetic=arithmetic,
        group=None,
        reconcile=True,
    )
