"""VAL010: satisfaction without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.words import is_satisfaction
from drafter.language import extract


@rule(
    "VAL010",
    "satisfaction-word",
    title_en="Satisfaction without a number",
    severity="warning",
    status="stable",
    needs=("indicators",),
    message=(
        "“{indicator}”填的是“{value}”，无法考核；应填百分比，例如“≥90%”",
        "“{indicator}” says “{value}”, which cannot be scored; state a percentage such as ≥90%",
    ),
)
def satisfaction_word(ledger: Ledger) -> Iterator[Emission]:
    """满意度未量化

    ## 检查什么
    满意度、满意率类指标的取值应有数字（通常是百分比）。填“满意”“基本满意”“较高”等文字的提示。

    ## 为什么
    满意度来自问卷统计，评分按 90%、80%、60% 分档，只写“满意”无法对应到档次，也无从核实。

    ## 依据
    满意度指标反映服务对象的认可程度，应量化易评（财预〔2021〕101号；财预〔2020〕10号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 服务对象满意度, target: "【基本满意】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 服务对象满意度, target: "≥90(%)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 家长满意度, target: 评价满意的家长占九成以上}
      - {level1: 产出指标, level2: 数量指标, name: 满意度调查, target: 每季度一次}
    ```
    """
    concerned = False
    for position, row in enumerate(ledger.filing.indicators):
        if not is_satisfaction(row.name):
            continue
        concerned = True
        words = row.target.text if row.target is not None else None
        if words and not re.search(r"\d", words) and not extract(words):
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref(f"indicators[{position}].name"),),
                arguments={"indicator": row.name, "value": words},
            )
    if not concerned:
        yield NotApplicable()
