"""POL003: works, systems and purchases without a cost or a quality indicator."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Lacking, Ledger, NotApplicable, Ref, rule
from drafter.checking.rules.structure.str001_missing_category import has_levels
from drafter.checking.words import is_works


@rule(
    "POL003",
    "works-without-cost",
    title_en="Works, systems or purchases without a cost or quality indicator",
    severity="warning",
    status="stable",
    needs=("indicators",),
    explained_by=("STR001",),
    message=(
        "“{project}”是工程、信息化或购置类项目，却没有{category}；此类项目必须设置",
        "“{project}” builds, develops or buys something, yet has no indicator of {category_en}",
    ),
)
def works_without_cost(ledger: Ledger) -> Iterator[Emission]:
    """工程、信息化、购置类缺成本或质量指标

    ## 检查什么
    项目名称表明是工程、修缮、系统开发、设备购置的，应有成本指标和质量指标。表式没有成本指标这一类的（2023 年及以前的
    上海区级表）不要求成本。队伍建设、制度建设、运维养护、补贴等不属此类。

    ## 为什么
    这类项目花钱多、成果看得见，成本控制和验收质量是审核的重点。

    ## 依据
    工程基建、大型修缮、信息化建设、购置类项目应设置成本指标和质量指标（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    project_name: 【老旧小区消防改造工程】
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 工程总成本, target: "≤14000(元)"}
      - {level1: 产出指标, level2: 数量指标, name: 消防管道更换长度, target: "=1500(米)"}
      - {level1: 产出指标, level2: 时效指标, name: 竣工时间, target: 10月底前}
      - {level1: 效益指标, level2: 社会效益指标, name: 消防隐患消除率, target: "=100(%)"}
    ```
    ```yaml
    profile: null
    project_name: 【医疗设备购置】
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 监护仪购置数量, target: "=24(台)"}
      - {level1: 产出指标, level2: 质量指标, name: 设备验收合格率, target: "=100(%)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 新增检查人次, target: "≥18000(人次)"}
    ```

    ## 正确示例
    ```yaml
    project_name: 老旧小区消防改造工程
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 工程总成本, target: "≤14000(元)"}
      - {level1: 产出指标, level2: 数量指标, name: 消防管道更换长度, target: "=1500(米)"}
      - {level1: 产出指标, level2: 质量指标, name: 工程验收合格率, target: "=100(%)"}
    ```
    ```yaml
    project_name: 干部队伍建设经费
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 培训人数, target: "=300(人)"}
    ```
    """
    filing, profile = ledger.filing, ledger.profile
    if not is_works(filing.project_name or ""):
        yield NotApplicable()
        return
    if not any(kind == "output" for kind in ledger.kinds):
        return
    # 2020 and 2023 forms have no place for costs; a form nobody foresaw has one from 2021 on.
    asks_cost = profile.category("cost") is not None and (filing.year is None or filing.year >= 2021)
    wanted = [("质量指标", "quality", "quality" in ledger.kinds2 or not has_levels(ledger))]
    wanted += [("成本指标", "cost", "cost" in ledger.kinds)] if asks_cost else []
    unclear = any(not row.certain for row in filing.indicators) or "other" in ledger.kinds
    for name, name_en, present in wanted:
        if present:
            continue
        if unclear:
            yield Lacking(
                f"有的行看不出级别，无法断定是否缺少{name}",
                f"the level of some rows is not certain, so {name_en} may be there",
                "indicators",
            )
            continue
        yield Hit(
            Ref("project_name"),
            arguments={"project": filing.project_name or "", "category": name, "category_en": name_en},
            group=None,
        )
