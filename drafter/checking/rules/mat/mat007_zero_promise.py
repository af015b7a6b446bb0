"""MAT007: the goal promises none, and the indicator allows some."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, Unsure, rule
from drafter.checking.naming import tokens
from drafter.checking.words import any_of, mentions_harm

_ZERO = re.compile(
    rf"(?:杜绝|不发生|不出现|未发生|无|零|避免|防止|不出)(?P<what>[一-鿿]{{0,8}}?{any_of('harm')}[一-鿿]{{0,2}})"
)
_SOFT = re.compile(r"减少|降低|下降|尽量|有效|力争|或")
_FEWER = re.compile(r"减少|降低|下降|压降|控制")
_NOT_ZERO = re.compile(r"(?:无障碍|无纸化|无接触|无缝)")


@rule(
    "MAT007",
    "zero-promise",
    title_en="The goal promises none, and the indicator allows some",
    severity="warning",
    status="stable",
    needs=("annual_goal", "indicators"),
    explained_by=("MAT001",),
    message=(
        "目标写“{promise}”，指标“{indicator}”却是 {value}，允许发生",
        "the goal says “{promise}”, but the indicator “{indicator}” is {value}, which allows some",
    ),
)
def zero_promise(ledger: Ledger) -> Iterator[Emission]:
    """零目标与指标矛盾

    ## 检查什么
    年度目标承诺杜绝、不发生、无某种事故、故障、投诉，同一事项的指标值就应为零（或“无”）；指标写成大于零的上限，
    或只写“减少”“降低”的，与目标矛盾。目标自己写“减少或杜绝”“有效避免”的属于留有余地，不报。

    ## 为什么
    目标说一起都不许有，指标说可以有几起，考核时必然各执一词。

    ## 依据
    绩效指标是绩效目标的细化和量化（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    annual_goal: 年内【不发生安全事故】，居民满意度达90%以上。
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 安全事故起数, target: "≤2(起)"}
    ```

    ## 正确示例
    ```yaml
    annual_goal: 年内不发生安全事故，避免重大故障，居民满意度达90%以上。
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 安全事故起数, target: "=0(起)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 避免重大故障情况, target: 全年无重大故障}
    ```
    留有余地的写法：
    ```yaml
    annual_goal: 有效减少或杜绝群众投诉，居民满意度达90%以上。
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 群众投诉件数, target: "≤3(件)"}
    ```
    """
    text = ledger.text("annual_goal")
    promises = [
        found
        for found in _ZERO.finditer(text)
        if not _SOFT.search(text[max(0, found.start() - 4) : found.end()]) and not _NOT_ZERO.match(found[0])
    ]
    rows = [position for position, row in enumerate(ledger.filing.indicators) if mentions_harm(row.name)]
    if not promises or not rows:
        yield NotApplicable()
        return
    for promise in promises:
        about = {token.text for token in tokens(promise["what"])}
        for position in rows:
            row, quantity = ledger.filing.indicators[position], ledger.quantities[position]
            # 避免重大故障 says nothing about small ones: the row must name all that the promise names.
            if row.target is None or not about or not about <= {token.text for token in tokens(row.name)}:
                continue
            place, target = Ref("annual_goal", promise.span()), Ref(f"indicators[{position}].target")
            if quantity is None:
                allows = bool(_FEWER.search(row.target.raw))
            else:
                allows = quantity.interval.high > 0 and quantity.interval.low > 0
            if not allows:
                yield Agrees(place, (target,), f"{promise[0]} = {row.target.raw}")
            elif quantity is not None and quantity.comparator in (">", ">="):
                yield Unsure(place, (target,), f"{promise[0]} ? {row.target.raw}")
            else:
                arguments = {"promise": promise[0], "indicator": row.name, "value": row.target.raw}
                yield Hit(place, (target,), arguments=arguments, group=None, reconcile=True)
