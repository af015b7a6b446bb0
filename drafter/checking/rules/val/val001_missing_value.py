"""VAL001: an indicator has no value."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Lacking, Ledger, Ref, rule
from drafter.filing import Indicator


@rule(
    "VAL001",
    "missing-value",
    title_en="Indicator without a value",
    severity="error",
    status="stable",
    needs=("indicators",),
    message=("指标“{indicator}”没有填写指标值；请补填", "indicator “{indicator}” has no value; fill it in"),
    variants={
        "all": (
            "全部 {count} 项指标都没有填写指标值（自“{indicator}”起）；请补填",
            "none of the {count} indicators has a value (from “{indicator}” on); fill them in",
        )
    },
)
def missing_value(ledger: Ledger) -> Iterator[Emission]:
    """指标值缺失

    ## 检查什么
    有名称的指标必须有指标值，数字或可衡量的文字都可以。整份表一个值也没有时，只提示一次。如果表格版式错位、值被挤出表
    外，则说明无法判断，不算缺失。

    ## 为什么
    没有目标值的指标无法考核，年末自评时没有依据。

    ## 依据
    绩效指标要细化量化、便于考核（财预〔2015〕88号；财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 培训场次, target: "【】"}
      - {level1: 产出指标, level2: 质量指标, name: 培训合格率, target: "≥95(%)"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 培训场次, target: "=12(场)"}
      - {level1: 产出指标, level2: 质量指标, name: 培训合格率, target: "≥95(%)"}
    ```
    """
    rows = ledger.filing.indicators
    blank = [position for position, row in enumerate(rows) if _blank(row) and row.name.strip()]
    lost = [position for position in blank if not rows[position].certain]
    missing = [position for position in blank if rows[position].certain]
    # A column that is blank from top to bottom was never filled in, even where a row of it is shifted.
    if missing and len(blank) == len(rows) > 1:
        places = tuple(Ref(f"indicators[{position}].target") for position in blank)
        arguments = {"indicator": rows[blank[0]].name, "count": len(blank)}
        yield Hit(places[0], places[1:], arguments=arguments, variant="all", group=None)
        return
    for position in lost:
        yield Lacking(
            f"版式错位，“{rows[position].name}”的指标值可能被挤出表格",
            f"shifted layout: the value of “{rows[position].name}” may have been pushed off the table",
            f"indicators[{position}].target",
        )
    for position in missing:
        yield Hit(
            Ref(f"indicators[{position}].target"),
            (Ref(f"indicators[{position}].name"),),
            arguments={"indicator": rows[position].name},
        )


def _blank(row: Indicator) -> bool:
    """No target, or one of which nothing is printed."""
    return row.target is None or (row.target.value is None and not (row.target.raw.strip() or row.target.text))
