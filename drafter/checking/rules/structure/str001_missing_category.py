"""STR001: a mandatory first-level category is missing."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Lacking, Ledger, Ref, rule

MANDATORY = (("产出指标", "output"), ("效益指标", "benefit"))
"""Output and benefit are asked of every project, whatever the form is called (财预〔2021〕101号)."""

MANDATORY_OUTPUTS = ("quantity", "quality", "timeliness")
"""Second levels of output in every form family at hand."""


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
    variants={
        "any": (
            "缺少“{category}”：各类项目都应设产出和效益指标",
            "“{category}” is missing; every project needs indicators of output and of benefit",
        ),
        "satisfaction": (
            "没有“{category}”；项目直接面向群众或服务对象的应当设置",
            "“{category}” is missing; projects that serve people directly need it",
        ),
    },
)
def missing_category(ledger: Ledger) -> Iterator[Emission]:
    """必备一级指标缺失

    ## 检查什么
    按表式和年度，检查必须填报的一级指标是否齐全，例如上海 2025 年起各项目原则上都要设置成本指标。表式本身没有的类别不
    要求（2023 年区级表没有成本指标）；认不出表式的只要求产出和效益。满意度视项目是否直接服务群众而定，缺少时只作建议，
    目标里写了满意度的才作警告。行的级别因版式错位看不清时，不作判断。

    ## 为什么
    缺一类指标，目标就只说了一半：只有产出没有效益，或只有效果没有成本。

    ## 依据
    项目支出绩效指标包括成本、产出、效益、满意度（财预〔2021〕101号）；上海市市级部门项目支出核心绩效目标和指标设置及
    取值指引（试行）。

    ## 错误示例
    ```yaml
    project_name: 【便民服务宣传】
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 政策知晓率, target: "≥80(%)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)"}
    ```
    ```yaml
    profile: null
    project_name: 【便民服务宣传】
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
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
    ```yaml
    profile: shanghai-2023
    year: 2023
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 政策知晓率, target: "≥80(%)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)"}
    ```
    """
    required = [(category.name, category.kind) for category in ledger.profile.categories if category.required]
    present = set(ledger.kinds)
    unknown = any(
        not row.certain or kind == "other" for row, kind in zip(ledger.filing.indicators, ledger.kinds, strict=True)
    )
    for name, kind in required or MANDATORY:
        # 影响力 is the older form's word for lasting benefit.
        if kind in present or (kind == "benefit" and not required and "influence" in present):
            continue
        if unknown:
            yield Lacking(
                f"有的行看不出级别，无法断定是否缺少{name}",
                f"the level of some rows is not certain, so {name} may be there",
                "indicators",
            )
            continue
        variant = "" if required else "any"
        advice = kind == "satisfaction" and "满意" not in ledger.text("annual_goal") + ledger.text("overall_goal")
        yield Hit(
            Ref("project_name"),
            arguments={"category": name, "profile": ledger.profile.description},
            variant="satisfaction" if advice else variant,
            severity="info" if advice else None,
            group=None,
        )


def has_levels(ledger: Ledger) -> bool:
    """Whether the form has second levels at all: a table without any is judged by its first level only."""
    return any(row.level2 for row in ledger.filing.indicators)
