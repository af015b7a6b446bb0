"""TXT001: markup of some program was left in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.language.patterns import lazy

# Known tag names only: “关于印发<某行动方案>的通知” is a title in angle brackets, not markup.
_TAG = (
    r"</?(?:p|br|div|span|b|i|u|em|strong|font|table|tbody|thead|tr|td|th|ul|ol|li|a|img|h[1-6]|o:p|sup|sub|style|script)"
    r"(?:\s[^<>]{0,200})?/?>"
)
_MARKS = frozenset("<&\ufffd$\\_*#`")
_RESIDUE = lazy(
    rf"{_TAG}|&(?:nbsp|lt|gt|amp|quot|#\d{{1,6}}|#x[0-9a-f]{{1,6}});|\ufffd+|\$\\[a-z]+|\\(?:frac|text|mathrm|times|geq|leq)\b|_x000D_"
    # Markdown pasted from a chat: **目标**, a heading, a fence.
    r"|\*\*[^*\n]{1,60}\*\*|^#{1,6}\s|```",
    re.IGNORECASE | re.MULTILINE,
    needs=_MARKS,
)


@rule(
    "TXT001",
    "markup-residue",
    title_en="Markup left in a text",
    severity="warning",
    status="stable",
    message=(
        "{field}里残留标记“{residue}”{more}，应删去",
        "markup “{residue}”{more_en} was left in {field_en}; delete it",
    ),
)
def markup_residue(ledger: Ledger) -> Iterator[Emission]:
    """标记残留

    ## 检查什么
    目标、名称、指标里不应有网页标签（如 p、br）、转义符（如 &nbsp;）、公式代码、乱码替代符，以及从聊天工具粘贴来的星
    号加粗、井号标题。书名用尖括号括起的不算；项目说明里的标签可能由转换产生，只作建议。

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

    ```yaml
    annual_goal: 为方便居民，【**年内印制宣传册7000份**】，居民满意度达90%以上。
    ```

    ## 正确示例
    ```yaml
    annual_goal: 根据关于印发<某区便民服务行动方案>的通知，年内印制宣传册7000份。
    ```
    """
    # Few texts hold any of its marks, and to see that takes a tenth of a search.
    seen = not _MARKS.isdisjoint(ledger.page) and _RESIDUE.search(ledger.page)
    for text in ledger.written if seen else ():
        found = list(_RESIDUE.finditer(text.text))
        if not found:
            continue
        count = len(found)
        yield Hit(
            Ref(text.path, text.span(*found[0].span())),
            arguments={
                "field": text.zh,
                "field_en": text.en,
                "residue": found[0][0].strip()[:30],
                "more": f"等 {count} 处" if count > 1 else "",
                "more_en": f" and {count - 1} more" if count > 1 else "",
            },
            # Readers mark the paragraphs of a long cell themselves; in a narrative the tags may be theirs.
            severity="info" if text.path == "narrative" else None,
        )
