"""VAL005: a count that is no whole number, or below zero."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.lost import unread_targets
from drafter.checking.words import any_of
from drafter.language import lookup
from drafter.language.patterns import lazy

# Working days of people, lessons and half newspaper pages come in fractions; scores do too.
_DIVISIBLE = frozenset({
    "score", "count:人·天", "count:人·月", "count:人·年", "count:学时",
    "count:课时", "count:版", "count:亩次", "count:公里·次",
    "count:平方米·次",
})  # fmt: skip
_AVERAGE = lazy(any_of("average"))
_SIGNED = lazy(r"净增|净减|增减|变化|变动|差")


@rule(
    "VAL005",
    "count-not-whole",
    title_en="A count that is no whole number",
    severity="error",
    status="stable",
    needs=("indicators",),
    explained_by=("MAT001",),
    message=(
        "“{indicator}”以“{unit}”计数，指标值 {value} 却不是整数；如以万计，请把“万”写进单位",
        "“{indicator}” counts in “{unit}”, but {value} is no whole number; if it is in 万, the unit has to say so",
    ),
    variants={
        "negative": (
            "“{indicator}”以“{unit}”计数，指标值 {value} 却是负数",
            "“{indicator}” counts in “{unit}”, but {value} is negative",
        )
    },
)
def count_not_whole(ledger: Ledger) -> Iterator[Emission]:
    """计数值非整数或为负

    ## 检查什么
    以人、件、场、台等计数的指标值应是不小于 0 的整数；1020.00 是整数。单位带“万”“千”的可以有小数，“人均”“平均”
    “每”的指标、工日、课时、版面、得分可以有小数。

    ## 为什么
    3.5 场培训、12.3 人无法完成，多是漏写“万”或小数点错位，一错就差十倍、万倍。

    ## 依据
    绩效指标值要清晰、可衡量、合理可行（财预〔2015〕88号；财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 培训场次, target: "【=3.5(场)】"}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 设备购置数量, target: "【=-4(台)】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 快递件数, target: "=1020.00(件)"}
      - {level1: 产出指标, level2: 数量指标, name: 服务人次, target: "≥2.5(万人次)"}
      - {level1: 效益指标, level2: 社会效益指标, name: 人均借阅量, target: "≥3.5(册)"}
      - {level1: 产出指标, level2: 数量指标, name: 管网铺设长度, target: "=1.5(公里)"}
    ```
    """
    yield from unread_targets(ledger)
    for position, (row, quantity) in enumerate(zip(ledger.filing.indicators, ledger.quantities, strict=True)):
        known = lookup(quantity.unit) if quantity is not None else None
        if quantity is None or known is None or row.target is None:
            continue
        if known.kind != "count" or known.factor != 1 or "/" in known.dimension or known.dimension in _DIVISIBLE:
            continue
        numbers = [Decimal(digits) for digits in quantity.digits.split("~")]
        variant: str | None = None
        if min(numbers) < 0 and not _SIGNED.search(row.name):
            variant = "negative"
        elif any(number != number.to_integral_value() for number in numbers) and not _AVERAGE.search(row.name):
            variant = ""
        if variant is not None:
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref(f"indicators[{position}].name"),),
                arguments={"indicator": row.name, "unit": known.name, "value": row.target.raw},
                variant=variant,
            )
