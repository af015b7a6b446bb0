"""STR008: the layout hides which level rows belong to."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule


@rule(
    "STR008",
    "shifted-layout",
    title_en="A shifted layout hides the levels of rows",
    severity="info",
    status="stable",
    needs=("indicators",),
    message=(
        "表格有错行错列，{count} 行指标（自“{indicator}”起）看不出属于哪一级指标，或取值被挤出；"
        "有关级别的检查对这些行没有下结论，请对照原表核实",
        "the table is shifted: for {count} rows (from “{indicator}” on) the level or the value is not certain; rules "
        "about levels did not judge them",
    ),
    variants={
        "single": (
            "表格有错行错列，指标“{indicator}”看不出属于哪一级指标，或取值被挤出；"
            "有关级别的检查对这一行没有下结论，请对照原表核实",
            "the table is shifted: of “{indicator}” the level or the value is not certain; rules about levels did not "
            "judge it",
        )
    },
)
def shifted_layout(ledger: Ledger) -> Iterator[Emission]:
    """版式错位无法判定层级

    ## 检查什么
    读取表格时，一级、二级指标的标签出现在别的列、排在所属各行之后，或整行错开，看不准某行属于哪一级、取值是否还在的，
    合并提示一次，列出这些行。

    ## 为什么
    合并单元格拆坏、跨页断开的表，人看也容易串行。看不准时不应当算对，也不应当算错，须对照原表。

    ## 依据
    申报表格式规范（财预〔2015〕88号 审核要点“完整性”）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 【巡查人数】, certain: false}
      - {level1: 产出指标, level2: 质量指标, name: 巡查合格率, target: "=100(%)"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 巡查人数, target: "=12(人)"}
      - {level1: 产出指标, level2: 质量指标, name: 巡查合格率, target: "=100(%)"}
    ```
    """
    rows = ledger.filing.indicators
    unclear = [position for position, row in enumerate(rows) if not row.certain]
    if unclear:
        first, *others = (Ref(f"indicators[{position}].name") for position in unclear)
        arguments = {"count": len(unclear), "indicator": rows[unclear[0]].name}
        yield Hit(first, tuple(others), arguments=arguments, variant="" if others else "single", group=None)
