"""MAT010: the year is for preparing, and the indicators ask for completion."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.language.patterns import lazy

_EARLY = lazy(
    r"前期|可行性研究|可研|立项|选址|勘察|勘测|测绘|方案设计|初步设计|施工图|设计招标|招标|招投标|征收|征地|拆迁|腾退|报批|审批手续|环评"
)
_LATE = lazy(
    r"施工(?!图|招标|许可|单位)|开工|建成|竣工|完工|验收|投用|投入使用|交付|安装|上线|试运行|主体|封顶|通车|结构"
)
_COMPLETED = lazy(r"竣工|完工|验收|建成|投用|投入使用|交付")


@rule(
    "MAT010",
    "phase-scope",
    title_en="The year is for preparing, the indicators ask for completion",
    severity="info",
    status="stable",
    needs=("annual_goal", "indicators", "dates"),
    message=(
        "年度目标只写前期工作（{work}），指标“{indicator}” {value} 却按竣工验收考核；请按本年要做的工作设置",
        "the annual goal only names preparatory work ({work}), but the indicator “{indicator}” {value} "
        "asks for completion; set it for this year's work",
    ),
)
def phase_scope(ledger: Ledger) -> Iterator[Emission]:
    """阶段与指标范围不符

    ## 检查什么
    跨年项目的年度目标如果只写前期工作（可研、设计、招标、征收等），没有施工、竣工、交付，产出指标就不应是
    竣工、验收类的。计划期在一年之内的、目标写到施工或竣工的不适用。

    ## 为什么
    今年只做前期，却按竣工验收定指标，年终必然完不成，或者只能空填。

    ## 依据
    年度指标应由项目总目标按年度任务分解（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    start_date: 2026-01-01
    end_date: 2028-12-31
    annual_goal: 完成社区服务中心项目可研、选址和方案设计，启动设计招标。
    indicators:
      - {level1: 产出指标, level2: 质量指标, name: 工程竣工验收合格率, target: "【=100(%)】"}
    ```

    ## 正确示例
    ```yaml
    start_date: 2026-01-01
    end_date: 2028-12-31
    annual_goal: 完成社区服务中心项目可研、选址和方案设计，启动设计招标。
    indicators:
      - {level1: 产出指标, level2: 质量指标, name: 方案设计评审通过率, target: "=100(%)"}
    ```
    """
    filing, goal = ledger.filing, ledger.text("annual_goal")
    early = list(dict.fromkeys(found[0] for found in _EARLY.finditer(goal)))
    one_year = filing.start_date and filing.end_date and filing.start_date.year == filing.end_date.year
    if one_year or not early or _LATE.search(goal):
        yield NotApplicable()
        return
    for position, row in enumerate(filing.indicators):
        late = _COMPLETED.search(row.name) and not _EARLY.search(row.name)
        if late and row.target is not None and ledger.kinds[position] in ("output", "other"):
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref("annual_goal"),),
                arguments={"work": "、".join(early[:4]), "indicator": row.name, "value": row.target.raw},
            )
