"""STR002: the outputs lack quantity, quality or timeliness."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Lacking, Ledger, NotApplicable, Ref, rule
from drafter.checking.rules.structure.str001_missing_category import MANDATORY_OUTPUTS, has_levels
from drafter.checking.words import is_budget_execution, is_management, is_works

_NAMES = {"quantity": "数量指标", "quality": "质量指标", "timeliness": "时效指标"}
_HOLLOW_FROM = 2
"""Of so many output rows on it is a habit, not a slip."""
_HOLLOW_YEAR = 2021
"""As POL001: older guides listed such rows."""
_NAMES_EN = {"quantity": "quantity", "quality": "quality", "timeliness": "timeliness"}


@rule(
    "STR002",
    "missing-output-kind",
    title_en="Outputs without quantity, quality or timeliness",
    severity="info",
    status="stable",
    needs=("indicators",),
    explained_by=("STR001",),
    message=(
        "产出指标里没有{category}；一般应说明做多少、做到什么标准、何时完成",
        "the outputs have no indicator of {category_en}",
    ),
    variants={
        "hollow": (
            "{count} 项产出指标（{names}）全是预算执行或管理要求，没有一项说明项目做了什么；请按项目内容补充产出指标",
            "all {count} output indicators ({names}) are about spending the budget or managing the project; "
            "none says what it delivers",
        )
    },
)
def missing_output_kind(ledger: Ledger) -> Iterator[Emission]:
    """产出缺数量、质量或时效

    ## 检查什么
    有产出指标时，看数量、质量、时效三类是否各有一项。缺数量的作警告；缺质量或时效的只作建议，年底前完成即可的项目可以
    不设时效。没有二级指标的表不检查，行的级别看不清时不作判断。
    两项以上的产出指标全是预算执行率、资金拨付及时性、预算编制规范性一类，没有一项说明做了什么的，作警告（2021 年起）。

    ## 为什么
    没有数量，预算对应多少工作量就无从说起。

    ## 依据
    产出指标包括数量、质量、时效指标（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 【产出指标】, level2: 质量指标, name: 宣传册验收合格率, target: "=100(%)"}
      - {level1: 产出指标, level2: 时效指标, name: 印制完成时间, target: 9月底前}
      - {level1: 效益指标, level2: 社会效益指标, name: 服务事项知晓率, target: "≥80(%)"}
    ```

    ```yaml
    indicators:
      - {level1: 【产出指标】, level2: 数量指标, name: 预算资金执行率, target: "≥95(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 预算编制规范性, target: 规范}
      - {level1: 产出指标, level2: 时效指标, name: 资金拨付及时性, target: 及时}
      - {level1: 效益指标, level2: 社会效益指标, name: 服务事项知晓率, target: "≥80(%)"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 产出指标, level2: 质量指标, name: 宣传册验收合格率, target: "=100(%)"}
      - {level1: 产出指标, level2: 时效指标, name: 印制完成时间, target: 9月底前}
    ```
    """
    rows = ledger.filing.indicators
    hollow = _hollow(ledger)
    if hollow is not None:
        yield hollow
    outputs = [position for position, kind in enumerate(ledger.kinds) if kind == "output"]
    if not outputs or not has_levels(ledger):
        yield NotApplicable()
        return
    category = ledger.profile.category("output")
    wanted = category.required_level2 if category is not None and category.required_level2 else MANDATORY_OUTPUTS
    present = set(ledger.kinds2)
    unclear = any(not row.certain for row in rows) or any(ledger.kinds2[position] == "other" for position in outputs)
    for kind in wanted:
        if kind in present or kind not in _NAMES:
            continue
        # What works lack in quality is more than advice: POL003 says it.
        if kind == "quality" and is_works(ledger.filing.project_name or ""):
            continue
        if unclear:
            yield Lacking(
                f"有的行看不出二级指标，无法断定是否缺少{_NAMES[kind]}",
                f"the second level of some rows is not certain, so {_NAMES_EN[kind]} may be there",
                "indicators",
            )
            continue
        yield Hit(
            Ref(f"indicators[{outputs[0]}].level1"),
            arguments={"category": _NAMES[kind], "category_en": _NAMES_EN[kind]},
            severity="warning" if kind == "quantity" else None,
            group=None,
        )


def _hollow(ledger: Ledger) -> Hit | None:
    """All outputs are about money and paper: a table with three kinds of output and none of the work."""
    rows = ledger.filing.indicators
    outputs = [position for position, kind in enumerate(ledger.kinds) if kind == "output"]
    year = ledger.filing.year
    if len(outputs) < _HOLLOW_FROM or (year is not None and year < _HOLLOW_YEAR):
        return None
    # A shifted table may keep the real outputs under another label.
    if any(not row.certain for row in rows) or "other" in ledger.kinds:
        return None
    names = [rows[position].name for position in outputs]
    if not all(is_budget_execution(name) or is_management(name) for name in names):
        return None
    return Hit(
        Ref(f"indicators[{outputs[0]}].level1"),
        tuple(Ref(f"indicators[{position}].name") for position in outputs),
        arguments={"count": len(outputs), "names": "、".join(names[:4])},
        variant="hollow",
        severity="warning",
        group=None,
    )
