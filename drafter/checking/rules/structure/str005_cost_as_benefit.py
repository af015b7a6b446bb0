"""STR005: a benefit is listed under social or ecological cost."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Lacking, Ledger, NotApplicable, Ref, rule
from drafter.language.patterns import lazy

_LABEL = lazy(r"社会成本|(生态|环境)[^经社]{0,3}成本")
_POSITIVE = lazy(r"提升|提高|保护|落实|保障|改善|完善|增强|促进|优化|满意|知晓|稳定|参与|推进|加强|便利")
_NEGATIVE = lazy(
    r"负面|不利|不良|影响|干扰|扰民|投诉|污染|排放|废|噪|扬尘|损|风险|占用|能耗|资源消耗|事故|纠纷|信访|舆情|拥堵|破坏|控制|降低|减少"
)


@rule(
    "STR005",
    "cost-as-benefit",
    title_en="A benefit listed as a social or ecological cost",
    severity="info",
    status="stable",
    needs=("indicators",),
    message=(
        "“{indicator}：{value}”是好的效果，却填在“{level2}”下；{level2}指项目可能给社会、环境带来的负面影响，正面效果应移到效益指标",
        "“{indicator}: {value}” is a good effect; “{level2}” means harm the project may do to society or nature",
    ),
)
def cost_as_benefit(ledger: Ledger) -> Iterator[Emission]:
    """社会成本、生态环境成本含义误用

    ## 检查什么
    社会成本指标、生态环境成本指标下填写提升、保护、保障等正面效果的，提示含义用反。写明负面影响及其控制（扰民投诉、扬
    尘、排放）的不提示。

    ## 为什么
    社会成本、生态环境成本衡量项目对社会和环境可能造成的不利影响，把效益写成成本，两类指标都失真。

    ## 依据
    社会成本、生态环境成本指标反映项目实施可能造成的负面影响（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 社会成本指标, name: 【居民隐私保护程度】, target: 稳步提升}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 社会成本指标, name: 施工扰民投诉件数, target: "≤3(件)"}
      - {level1: 成本指标, level2: 生态环境成本指标, name: 施工扬尘控制达标率, target: "=100(%)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 居民隐私保护程度, target: 稳步提升}
    ```
    """
    concerned = False
    for position, row in enumerate(ledger.filing.indicators):
        if row.level2 is None or not _LABEL.search(row.level2):
            continue
        concerned = True
        value = row.target.raw if row.target is not None else ""
        said = row.name + value
        if _NEGATIVE.search(said) or not _POSITIVE.search(said):
            continue
        if not row.certain:
            yield Lacking(
                f"版式错位，“{row.name}”是否{row.level2}无法确定",
                f"shifted layout: it is not certain that “{row.name}” is a {row.level2}",
                f"indicators[{position}].level2",
            )
            continue
        yield Hit(
            Ref(f"indicators[{position}].name"),
            (Ref(f"indicators[{position}].target"), Ref(f"indicators[{position}].level2")),
            arguments={"indicator": row.name, "value": value or "—", "level2": row.level2},
        )
    if not concerned:
        yield NotApplicable()
