"""POL002: a requirement on managing the project is set as an output or a benefit."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.words import is_management
from drafter.language.patterns import lazy

# A project that manages budgets, purchases or contracts for others delivers just that.
_OWN_SUBJECT = lazy(r"预算|绩效|采购|招标|审计|内控|内部控制|财务|会计|合同|制度|监督|法治|廉政|巡察|资金监管")


@rule(
    "POL002",
    "management-requirement",
    title_en="A management requirement set as an output or benefit",
    severity="warning",
    status="stable",
    needs=("indicators",),
    explained_by=("POL001",),
    message=(
        "“{indicator}”是对项目管理的要求，不是项目的{category}；应填项目做了什么、产生什么效果",
        "“{indicator}” is a requirement on how the project is run, not something it delivers ({category})",
    ),
)
def management_requirement(ledger: Ledger) -> Iterator[Emission]:
    """管理要求作绩效指标

    ## 检查什么
    产出、效益指标中出现预算编制规范性、绩效目标合理性、财务制度健全性、政府采购合规性、合同管理完备性、资金使用规范性
    等管理要求。旧表“投入与管理”类中的同名指标不提示；“长效管理机制建立情况”放在可持续影响下是上海的通行做法，不提
    示；档案管理规范性等是所购服务本身的质量，不提示；项目本身就是做预算绩效、采购、审计等管理工作的不提示。

    ## 为什么
    管理规范是做项目的前提，写成产出或效益就看不出钱办了什么事，也无法区分项目之间的好坏。

    ## 依据
    绩效指标应与产出、效益直接相关，不设置与之无关的常规管理要求（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 质量指标, name: 【预算编制规范性】, target: 规范}
    ```
    ```yaml
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 【绩效目标的合理性】, target: 合理}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 质量指标, name: 档案管理的规范性, target: 规范}
      - {level1: 效益指标, level2: 可持续影响指标, name: 长效管理机制建立情况, target: 建立健全}
      - {level1: 投入与管理, level2: 财务管理, name: 财务管理制度健全性, target: 健全}
    ```
    ```yaml
    project_name: 预算绩效管理第三方服务
    indicators:
      - {level1: 产出指标, level2: 质量指标, name: 被评项目绩效目标合理性, target: 合理}
    ```
    """
    subjects = set(_OWN_SUBJECT.findall(ledger.filing.project_name or ""))
    for position, (row, kind) in enumerate(zip(ledger.filing.indicators, ledger.kinds, strict=True)):
        if kind not in ("output", "benefit") or not is_management(row.name):
            continue
        if ledger.kinds2[position] == "sustainability" or subjects & set(_OWN_SUBJECT.findall(row.name)):
            continue
        yield Hit(
            Ref(f"indicators[{position}].name"),
            arguments={"indicator": row.name, "category": row.level1 or "产出"},
        )
