"""VAL012: a placeholder or a default was left in."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.words import is_scale
from drafter.language.patterns import lazy

_PLACEHOLDER = lazy(
    # XX and xx, but not the letters of a word or a Roman numeral: XXL, 第XXIX届.
    r"(?<![A-Za-z0-9])[XxＸｘ]{2,}(?![A-Za-z])|×{2,}|某某+|[*＊]{2,}|[?？]{2,}|_{3,}|＿{2,}"
    # 待定 as a word of its own: not 待定点, 有待明确.
    r"|(?<!有)待(?:定(?![义向点岗位制期额量性员])|补充(?![足资])|填写?|填报)|TBD|N/A|[（(][ \u3000\t]+[）)]",
    needs=(*"XxＸｘ×某*＊?？_＿待 \u3000\t", "TBD", "N/A"),
)
_BOLD = lazy(r"\*\*[^*\n]{1,60}\*\*")


@rule(
    "VAL012",
    "placeholder",
    title_en="A placeholder or a default was left in",
    severity="warning",
    status="stable",
    message=(
        "{field}里有占位符“{placeholder}”，应换成实际内容",
        "the placeholder “{placeholder}” was left in {field_en}",
    ),
    variants={
        "scale": (
            "“{indicator}”的指标值“{placeholder}”只是评分档次，没有选定要达到的一档",
            "the value of “{indicator}” is the scale “{placeholder}” itself: no grade was chosen",
        )
    },
)
def placeholder(ledger: Ledger) -> Iterator[Emission]:
    """占位或默认值

    ## 检查什么
    项目名称、目标、指标、明细中留有 XX、××、某某、**、？？、“待定”“待补充”、空括号等占位符，或指标值只有“定性”
    “优良中低差”这样的评分档次。“××”用作产品型号字母的（XXL、第XXIX届）不提示。

    ## 为什么
    占位符说明照模板填写后没有换成本项目的内容；有的系统会把“XX”存成 0。

    ## 依据
    内容完整、明确（财预〔2015〕88号 审核要点“完整性”）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 培训人数, target: "【XX人】"}
    ```
    ```yaml
    annual_goal: 年内为【某某】街道居民印制宣传册7000份。
    ```
    ```yaml
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 社会影响力, target: "【优良中低差】"}
    ```

    ## 正确示例
    ```yaml
    annual_goal: 采购运动服XXL号200套，为某区居民印制宣传册7000份，有待明确的事项由主管部门核定。
    ```
    """
    # A bold word in brackets may leave blanks between them.
    seen = "**" in ledger.page or _PLACEHOLDER.search(ledger.page)
    for text in ledger.written if seen else ():
        # **粗体** is markup (TXT001), ** alone stands for something to fill in.
        found = _PLACEHOLDER.search(_BOLD.sub(lambda bold: " " * len(bold[0]), text.text))
        if found is not None:
            yield Hit(
                Ref(text.path, text.span(*found.span())),
                arguments={"field": text.zh, "field_en": text.en, "placeholder": found[0][:12]},
            )
    for position, row in enumerate(ledger.filing.indicators):
        if row.target is not None and row.target.value is None and is_scale(row.target.raw):
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref(f"indicators[{position}].name"),),
                arguments={"indicator": row.name, "placeholder": row.target.raw[:20]},
                variant="scale",
            )
