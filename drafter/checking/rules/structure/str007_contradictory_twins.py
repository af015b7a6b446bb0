"""STR007: one indicator with two different values."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.words import bare, is_satisfaction, is_vague
from drafter.checking.words.same import deed_key, loose_key, one_deed
from drafter.language.patterns import lazy

_OVERALL = lazy(r"^(综合|总体|整体|总)(服务)?满意[度率]$")
_KNOWN = lazy(r"(政策|知识)?知晓[度率程]度?$")
_FEW = 40
"""Rows about knowledge or satisfaction that are compared with each other; a filing of the 39 has at most three."""


@rule(
    "STR007",
    "contradictory-twins",
    title_en="One indicator with two values",
    severity="warning",
    status="stable",
    needs=("indicators",),
    message=(
        "同是“{indicator}”，一处填 {value}，另一处填 {other_value}，请核定一个",
        "“{indicator}” is {value} here and {other_value} there; settle on one",
    ),
    variants={
        "overall": (
            "“{indicator}”要求 {value}，分项的“{other}”却只要求 {other_value}；分项达标时综合满意度仍可能不达标，"
            "请核对口径",
            "“{indicator}” asks for {value}, its part “{other}” only for {other_value}",
        ),
        "vague": (
            "“{other}”已定为 {other_value}，同一内容的“{indicator}”又填“{value}”；宜合并为一条",
            "“{other}” is set to {other_value}, while “{indicator}” about the same says “{value}”; merge them",
        ),
    },
)
def contradictory_twins(ledger: Ledger) -> Iterator[Emission]:
    """同义指标取值矛盾

    ## 检查什么
    名称相同（或只差近义词、词序）的两条指标，数值不同的作警告。综合满意度高于分项满意度的、知晓率一条填数值一条填“逐步提升”
    的，只作建议。单位不同的（人数与人次）不作比较。

    ## 为什么
    同一指标两个目标值，年末按哪一个考核说不清。

    ## 依据
    绩效指标要清晰、可衡量（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印刷数量, target: "【=6000(份)】"}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 举办健康讲座场次, target: "=12(场)"}
      - {level1: 产出指标, level2: 数量指标, name: 健康讲座举办场次, target: "【=10(场)】"}
    ```
    ```yaml
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 综合满意度, target: "【≥97%】"}
      - {level1: 效益指标, level2: 满意度指标, name: 来电群众满意度, target: "≥90%"}
    ```
    ```yaml
    indicators:
      - {level1: 效益指标, level2: 社会效益指标, name: 参保居民政策知晓度, target: 【逐步提升】}
      - {level1: 效益指标, level2: 社会效益指标, name: 政策知晓率, target: "≥80%"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 产出指标, level2: 数量指标, name: 宣传海报印制数量, target: "=600(份)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 家长满意度, target: "≥90%"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 学生满意度, target: "≥95%"}
    ```
    """
    rows = ledger.filing.indicators
    first: dict[tuple[str, str], int] = {}
    deeds: dict[tuple[str, str], int] = {}
    for position, quantity in enumerate(ledger.quantities):
        if quantity is None:
            continue
        other = first.setdefault((loose_key(rows[position].name), quantity.dimension), position)
        if other == position:
            # 举办培训期数 and 培训举办期数: the words in another order.
            turned = deeds.setdefault((deed_key(rows[position].name), quantity.dimension), position)
            other = turned if turned != position and one_deed(rows[turned].name, rows[position].name) else position
        before = ledger.quantities[other]
        if before is not None and (before.interval, before.comparator) != (quantity.interval, quantity.comparator):
            yield _hit(ledger, position, other, "")
    yield from _overall(ledger)
    yield from _vague(ledger)


def _overall(ledger: Ledger) -> Iterator[Hit]:
    """综合满意度 above one of its parts."""
    rows = ledger.filing.indicators
    asked = [
        (position, quantity)
        for position, quantity in enumerate(ledger.quantities)
        if quantity is not None and quantity.dimension == "percent" and is_satisfaction(rows[position].name)
    ][:_FEW]
    for position, whole in asked:
        if not _OVERALL.search(bare(rows[position].name)):
            continue
        for other, part in asked:
            if other != position and part.interval.before(whole.interval):
                yield _hit(ledger, position, other, "overall")
                break


def _vague(ledger: Ledger) -> Iterator[Hit]:
    """知晓率 as a number in one row and as a wish in another."""
    rows = ledger.filing.indicators
    known = [position for position, row in enumerate(rows) if _KNOWN.search(bare(row.name))][:_FEW]
    numbers = [position for position in known if ledger.quantities[position] is not None]
    for position in known:
        target = rows[position].target
        if target is None or not target.text or not is_vague(target.text):
            continue
        stem = _KNOWN.sub("", bare(rows[position].name))
        for other in numbers:
            others = _KNOWN.sub("", bare(rows[other].name))
            if not others or not stem or others in stem or stem in others:
                yield _hit(ledger, position, other, "vague")
                break


def _hit(ledger: Ledger, position: int, other: int, variant: str) -> Hit:
    rows = ledger.filing.indicators
    mine, theirs = rows[position].target, rows[other].target
    return Hit(
        Ref(f"indicators[{position}].target"),
        (Ref(f"indicators[{position}].name"), Ref(f"indicators[{other}].name"), Ref(f"indicators[{other}].target")),
        arguments={
            "indicator": rows[position].name,
            "value": mine.raw if mine is not None else "",
            "other": rows[other].name,
            "other_value": theirs.raw if theirs is not None else "",
        },
        variant=variant,
        severity="info" if variant else None,
        group=None,
        reconcile=variant == "",
    )
