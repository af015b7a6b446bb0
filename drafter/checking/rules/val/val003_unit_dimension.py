"""VAL003: the unit does not measure what the name promises."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.words import is_rate, unit_in_name

_PEOPLE = re.compile(r"(人数|人次|人员数|户籍数)$")
_PIECES = re.compile(r"(件数|案件数|案件量)$")
_MONEY = re.compile(r"(金额|单价|单价标准|总成本|总费用|总投资)$")
_TIME = re.compile(r"(时间|周期|时限|时长|期限|工期)$")
# fmt: off
_PEOPLE_UNITS = frozenset({
    "人", "名", "位", "人次", "名次", "户", "万人", "万人次", "千人", "人/次", "人·次", "人日", "人天",
    "人月", "人·月", "例", "个",
})
_PIECE_UNITS = frozenset({"件", "件次", "起", "宗", "例", "个", "项", "批", "单", "万件", "笔", "份"})
# fmt: on


@rule(
    "VAL003",
    "unit-dimension",
    title_en="The unit does not fit the indicator's name",
    severity="warning",
    status="stable",
    needs=("indicators",),
    message=(
        "“{indicator}”按名称应以{expected}计量，指标值 {value} 的单位却是“{unit}”",
        "“{indicator}” should by its name be measured in {expected}, but the value {value} is in “{unit}”",
    ),
)
def unit_dimension(ledger: Ledger) -> Iterator[Emission]:
    """单位与指标名量纲不符

    ## 检查什么
    名称以“率”“比例”“占比”结尾的，单位应是 % 或 ‰；以“人数”“人次”结尾的应以人计；以“件数”结尾的应以件计；
    “金额”“单价”应以元计；“时间”“周期”“时限”应是时间单位。名称自带单位（如“资金到位率（%）”）的不提示。

    ## 为什么
    单位与名称不符，说明名称或指标值填错了一处，例如把覆盖的街镇个数填成了覆盖率。

    ## 依据
    绩效指标要清晰、可衡量（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 活动覆盖率, target: "【=14.00(街镇)】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 活动覆盖街镇数, target: "=14.00(街镇)"}
      - {level1: 产出指标, level2: 时效指标, name: 线路租赁时间, target: "=12个月"}
      - {level1: 产出指标, level2: 质量指标, name: 人员流失率, target: "<=20%"}
    ```
    """
    for position, (row, quantity) in enumerate(zip(ledger.filing.indicators, ledger.quantities, strict=True)):
        if quantity is None or quantity.unit is None or unit_in_name(row.name):
            continue
        expected = _expected(row.name, quantity.unit, quantity.dimension)
        if expected and row.target is not None:
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref(f"indicators[{position}].name"),),
                arguments={"indicator": row.name, "expected": expected, "value": row.target.raw, "unit": quantity.unit},
            )


def _expected(name: str, unit: str, dimension: str) -> str | None:
    """The unit that the name asks for, when the printed one does not fit it."""
    known = dimension.split(":", 1)[0]
    if is_rate(name):
        return None if known == "percent" or unit in ("倍", "‰", "分") or ":" in unit else "百分比（%）"
    if _PEOPLE.search(name):
        return None if unit in _PEOPLE_UNITS or known not in ("percent", "money", "duration", "measure") else "人"
    if _PIECES.search(name):
        return None if unit in _PIECE_UNITS or known not in ("percent", "money", "duration", "measure") else "件"
    if _MONEY.search(name):
        return None if known == "money" or "元" in unit or known == "percent" else "元"
    if _TIME.search(name):
        return None if known not in ("percent", "money") else "时间"
    return None
