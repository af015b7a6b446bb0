"""POL006: printed weights do not add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Agrees, Emission, Hit, Lacking, Ledger, Ref, rule
from drafter.checking.show import count
from drafter.language import Interval

_FULL = Decimal(100)
_RESERVED = Decimal(90)
_SHARE = Decimal(60)
_SHOWN = 12
"""So many weights are written out; a longer sum only by its number of terms."""


@rule(
    "POL006",
    "weights",
    title_en="Weights do not add up",
    severity="error",
    status="stable",
    needs=("indicators", "weights"),
    message=(
        "{rows} 项指标的权重合计 {total}，应为 100（为预算执行率预留 10 分的为 90），{direction} {difference}",
        "the weights of {rows} indicators add up to {total}; they should be 100, or 90 with 10 kept for execution",
    ),
    variants={
        "split": (
            "产出和效益指标权重合计 {total}，低于 60；评价时两者一般不低于 60%",
            "output and benefit weigh {total}; together they usually weigh at least 60",
        )
    },
)
def weights(ledger: Ledger) -> Iterator[Emission]:
    """权重不合规

    ## 检查什么
    印有权重（分值）列的表，三级指标权重合计应为 100；为自评时的预算执行率预留 10 分的为 90。合计以 1 计的按 100% 看待，
    带小数的按印出的位数四舍五入后相符即可。有的行没有权重而合计不足的，不作判断。产出与效益合计低于 60 的只作建议。没
    有权重列的表不适用。

    60 取自评价办法对项目、部门评价“产出、效益权重合计不低于 60%”的要求，申报时并不强制，所以只作建议；权重不带小数
    的按准数相加，不容许差一分。

    ## 为什么
    权重合计不对，系统无法计分；常见于删去一行后没有重新分配。

    ## 依据
    自评指标权重合计为 100 分，预算执行率 10 分，产出、效益、满意度等 90 分（财预〔2020〕10号；财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)", weight: "【50】"}
      - {level1: 效益指标, level2: 社会效益指标, name: 知晓率, target: "≥80(%)", weight: "30"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)", weight: "15"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)", weight: "50"}
      - {level1: 效益指标, level2: 社会效益指标, name: 知晓率, target: "≥80(%)", weight: "30"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)", weight: "10"}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)", weight: "33.3"}
      - {level1: 产出指标, level2: 质量指标, name: 验收合格率, target: "=100(%)", weight: "33.3"}
      - {level1: 效益指标, level2: 社会效益指标, name: 知晓率, target: "≥80(%)", weight: "33.3"}
    ```
    """
    rows = ledger.filing.indicators
    weighted = [(position, row.weight) for position, row in enumerate(rows) if row.weight is not None]
    values = [weight for _, weight in weighted]
    total = sum(values, Decimal(0))
    refs = [Ref(f"indicators[{position}].weight") for position, _ in weighted]
    written = " + ".join(count(value) for value in values[:_SHOWN]) + (" + …" if len(values) > _SHOWN else "")
    spread = sum((_printed(value) for value in values), Interval.point(0))
    accepted = (_FULL, _RESERVED, Decimal(1)) if total <= 1 else (_FULL, _RESERVED)
    if any(spread.contains(right) for right in accepted):
        yield Agrees(refs[0], tuple(refs[1:]), f"{written} = {count(total)}")
        yield from _split(ledger, total)
        return
    if len(weighted) < len(rows) and total < _FULL:
        missing = len(rows) - len(weighted)
        yield Lacking(
            f"有 {missing} 项指标没有权重，其余合计 {count(total)}",
            f"{missing} indicators have no weight; the others add up to {count(total)}",
            f"indicators[{next(position for position, row in enumerate(rows) if row.weight is None)}].weight",
        )
        return
    nearest = min((_FULL, _RESERVED), key=lambda right: abs(total - right))
    yield Hit(
        refs[0],
        tuple(refs[1:]),
        arguments={
            "rows": len(weighted),
            "total": total,
            "direction": "多出" if total > nearest else "少",
            "difference": abs(total - nearest),
        },
        arithmetic=f"{written} = {count(total)} ≠ {count(nearest)}",
        group=None,
    )


def _printed(value: Decimal) -> Interval:
    """A whole weight is exact; 33.3 stands for 33.25 to 33.35."""
    return Interval.point(value) if value == value.to_integral_value() else Interval.printed(format(value, "f"))


def _split(ledger: Ledger, total: Decimal) -> Iterator[Emission]:
    """Output and benefit together, where every row's level is known and the weights are points."""
    rows = ledger.filing.indicators
    if total < _RESERVED or "other" in ledger.kinds or any(not row.certain or row.weight is None for row in rows):
        return
    heavy = [position for position, kind in enumerate(ledger.kinds) if kind in ("output", "benefit", "influence")]
    share = sum((rows[position].weight or Decimal(0) for position in heavy), Decimal(0))
    if heavy and share < _SHARE:
        yield Hit(
            Ref(f"indicators[{heavy[0]}].weight"),
            tuple(Ref(f"indicators[{position}].weight") for position in heavy[1:]),
            arguments={"total": share},
            variant="split",
            severity="info",
            group=None,
        )
