"""MAT003: a counted output is not mentioned in the goal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Emission, Hit, Lacking, Ledger, NotApplicable, Ref, rule
from drafter.checking.quantities import TargetQuantity
from drafter.checking.show import counted


def _printed(text: str, quantity: TargetQuantity) -> bool:
    """The goal prints the number with its unit, though it is none that is known to count (300 盘)."""
    digits = re.escape(f"{counted(Decimal(quantity.digits)):f}") if "~" not in quantity.digits else quantity.digits
    return bool(re.search(rf"(?<![\d.]){digits}(?:\.0+)?\s*{re.escape(quantity.unit or '')}", text))


_ENOUGH = 2
"""A goal that gives so many numbers gives numbers; one with none describes the work in words, and that is its right."""


@rule(
    "MAT003",
    "quantity-not-in-goal",
    title_en="A counted output is not mentioned in the goal",
    severity="info",
    status="stable",
    needs=("annual_goal", "indicators"),
    explained_by=("ARI003",),
    message=(
        "目标写了 {numbers} 个数，数量指标“{indicator}” {value} 却没有在目标中提到；宜在目标中写明",
        "the goal gives {numbers} numbers, but the quantity indicator “{indicator}” {value} is not among them; "
        "say it in the goal",
    ),
)
def quantity_not_in_goal(ledger: Ledger) -> Iterator[Emission]:
    """数量指标在目标中未提及

    ## 检查什么
    年度目标已写出两个以上的数，说明它是用数来表述的；此时指标表中带数的数量指标，也应在目标里写到。
    目标里没有数的不适用；名称或数能对上的、每月每次等频率能对上的，不提示。

    ## 为什么
    目标写了一部分数而漏了另一部分，读目标的人就不知道还有这项任务。

    ## 依据
    绩效指标与绩效目标高度关联（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    annual_goal: 年内印制宣传册7000份，验收合格率达100%，居民满意度达90%以上。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 产出指标, level2: 数量指标, name: 社区宣讲场次, target: "【=24(场)】"}
      - {level1: 产出指标, level2: 质量指标, name: 宣传册验收合格率, target: "=100(%)"}
    ```

    ## 正确示例
    ```yaml
    annual_goal: 年内印制宣传册7000份，社区宣讲24场，验收合格率达100%，居民满意度达90%以上。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 产出指标, level2: 数量指标, name: 社区宣讲场次, target: "=24(场)"}
    ```
    目标不写数：
    ```yaml
    annual_goal: 面向居民开展服务事项宣传，使居民了解办事渠道。
    ```
    """
    promises = [
        mention
        for mention, role in zip(ledger.alignment.mentions, ledger.alignment.roles, strict=True)
        if role != "none" and mention.kind in ("count", "percent", "measure")
    ]
    if len(promises) < _ENOUGH or ledger.alignment.cut:
        yield NotApplicable()
        return
    said = {mention.interval for mention in promises}
    for position, (row, quantity) in enumerate(zip(ledger.filing.indicators, ledger.quantities, strict=True)):
        if quantity is None or row.target is None or ledger.kinds2[position] != "quantity":
            continue
        counts = quantity.dimension == "person" or quantity.dimension.startswith("count")
        if not counts or quantity.interval.high <= 0:
            continue
        if ledger.alignment.of_indicator(position) or quantity.interval in said:
            continue
        if not row.certain:
            yield Lacking(
                f"版式错位，“{row.name}”是不是数量指标无法确定",
                f"shifted layout: whether “{row.name}” is a quantity indicator is not certain",
                f"indicators[{position}]",
            )
            continue
        if not _printed(ledger.text("annual_goal"), quantity):
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref(f"indicators[{position}].name"),),
                arguments={"numbers": len(promises), "indicator": row.name, "value": row.target.raw},
            )
