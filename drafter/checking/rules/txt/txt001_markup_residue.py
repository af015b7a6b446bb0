"""TXT001: markup of some program was left in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule

# Known tag names only: “关于印发<某行动方案>的通知” is a title in angle brackets, not markup.
_TAG = (
    r"</?(?:p|br|div|span|b|i|u|em|strong|font|table|tbody|thead|tr|td|th|ul|ol|li|a|img|h[1-6]|o:p|sup|sub|style|script)"
    r"(?:\s[^<>]{0,200})?/?>"
)
_RESIDUE = re.compile(
    rf"{_TAG}|&(?:nbsp|lt|gt|amp|quot|#\d{{1,6}}|#x[0-9a-f]{{1,6}});|\ufffd+|\$\\[a-z]+|\\(?:frac|text|mathrm|times|geq|leq)\b|_x000D_",
    re.IGNORECASE,
)


@rule(
    "TXT001",
    "markup-residue",
    title_en="Markup left in a text",
    severity="warning",
    status="stable",
    message=(
        "{field}里残留标记“{residue}”{more}，应删去",
        "markup “{residue}”{more} was left in {field}; delete it",
    ),
)
def markup_residue(ledger: Ledger) -> Iterator[Emission]:
    """标记残留

    ## 检查什么
    目标、名称、指标里不应有网页标签（如 p、br）、转义符（如 &nbsp;）、公式代码或乱码替代符。书名用尖括号括起的不算。

    ## 为什么
    多由系统粘贴带入，打印后影响阅读，也说明文本没有复核。

    ## 依据
    格式规范（财预〔2015〕88号 审核要点“完整性”）。

    ## 错误示例
    ```yaml
    annual_goal: 【<p>】为方便居民了解服务事项，年内印制宣传册7000份。</p>
    ```
    ```yaml
    project_name: 【便民服务&nbsp;宣传】
    ```

    ## 正确示例
    ```yaml
    annual_goal: 根据关于印发<某区便民服务行动方案>的通知，年内印制宣传册7000份。
    ```
    """
    for path, field, text in _texts(ledger):
        found = list(_RESIDUE.finditer(text))
        if not found:
            continue
        span = found[0].span() if path in ("annual_goal", "overall_goal", "narrative") else None
        yield Hit(
            Ref(path, span),
            arguments={
                "field": field,
                "residue": found[0][0],
                "more": f"等 {len(found)} 处" if len(found) > 1 else "",
            },
        )


def _texts(ledger: Ledger) -> Iterator[tuple[str, str, str]]:
    filing = ledger.filing
    yield "project_name", "项目名称", filing.project_name or ""
    yield "overall_goal", "项目总目标", filing.overall_goal or ""
    yield "annual_goal", "年度目标", filing.annual_goal or ""
    yield "narrative", "项目说明", filing.narrative or ""
    for position, row in enumerate(filing.indicators):
        yield f"indicators[{position}].name", "指标名称", row.name
        if row.target is not None:
            yield f"indicators[{position}].target", "指标值", row.target.raw
    for position, line in enumerate(filing.budget_lines):
        yield f"budget_lines[{position}].item", "明细项目", line.item
