"""VAL003: the unit does not measure what the name promises."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.lost import unread_targets
from drafter.checking.words import unit_in_name
from drafter.checking.words.measures import fits, measure_of
from drafter.language.patterns import lazy

# 缩短20% says by how much, not how long.
_CHANGE = lazy(r"缩短|压缩|压减|降低|减少|下降|提高|提升|增长|增加|上升|比")


@rule(
    "VAL003",
    "unit-dimension",
    title_en="The unit does not fit the indicator's name",
    severity="warning",
    status="stable",
    needs=("indicators",),
    message=(
        "“{indicator}”按名称应以{expected}计量，指标值 {value} 的单位却是“{unit}”；请核对单位或改指标名称",
        "“{indicator}” should by its name be measured in {expected_en}, but the value {value} is in “{unit}”",
    ),
)
def unit_dimension(ledger: Ledger) -> Iterator[Emission]:
    """单位与指标名量纲不符

    ## 检查什么
    指标名称说明了以什么计量：“率”“比例”“占比”以百分比，“人数”“人次”以人，“户数”以户，“件数”以件，“次数”
    “场次”以次，“面积”“长度”以相应的度量，“金额”“单价”“补助标准”“购置成本”以元，“时间”“周期”“时限”以时间。指标值的单位明显
    不是这一类的提示。名称自带单位（如“资金到位率（%）”）的不提示；“人”“名”“位”、“件”“份”“起”这类可以通
    用的也不提示。

    ## 为什么
    单位与名称不符，说明名称或指标值填错了一处，例如把覆盖的街镇个数填成了覆盖率。

    ## 依据
    绩效指标要清晰、可衡量（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 活动覆盖率, target: "【=14.00(街镇)】"}
    ```

    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 参训人数, target: "【=300(份)】"}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "【=7000(%)】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 活动覆盖街镇数, target: "=14.00(街镇)"}
      - {level1: 产出指标, level2: 时效指标, name: 线路租赁时间, target: "=12个月"}
      - {level1: 产出指标, level2: 质量指标, name: 人员流失率, target: "<=20%"}
      - {level1: 产出指标, level2: 数量指标, name: 参训人数, target: "=300(名)"}
      - {level1: 产出指标, level2: 数量指标, name: 培训时长, target: "=40(学时)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 孕产妇死亡率, target: "≤8(1/10万)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 企业满意度, target: "≥90(分)"}
    ```
    """
    yield from unread_targets(ledger)
    for position, (row, quantity) in enumerate(zip(ledger.filing.indicators, ledger.quantities, strict=True)):
        if quantity is None or quantity.unit is None or row.target is None or unit_in_name(row.name):
            continue
        measure = measure_of(row.name)
        if measure is not None and not fits(measure, quantity.unit) and not _CHANGE.search(row.target.raw):
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref(f"indicators[{position}].name"),),
                arguments={
                    "indicator": row.name,
                    "expected": measure.label,
                    "expected_en": measure.label_en,
                    "value": row.target.raw,
                    "unit": quantity.unit,
                },
            )
