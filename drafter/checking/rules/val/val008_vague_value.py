"""VAL008: values that praise or promise a change and measure nothing."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.rules.pol.pol004_cost_not_quantified import costs_in_words
from drafter.checking.rules.val.val009_value_repeats_name import repeats_name
from drafter.checking.words import is_satisfaction, is_vague, promises_number


@rule(
    "VAL008",
    "vague-value",
    title_en="Values that cannot be measured",
    severity="info",
    status="stable",
    needs=("indicators",),
    message=(
        "{total} 项指标中有 {count} 项的取值无法衡量（如“{indicator}”填“{value}”）；"
        "宜改为数值、期限，或写明达到什么标准、以什么材料证明",
        "{count} of {total} indicators have values nobody can measure (“{value}” for “{indicator}”); state a number, "
        "a deadline, or the standard to reach and its evidence",
    ),
    variants={
        "single": (
            "指标“{indicator}”填“{value}”，无法衡量；宜改为数值、期限，或写明达到什么标准、以什么材料证明",
            "nobody can measure “{value}” for “{indicator}”; state a number, a deadline, or the standard to reach and "
            "its evidence",
        )
    },
)
def vague_value(ledger: Ledger) -> Iterator[Emission]:
    """定性取值不可衡量

    ## 检查什么
    取值只是“有效”“提升”“稳步提高”“成效明显”一类说法，没有数值、期限、标准或可查的材料，整份表合并为一条建议。
    “及时”“规范”“在承诺时限内完成”“无重大纠纷”“建立健全”可以判断做到没有，不在此列；满意度见 VAL010，名称是
    比率、数量的见 VAL007，成本见 POL004。

    ## 为什么
    “提升”了多少、和谁比，都没有说，年末怎样打分全凭印象。

    ## 依据
    能量化的必须量化，不能量化的定性指标也要可衡量（财预〔2015〕88号；财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 培训场次, target: "=12(场)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 窗口办事便利程度, target: "【稳步提升】"}
      - {level1: 效益指标, level2: 可持续影响指标, name: 长效管理作用, target: 成效明显}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 材料流转及时性, target: 及时（与委托方要求一致）}
      - {level1: 效益指标, level2: 社会效益指标, name: 办事材料压减数量, target: "≥3(件)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 纠纷避免情况, target: 无重大纠纷}
      - {level1: 效益指标, level2: 可持续影响指标, name: 回访机制, target: 建立健全}
    ```
    """
    rows = ledger.filing.indicators
    filled = [position for position, row in enumerate(rows) if row.target is not None]
    if not filled:
        yield NotApplicable()
        return
    # What costs lack is said by POL004, what rates lack by VAL007: each row is told of once.
    costs = set(costs_in_words(ledger))
    vague = [position for position in filled if position not in costs and _is_vague(ledger, position)]
    if not vague:
        return
    first, *others = (Ref(f"indicators[{position}].target") for position in vague)
    target = rows[vague[0]].target
    yield Hit(
        first,
        tuple(others),
        arguments={
            "count": len(vague),
            "total": len(rows),
            "indicator": rows[vague[0]].name,
            "value": target.raw if target is not None else "",
        },
        variant="" if others else "single",
        group=None,
    )


def _is_vague(ledger: Ledger, position: int) -> bool:
    row = ledger.filing.indicators[position]
    words = row.target.text if row.target is not None else None
    if not words or is_satisfaction(row.name) or promises_number(row.name) or repeats_name(words, row.name):
        return False
    return is_vague(words, row.name)
