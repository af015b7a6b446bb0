"""ARI002: the lines of the cost breakdown do not add up to the year's budget."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.checking import Agrees, Emission, Hit, Lacking, Ledger, NotApplicable, Ref, Unsure, rule
from drafter.checking.funding import addend_lines, funding_interval
from drafter.checking.lines import agree, line_interval
from drafter.checking.show import equation, money, sum_of
from drafter.language import Interval


@rule(
    "ARI002",
    "lines-total",
    title_en="The lines do not add up to the year's budget",
    severity="error",
    status="stable",
    needs=("budget_lines", "annual_total"),
    explained_by=("ARI001", "ARI004"),
    message=(
        "明细 {lines} 行合计 {total}，与年度资金总额 {annual_total} 相差 {difference}",
        "the {lines} lines add up to {total}, but the annual total is {annual_total}: off by {difference}",
    ),
    variants={
        "single": (
            "明细只有一行，金额 {total}，与年度资金总额 {annual_total} 相差 {difference}",
            "the only line is {total}, but the annual total is {annual_total}: off by {difference}",
        ),
        "single known": (
            "明细中只有一行填了金额 {total}，已超过年度资金总额 {annual_total}，超出 {difference}"
            "（另有 {open} 行没有金额）；请核对已填的金额和总额",
            "the only line with an amount is {total}, more than the annual total {annual_total} by {difference} "
            "({open} without an amount); check them",
        ),
        "printed": (
            "明细 {lines} 行合计 {total}，与所填“{item}” {amount} 相差 {difference}",
            "the {lines} lines add up to {total}, but the line “{item}” says {amount}: off by {difference}",
        ),
        "known": (
            "已填金额的 {lines} 行明细合计 {total}，已超过年度资金总额 {annual_total}，超出 {difference}"
            "（另有 {open} 行没有金额）；请核对已填的各行和总额",
            "the {lines} lines with an amount add up to {total}, more than the annual total {annual_total} by "
            "{difference} ({open} lines have no amount); check them",
        ),
    },
)
def lines_total(ledger: Ledger) -> Iterator[Emission]:
    """明细合计与年度预算不一致

    ## 检查什么
    项目明细各行金额之和必须等于年度资金总额；明细里印有“合计”行的，合计也必须等于各行之和。
    有一行金额没有读到，就不下结论；只有已读到的各行之和已经超过总额时除外：其余各行不会是负数，怎么填都加不拢。

    ## 为什么
    预算是明细加出来的。加不拢，不是漏了一行，就是错了一个数，批复和执行都没有依据。

    ## 依据
    绩效目标要与预算资金量相应匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    funding: {annual_total: "【18000.00】", current_appropriation: "18000.00"}
    budget_lines:
      - {item: 宣传册印制, amount: "14000.00"}
      - {item: 展板制作, amount: "3000.00"}
    ```
    ```yaml
    budget_lines:
      - {item: 宣传册印制, amount: "12000.00"}
      - {item: 展板制作, amount: "2000.00"}
      - {item: 合计, amount: "【15000.00】"}
    ```
    有一行没有金额，其余各行已经超过总额：
    ```yaml
    funding: {annual_total: "【18000.00】", current_appropriation: "18000.00"}
    budget_lines:
      - {item: 宣传册印制, amount: "14000.00"}
      - {item: 展板制作, amount: "5000.00"}
      - {item: 海报制作}
    ```

    ## 正确示例
    ```yaml
    budget_lines:
      - {item: 宣传册印制, amount: "12000.00"}
      - {item: 展板制作, amount: "2000.00"}
      - {item: 合计, amount: "14000.00"}
    ```
    以万元填写的总额，按印出的小数位四舍五入后相等即可：
    ```yaml
    funding: {annual_total: "14000.00", current_appropriation: "14000.00"}
    printed: {funding.annual_total: "1.40万元"}
    budget_lines:
      - {item: 宣传册印制, amount: "14020.00"}
    ```
    """
    addends, totals = addend_lines(ledger.filing)
    amounts: list[Decimal] = []
    for position in addends:
        amount = ledger.filing.budget_lines[position].amount
        if amount is None:
            over = _known_over(ledger, addends)
            path = f"budget_lines[{position}].amount"
            lacking = Lacking(f"明细第 {position + 1} 行没有读到金额", f"line {position + 1} has no amount", path)
            yield lacking if over is None else over
            return
        amounts.append(amount)
    annual = ledger.filing.funding.annual_total
    if not amounts or annual is None:
        yield NotApplicable()
        return
    paths = [f"budget_lines[{position}].amount" for position in addends]
    refs = tuple(Ref(path) for path in paths)
    total = sum(amounts, Decimal(0))
    interval = line_interval(ledger.filing, paths[0], amounts[0])
    for path, amount in zip(paths[1:], amounts[1:], strict=True):
        interval += line_interval(ledger.filing, path, amount)
    for position in totals:
        line = ledger.filing.budget_lines[position]
        path = f"budget_lines[{position}].amount"
        if line.amount is None:
            continue
        agrees = agree(interval, line_interval(ledger.filing, path, line.amount))
        arithmetic = equation(sum_of(amounts), money(line.amount), agrees)
        if agrees:
            yield Agrees(Ref(path), refs, arithmetic)
        else:
            yield Hit(
                Ref(path),
                refs,
                arguments={
                    "lines": len(amounts), "total": total, "item": line.item, "amount": line.amount,
                    "difference": abs(total - line.amount),
                },
                arithmetic=arithmetic,
                suggestion=(path, format(total, "f")),
                variant="printed",
                reconcile=True,
            )  # fmt: skip
    agrees = agree(interval, line_interval(ledger.filing, "funding.annual_total", annual))
    arithmetic = equation(sum_of(amounts), money(annual), agrees)
    if agrees:
        yield Agrees(Ref("funding.annual_total"), refs, arithmetic)
        return
    whole = ledger.filing.funding.project_total
    if whole is not None and whole != annual and total == whole:
        # The lines of a project of several years break down the whole, not this year's part.
        yield Unsure(Ref("funding.annual_total"), (*refs, Ref("funding.project_total")), arithmetic)
        return
    yield Hit(
        Ref("funding.annual_total"),
        refs,
        arguments={"lines": len(amounts), "total": total, "annual_total": annual, "difference": abs(total - annual)},
        arithmetic=arithmetic,
        suggestion=("funding.annual_total", format(total, "f")),
        variant="single" if len(amounts) == 1 else "",
        group=None,
        reconcile=True,
    )


def _known_over(ledger: Ledger, addends: Sequence[int]) -> Hit | None:
    """The lines that have an amount already exceed the total: no amount of the others, none below zero, mends that."""
    lines, funding = ledger.filing.budget_lines, ledger.filing.funding
    known = {at: amount for at in addends if (amount := lines[at].amount) is not None}
    annual = funding.annual_total
    if annual is None or not known or any(amount < 0 for amount in known.values()):
        return None
    # 其中：… under a line breaks that line down and is no further expense.
    if any(re.match(r"[\s（(]*(?:其中|含)", lines[at].item) for at in addends):
        return None
    paths = {at: f"budget_lines[{at}].amount" for at in known}
    interval = Interval.point(0)
    for at, amount in known.items():
        interval += line_interval(ledger.filing, paths[at], amount)
    total = sum(known.values(), Decimal(0))
    # A project of several years may break down the whole of it.
    wholes = ["annual_total", *(["project_total"] if funding.project_total is not None else [])]
    if not all(funding_interval(ledger.filing, whole).before(interval) for whole in wholes):
        return None
    return Hit(
        Ref("funding.annual_total"),
        tuple(Ref(path) for path in paths.values()),
        arguments={
            "lines": len(known),
            "total": total,
            "annual_total": annual,
            "difference": total - annual,
            "open": len(addends) - len(known),
        },
        arithmetic=f"{sum_of(list(known.values()))} > {money(annual)}",
        variant="single known" if len(known) == 1 else "known",
        group=None,
        reconcile=True,
    )
