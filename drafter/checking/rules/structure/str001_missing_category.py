"""STR001: a mandatory first-level category is missing."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Lacking, Ledger, NotApplicable, Ref, rule


@rule(
    "STR001",
    "missing-category",
    title_en="A mandatory category of indicators is missing",
    severity="warning",
    status="stable",
    needs=("indicators",),
    message=(
        "缺少必备的“{category}”：此表式（{profile}）要求填报",
        "the mandatory category “{category}” is missing; this form ({profile}) asks for it",
    ),
)
def missing_category(ledger: Ledger) -> Iterator[Emission]:
    """必备一级指标缺失

    ## 检查什么
    按表式和年度，检查必须填报的一级指标是否齐全，例如上海 2025 年起各项目原则上都要设置成本指标。
    表式本身没有的类别不要求（2023 年区级表没有成本指标）。行的级别因版式错位看不清时，不作判断。

    ## 为什么
    缺一类指标，目标就只说了一半：只有产出没有效益，或只有效果没有成本。

    ## 依据
    项目支出绩效指标包括成本、产出、效益、满意度（财预〔2021〕101号）；上海市市级部门项目支出核心绩效目标和指标设置及取值指引（试行）。

    ## 错误示例
    ```yaml
    project_name: 【便民服务宣传】
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 政策知晓率, target: "≥80(%)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 印制总成本, target: "≤14000(元)"}
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 政策知晓率, target: "≥80(%)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)"}
    ```
    """
    required = [category for category in ledger.profile.categories if category.required]
    if not required:
        yield NotApplicable()
        return
    present = set(ledger.kinds)
    unknown = any(
        not row.certain or kind == "other" for row, kind in zip(ledger.filing.indicators, ledger.kinds, strict=True)
    )
    for category in required:
        if category.kind in present:
            continue
        if unknown:
            yield Lacking(
                f"有的行看不出级别，无法断定是否缺少{category.name}",
                f"the level of some rows is not certain, so {category.name} may be there",
                "indicators",
            )
            continue
        yield Hit(
            Ref("project_name"),
            arguments={"category": category.name, "profile": ledger.profile.description},
            group=None,
        )
