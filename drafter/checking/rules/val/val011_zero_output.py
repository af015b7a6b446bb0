"""VAL011: an output of zero."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Emission, Hit, Lacking, Ledger, Ref, rule
from drafter.checking.lost import unread_targets
from drafter.checking.words import any_of, bare, is_beneficial, is_harmful, mentions_harm
from drafter.language.patterns import lazy

_BAD = lazy(any_of("bad-sign"))


@rule(
    "VAL011",
    "zero-output",
    title_en="An output of zero",
    severity="warning",
    status="stable",
    needs=("indicators",),
    explained_by=("MAT001",),
    message=(
        "“{indicator}”是应当做到的产出，指标值却是 {value}；可能是由“XX”等占位符带成 0，请填实际计划数",
        "“{indicator}” is something to be delivered, yet its value is {value}: perhaps a placeholder turned into zero",
    ),
)
def zero_output(ledger: Ledger) -> Iterator[Emission]:
    """零值用于正向产出

    ## 检查什么
    数量类产出指标取值为 0，或合格率、满意度等越高越好的指标取值为 0。事故数、投诉数、故障数等以 0 为最好的不提示。

    ## 为什么
    计划产出为零等于不做事。常见成因是从模板带出的“XX”被系统转成 0，不改就会照 0 考核。

    ## 依据
    绩效目标反映项目的预期产出（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "【=0(份)】"}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 质量指标, name: 设备验收合格率, target: "【≥0%】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 产出指标, level2: 数量指标, name: 重大故障例数, target: "=0.00(例)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 单位安全事故情况, target: "=0(起)"}
    ```
    """
    yield from unread_targets(ledger)
    rows = ledger.filing.indicators
    for position, (row, quantity) in enumerate(zip(rows, ledger.quantities, strict=True)):
        if quantity is None or row.target is None or quantity.comparator not in ("=", ">="):
            continue
        if Decimal(quantity.digits) != 0:
            continue
        name = bare(row.name)
        # ≥0 asks for nothing whatever is counted; =0 may be the best value where some harm is.
        if is_harmful(name) or (quantity.comparator == "=" and (mentions_harm(name) or _BAD.search(name))):
            continue
        counted = ledger.kinds[position] == "output" and ledger.kinds2[position] == "quantity"
        if not counted and not is_beneficial(name):
            continue
        if not row.certain and not is_beneficial(name):
            yield Lacking(
                f"版式错位，“{row.name}”是否数量指标无法确定",
                f"shifted layout: it is not certain that “{row.name}” is a quantity",
                f"indicators[{position}].target",
            )
            continue
        yield Hit(
            Ref(f"indicators[{position}].target"),
            (Ref(f"indicators[{position}].name"),),
            arguments={"indicator": row.name, "value": row.target.raw},
        )
