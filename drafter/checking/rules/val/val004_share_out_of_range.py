"""VAL004: a percentage below 0 or above what its indicator can reach."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.lost import unread_targets
from drafter.checking.report import Severity
from drafter.checking.words import any_of, bare, is_beneficial, is_harmful, is_satisfaction
from drafter.language.patterns import lazy

_FULL = Decimal(100)
_OPEN = lazy(any_of("open-share"))
_OVERFULFILLED = lazy(any_of("overfulfilled"))
_TWICE = Decimal(200)
_SIGNED = lazy(any_of("signed-share"))
# 任务完成率 may be 105%, 任务完成及时率 may not.
_NEVER_OVER = lazy(r"(?:及时|准时|按时|按期|准确|合格|完好|规范|优良|达标|知晓)率$")
_SURELY_HIGH = lazy(r"(?:及时|准时|准确|合格|完好)率$")
_CHANGE = lazy(r"提高|提升|增长|增加|上升|降低|下降|减少|压降|改善|不合格|[未不]及时|不准确")
_LOWEST_BAND, _HALF = Decimal(60), Decimal(50)


@rule(
    "VAL004",
    "share-out-of-range",
    title_en="A percentage out of range",
    severity="error",
    status="stable",
    needs=("indicators",),
    explained_by=("MAT001",),
    message=(
        "“{indicator}”是占全体的比例，指标值 {value} 超过 100%，不可能达到；请核对数值",
        "“{indicator}” is a share of a whole: {value} is above 100%; check it",
    ),
    variants={
        "misread": (
            "“{indicator}”的指标值 {value} 超过 100%；首位的“2”可能是“≥”误录，请核对是否为“≥{rest}%”",
            "{value} of “{indicator}” is above 100%; its first “2” may be a misread “≥” (≥{rest}%)",
        ),
        "negative": (
            "“{indicator}”的指标值 {value} 是负的百分比，不可能出现；请核对数值",
            "“{indicator}” cannot be negative: {value}; check it",
        ),
        "low": (
            "“{indicator}”的指标值 {value} 过低，多半是颠倒了数字或少写一位；请核对数值",
            "{value} of “{indicator}” is low: digits may have changed places, or one may be missing; check it",
        ),
        "doubtful": (
            "“{indicator}”的指标值 {value} 超过 100%，请核对数值或说明比较的基数",
            "{value} of “{indicator}” is above 100%: check it, or say what it is compared with",
        ),
    },
)
def share_out_of_range(ledger: Ledger) -> Iterator[Emission]:
    """比率越界

    ## 检查什么
    单位是 %、反映“占全体多少”的指标（合格率、满意度、及时率、故障率……），取值应在 0 到 100 之间。增长率、增幅、回
    报率、负荷率等可以超过 100% 的不提示；完成率、使用率等可能略超计划的，200% 以内不提示。看不出是不是占比的，只作警
    告。

    满意度低于 60%，及时率、准确率、合格率、完好率低于 50% 的，提示核对（≥85% 写成 ≥58%，100% 写成 10%）；指标说的是变化
    （提高、降低多少）的，或目标里另有同一个数的，不提示。

    200%、60%、50% 是本工具自定的界限，60% 取自满意度评价分档的最低一档。
    超过 100% 而首位是“2”、去掉“2”余下 50 至 100 之间的（290%、298%），看作“≥”误录。

    ## 为什么
    合格率 900%、满意度 290% 多是漏了小数点、多按一位，或把“≥”误录成“2”，照此考核永远不能达成。

    ## 依据
    绩效指标值要合理可行（财预〔2015〕88号 审核要点“适当性”）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 质量指标, name: 宣传册验收合格率, target: "【=900(%)】"}
    ```
    ```yaml
    indicators:
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "【290%】"}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 质量指标, name: 系统故障率, target: "【≤-1%】"}
    ```
    ```yaml
    indicators:
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "【≥9%】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 质量指标, name: 宣传册验收合格率, target: "=100(%)"}
      - {level1: 产出指标, level2: 数量指标, name: 招商任务完成率, target: "≥105(%)"}
      - {level1: 效益指标, level2: 经济效益指标, name: 企业营业收入增长率, target: "≥120(%)"}
      - {level1: 效益指标, level2: 经济效益指标, name: 物价指数变动幅度, target: "≥-2(%)"}
    ```
    """
    yield from unread_targets(ledger)
    for position, (row, quantity) in enumerate(zip(ledger.filing.indicators, ledger.quantities, strict=True)):
        if quantity is None or quantity.dimension != "percent" or row.target is None:
            continue
        low, _, high = quantity.digits.partition("~")
        # ‰ and 成 are percentages in other steps: what counts is the value in percent.
        step = _step(quantity.unit)
        found = _defect(bare(row.name), Decimal(low) * step, Decimal(high or low) * step)
        if found is None and quantity.comparator in ("=", ">=", ">") and _is_low(bare(row.name), Decimal(low) * step):
            found = None if _said(ledger, position) else ("low", "warning")
        if found is None:
            continue
        variant, severity = found
        rest = low[1:]
        if variant == "" and quantity.comparator == "=" and low.startswith("2") and _misread(rest):
            variant = "misread"
        yield Hit(
            Ref(f"indicators[{position}].target"),
            (Ref(f"indicators[{position}].name"),),
            arguments={"indicator": row.name, "value": row.target.raw, "rest": rest},
            variant=variant,
            severity=severity,
        )


def _step(unit: str | None) -> Decimal:
    steps = {"‰": Decimal("0.1"), "‱": Decimal("0.01"), "成": Decimal(10)}
    return steps.get(unit or "", Decimal(1))


def _misread(rest: str) -> bool:
    return bool(rest) and rest[0] != "0" and Decimal(50) <= Decimal(rest) <= _FULL


def _is_low(name: str, value: Decimal) -> bool:
    """A share that nobody plans so low: 满意度 ≥9%, 及时率 10%."""
    if value <= 0 or _CHANGE.search(name):
        return False
    return value < _LOWEST_BAND if is_satisfaction(name) else value < _HALF and _SURELY_HIGH.search(name) is not None


def _said(ledger: Ledger, position: int) -> bool:
    """Whether the goal gives the same number: who writes it twice means it."""
    row = ledger.quantities[position]
    return row is not None and any(
        one.interval is not None and one.kind == "percent" and one.interval.meets(row.interval)
        for one in ledger.mentions("annual_goal")
    )


def _defect(name: str, low: Decimal, high: Decimal) -> tuple[str, Severity | None] | None:
    if low < 0 and not _SIGNED.search(name):
        return "negative", None
    if high <= _FULL or _OPEN.search(name):
        return None
    if _OVERFULFILLED.search(name) and not is_satisfaction(name) and not _NEVER_OVER.search(name):
        return ("", None) if high > _TWICE and is_beneficial(name) else None
    if is_beneficial(name) or is_harmful(name):
        return "", None
    return "doubtful", "warning"
