"""STR004: a percentage stands in for a quantity."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Lacking, Ledger, Ref, rule
from drafter.checking.dimensions import relation
from drafter.checking.words import is_budget_execution
from drafter.language import Mention, bigrams


@rule(
    "STR004",
    "rate-as-quantity",
    title_en="A percentage in place of a quantity",
    severity="info",
    status="stable",
    needs=("indicators",),
    explained_by=("VAL003", "VAL004", "STR003", "POL001"),
    message=(
        "数量指标“{indicator}”填的是百分比 {value}，没有说明做多少；宜填件数、人数等工作量",
        "quantity indicator “{indicator}” is a percentage ({value}) and does not say how much is done",
    ),
    variants={
        "stated": (
            "数量指标“{indicator}”填的是百分比 {value}，而目标里写明了数量“{stated}”；应改用这一数量",
            "quantity indicator “{indicator}” is a percentage ({value}), although the goal states “{stated}”",
        )
    },
)
def rate_as_quantity(ledger: Ledger) -> Iterator[Emission]:
    """数量指标以比率替代

    ## 检查什么
    数量指标下的取值是百分比（完成率、覆盖率、到岗率等）的，建议改填工作量；年度目标里已写明同一事项的数量、而没有指标
    用到它的，作警告。预算执行率见 POL001。

    ## 为什么
    “完成率 100%”不说明计划是多少，做一件和做一百件都能完成。

    ## 依据
    数量指标反映预期提供的产品和服务数量（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    annual_goal: 加强业务学习，提高办事能力。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 培训计划完成率, target: "【=100(%)】"}
    ```
    ```yaml
    annual_goal: 年内印制宣传册7000份，居民满意度达90%以上。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制完成率, target: "【=100(%)】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 产出指标, level2: 质量指标, name: 宣传册印制合格率, target: "=100(%)"}
    ```
    """
    rows = ledger.filing.indicators
    unused: dict[str, Mention] | None = None
    for position, row in enumerate(rows):
        quantity = ledger.quantities[position]
        if quantity is None or quantity.dimension != "percent" or ledger.kinds2[position] != "quantity":
            continue
        if row.target is None or is_budget_execution(row.name):
            continue
        if not row.certain:
            yield Lacking(
                f"版式错位，“{row.name}”是否数量指标无法确定",
                f"shifted layout: it is not certain that “{row.name}” is a quantity",
                f"indicators[{position}].level2",
            )
            continue
        unused = _unused(ledger) if unused is None else unused
        stated = next((unused[pair] for pair in sorted(bigrams(row.name)) if pair in unused), None)
        related = (Ref(f"indicators[{position}].name"),)
        arguments = {"indicator": row.name, "value": row.target.raw}
        if stated is None:
            yield Hit(Ref(f"indicators[{position}].target"), related, arguments=arguments)
            continue
        yield Hit(
            Ref(f"indicators[{position}].target"),
            (*related, Ref("annual_goal", (stated.start, stated.end))),
            arguments={**arguments, "stated": f"{stated.entity}{stated.text}"},
            variant="stated",
            severity="warning",
        )


def _unused(ledger: Ledger) -> dict[str, Mention]:
    """The counts of the goal that no indicator carries, by each pair of characters of what they count."""
    carried = {
        quantity.single
        for quantity in ledger.quantities
        if quantity is not None and quantity.dimension != "percent" and quantity.single is not None
    }
    found: dict[str, Mention] = {}
    for mention in ledger.mentions():
        value = mention.interval
        if mention.kind != "count" or not mention.entity or value is None or (value.exact and value.low in carried):
            continue
        # 献血1.5万人次 beside 15000人次: carried, however precisely it is printed.
        if any(relation(mention, ledger.filing.indicators[at], ledger.quantities[at]) for at in ledger.rows_of(value)):
            continue
        for pair in bigrams(mention.entity):
            found.setdefault(pair, mention)
    return found
