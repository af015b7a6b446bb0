"""STR003: an indicator stands under a second level it does not belong to."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Lacking, Ledger, Ref, rule
from drafter.checking.levels import Kind2, level1_kind
from drafter.checking.quantities import TargetQuantity
from drafter.checking.words.categories import may_be_amount, misplaced, parted


@rule(
    "STR003",
    "wrong-category",
    title_en="An indicator under the wrong second level",
    severity="warning",
    status="stable",
    needs=("indicators",),
    message=(
        "“{indicator}”从名称看是{belongs}，却填在“{level2}”下；请移到相应类别",
        "“{indicator}” belongs under {belongs} by its name, but stands under “{level2}”; move it there",
    ),
    variants={
        "amount": (
            "“{indicator}”的值 {value} 是数量，却填在“{level2}”下；请核对类别，或在名称里写明做到什么程度",
            "“{indicator}” is an amount, {value}, but stands under “{level2}”; check the level, or name how well",
        ),
        "pair": (
            "“{indicator}”的二级指标“{level2}”不属于一级指标“{level1}”，有一处填错；请改正",
            "“{indicator}”: second level “{level2}” is no part of first level “{level1}”; put one of them right",
        ),
    },
)
def wrong_category(ledger: Ledger) -> Iterator[Emission]:
    """指标与二级类别不符

    ## 检查什么
    只看名称毫无疑义的指标：满意度应在满意度指标下；及时率、完成时间应在时效指标下；验收合格率、准确率等应在质量指标下；
    以件、人、平方米等计的数量应在数量指标（或效益指标）下；单价应在成本指标下；知晓率放在“可持续影响”下、完成率放在质量指标下的、以件、台等计十个以上的数放在质量或时效指标下而名称看不出好坏快慢的只作建议（十个是本工具自定的界限）。
    及时率放在效益指标下、租赁时间放在数量指标下、值为零或上限的次数和获奖、优质的件数放在质量指标下等两可的不提示。行的级别因版式错位看不清时不作判断。

    ## 为什么
    放错类别，评分时的权重和标准都跟着错；常见成因是增删行后指标与类别串行。

    ## 依据
    产出指标分数量、质量、时效，效益与满意度另列（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 【宣传册验收合格率】, target: "=100(%)"}
    ```
    ```yaml
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 【综合满意度】, target: "≥97(%)"}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 【宣传册印制数量】, target: "=7000(份)"}
    ```
    ```yaml
    indicators:
      - {level1: 效益指标, level2: 数量指标, name: 【便民服务点运行】, target: "=12(个)"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 线路租赁时间, target: "=12个月"}
      - {level1: 产出指标, level2: 质量指标, name: 设备故障次数, target: "≤3(次)"}
      - {level1: 产出指标, level2: 时效指标, name: 响应时限达标率, target: "≥95(%)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 受益人数, target: "=12000(人)"}
      - {level1: 影响力目标, level2: 满意度, name: 参保人满意度, target: "≥95(%)"}
    ```
    """
    rows = ledger.filing.indicators
    for position, row in enumerate(rows):
        quantity = ledger.quantities[position]
        belongs = misplaced(row.name, ledger.kinds2[position], quantity.dimension if quantity is not None else "")
        pair = parted(level1_kind(row.level1), ledger.kinds2[position])
        if belongs == "数量指标" and ledger.kinds2[position] == "quality" and _at_most(quantity):
            # 短信错发 0次, 退回重报 ≤2次: how often work may go wrong is how good it is, whatever the fault is called.
            belongs = None
        amount = not belongs and not pair and _is_amount(quantity, ledger.kinds2[position], row.name)
        if row.level2 is None or not (pair or belongs or amount):
            continue
        if not row.certain:
            yield Lacking(
                f"版式错位，“{row.name}”属于哪个二级指标无法确定",
                f"shifted layout: the second level of “{row.name}” is not certain",
                f"indicators[{position}].level2",
            )
            continue
        yield Hit(
            Ref(f"indicators[{position}].name"),
            (Ref(f"indicators[{position}].level2"),),
            arguments={
                "indicator": row.name,
                "belongs": belongs or "",
                "level1": row.level1 or "",
                "level2": row.level2,
                "value": row.target.raw if row.target else "",
            },
            variant="" if belongs else "amount" if amount else "pair",
            severity="info" if amount or belongs == "社会效益指标" or row.name.rstrip().endswith("完成率") else None,
        )


def _at_most(quantity: TargetQuantity | None) -> bool:
    return quantity is not None and (quantity.comparator in ("<=", "<") or quantity.single == 0)


def _is_amount(quantity: TargetQuantity | None, level2: Kind2, name: str) -> bool:
    """维护路灯 1200盏 under 质量指标: so many things, and nothing said of how good or how soon."""
    if quantity is None or level2 not in ("quality", "timeliness") or quantity.comparator not in ("=", ">="):
        return False
    many = quantity.dimension.startswith("count") and quantity.interval.low >= _MANY
    return many and may_be_amount(name)


_MANY = 10
