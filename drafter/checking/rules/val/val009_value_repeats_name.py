"""VAL009: the value repeats a piece of the name, or is a fragment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.words import is_attained, is_vague
from drafter.language.patterns import lazy

_NOUN_END = lazy(r"(性|率|度|情况|水平|数量|能力|程度)$")
# 全年 and 每月 are times, wherever they stand.
_TIME = lazy(r"\d|[年月日周季度]$|全|内|前|底")


@rule(
    "VAL009",
    "value-repeats-name",
    title_en="The value repeats a piece of the name",
    severity="info",
    status="stable",
    needs=("indicators",),
    message=(
        "“{indicator}”的指标值“{value}”只是名称里的字，没有说明要达到什么；请写明数值或标准",
        "the value “{value}” only repeats words of the name “{indicator}” and says nothing of what is to be reached; "
        "give a number or a standard",
    ),
)
def value_repeats_name(ledger: Ledger) -> Iterator[Emission]:
    """定性取值重复名称或残缺

    ## 检查什么
    指标值是名称中的一段，又不是表示达到的词，例如名称“……有效性”取值“有效性”、名称“……保障”取值“保障”。“及
    时性”取“及时”、“规范性”取“规范”是通常写法，不提示。

    ## 为什么
    名称说的是考核什么，指标值应说考核到什么程度；把名称抄一遍等于没有填。

    ## 依据
    绩效指标值要清晰、可衡量（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 成本控制有效性, target: "【有效性】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 材料流转及时性, target: 及时}
      - {level1: 产出指标, level2: 质量指标, name: 档案管理的规范性, target: 规范}
      - {level1: 成本指标, level2: 经济成本指标, name: 成本控制有效性, target: 不超预算}
    ```
    """
    for position, row in enumerate(ledger.filing.indicators):
        words = row.target.text if row.target is not None else None
        if words and repeats_name(words, row.name):
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref(f"indicators[{position}].name"),),
                arguments={"indicator": row.name, "value": words},
            )


def repeats_name(value: str, name: str) -> bool:
    """The value is a piece of the name that states nothing: 有效性 for 成本控制有效性."""
    words, title = re.sub(r"\s", "", value), re.sub(r"\s", "", name)
    if len(words) < 2 or words not in title or _TIME.search(words):
        return False
    return bool(_NOUN_END.search(words)) or words == title or not (is_attained(words) or is_vague(words))
