"""MAT004: the goal lists what will be delivered, and the indicators cover less than half of it."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.deliverables import deliverable_lists
from drafter.checking.naming import tokens


@rule(
    "MAT004",
    "parts-not-covered",
    title_en="The indicators cover less than half of what the goal lists",
    severity="warning",
    status="stable",
    needs=("annual_goal", "indicators"),
    message=(
        "目标列出 {count} 项内容（{items}），其中 {covered} 项有对应的产出指标，也没有数量为 {count} 的指标；"
        "请为主要内容补设产出指标",
        "the goal lists {count} things ({items}); the output indicators touch {covered} of them, "
        "and none counts {count}; add output indicators for the main ones",
    ),
)
def parts_not_covered(ledger: Ledger) -> Iterator[Emission]:
    """分解内容未覆盖

    ## 检查什么
    目标用“包括……”或 1.……2.…… 逐项列出三项以上要交付的内容（模块、系统、活动）时，至少一半的内容应在产出指标里有
    相关的字眼，或者有一个数量指标正好等于所列的项数。列举法规、职责、对象、完整句子的不算。
    目标通篇分条写（1.改造……；2.安装……；3.购置……）的，每一条都写明要建、要买、要改什么才算；每条按 20 字以内计。

    ## 为什么
    目标列了内容而指标一项也不提，年终考核的就不是目标要做的事。

    ## 依据
    绩效指标应涵盖主要工作内容，与目标高度关联（财预〔2015〕88号 审核要点“相关性”；财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    annual_goal: 升级便民平台，新增功能【包括：1.预约登记模块、2.材料预审模块、3.进度查询模块、4.评价回访模块】。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 运维工作完成率, target: "=100(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 运维工作验收通过率, target: "=100(%)"}
    ```

    ## 正确示例
    ```yaml
    annual_goal: 升级便民服务平台，新增功能模块包括：1.预约登记模块、2.材料预审模块、3.进度查询模块、4.评价回访模块。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 功能模块开发数量, target: "=4(个)"}
      - {level1: 产出指标, level2: 质量指标, name: 平台验收通过率, target: "=100(%)"}
    ```
    列举的是依据：
    ```yaml
    annual_goal: 依据市、区、街镇三级文件，印制宣传册7000份，验收合格率达100%，居民满意度达90%以上。
    ```
    """
    text = ledger.text("annual_goal")
    lists = deliverable_lists(text)
    outputs = [row.name for row, kind in zip(ledger.filing.indicators, ledger.kinds, strict=True) if kind == "output"]
    if not lists or not outputs:
        yield NotApplicable()
        return
    words = {token.text for name in outputs for token in tokens(name) if token.sort in ("same", "plain")}
    for found in lists:
        own = [{token.text for token in tokens(item) if token.sort in ("same", "plain")} for item in found.items]
        # What all items share (模块) tells none of them apart and is covered by any row that says it.
        shared = set[str].intersection(*own)
        covered = sum(bool((mine - shared or mine) & words) for mine in own)
        counted = any(
            quantity is not None and quantity.single == len(found.items) and quantity.dimension != "percent"
            for quantity in ledger.quantities
        )
        if 2 * covered < len(found.items) and not counted:
            shown = "、".join(found.items[:6]) + ("等" if len(found.items) > 6 else "")
            yield Hit(
                Ref("annual_goal", found.span),
                arguments={"count": len(found.items), "items": shown, "covered": covered},
                group=None,
            )
