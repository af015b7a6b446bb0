"""STR006: one indicator stands in the table twice."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.words.same import deed_key, exact_key, one_deed
from drafter.filing import Indicator
from drafter.language import normalise


@rule(
    "STR006",
    "duplicate-indicator",
    title_en="An indicator stands twice",
    severity="warning",
    status="stable",
    needs=("indicators",),
    message=(
        "“{indicator}”与“{other}”是同一指标，取值也相同（{value}），重复填报；请删去一条或改成不同的内容",
        "“{indicator}” and “{other}” are one indicator with one value ({value}); delete or change one",
    ),
    variants={
        "blank": (
            "有 {count} 条指标都叫“{indicator}”，又都没有取值，看不出各考核什么；名称可能被截断",
            "{count} indicators without values are all called “{indicator}”; their names may be clipped",
        ),
        "alike": (
            "“{indicator}”与“{other}”只差一个近义词，取值相同（{value}）；如是一回事，请删去一条",
            "“{indicator}” and “{other}” differ in a synonym only and have one value ({value})",
        ),
        "alike-blank": (
            "“{indicator}”与“{other}”只差一个近义词，又都没有取值；如是一回事，请删去一条",
            "“{indicator}” and “{other}” differ in a synonym only, and neither has a value",
        ),
    },
)
def duplicate_indicator(ledger: Ledger) -> Iterator[Emission]:
    """指标重复

    ## 检查什么
    两条三级指标名称相同（“项目资金执行率”与“预算资金执行率”视为相同）且取值相同，不论填在哪一类下。名称只差一个近
    义词（补助、补贴）或只多“保障”“确保”且取值相同的，几条同名而都没有取值的，只作建议。名称相同而取值不同的见 STR007。

    ## 为什么
    同一件事计两次分，实际考核的内容就少一项；多是复制行后忘了改。

    ## 依据
    绩效指标要精简、有代表性（财预〔2021〕101号；财预〔2020〕10号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "【=7000(份)】"}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 补助资金发放及时性, target: 及时}
      - {level1: 产出指标, level2: 时效指标, name: 补贴资金发放及时性, target: 【及时】}
    ```

    ```yaml
    indicators:
      - {level1: 产出指标, level2: 质量指标, name: 保障救助资金合理使用, target: 合理}
      - {level1: 效益指标, level2: 社会效益指标, name: 救助资金合理使用, target: 【合理】}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 二级故障响应时间, target: "≤30(分钟)"}
      - {level1: 产出指标, level2: 时效指标, name: 三级故障响应时间, target: "≤30(分钟)"}
      - {level1: 产出指标, level2: 数量指标, name: 小学教师培训人数, target: "=50(人)"}
      - {level1: 产出指标, level2: 数量指标, name: 中学教师培训人数, target: "=50(人)"}
    ```
    """
    rows = ledger.filing.indicators
    exact: dict[tuple[str, str], int] = {}
    loose: dict[tuple[str, str], int] = {}
    blank: dict[str, list[int]] = {}
    for position, row in enumerate(rows):
        value = _value(row)
        if not row.name.strip():
            continue
        if not value:
            blank.setdefault(exact_key(row.name), []).append(position)
            alike = loose.setdefault((deed_key(row.name), ""), position)
            same = exact_key(rows[alike].name) == exact_key(row.name)
            if alike != position and not same and one_deed(rows[alike].name, row.name):
                yield _hit(rows, alike, position, "alike-blank")
            continue
        strict_key, loose_one = (exact_key(row.name), value), (deed_key(row.name), value)
        first = exact.setdefault(strict_key, position)
        alike = loose.setdefault(loose_one, position)
        if first != position:
            yield _hit(rows, first, position, "")
        elif alike != position and one_deed(rows[alike].name, row.name):
            yield _hit(rows, alike, position, "alike")
    for positions in blank.values():
        if len(positions) > 1:
            refs = [Ref(f"indicators[{position}].name") for position in positions]
            arguments = {"indicator": rows[positions[0]].name, "count": len(positions)}
            yield Hit(refs[0], tuple(refs[1:]), arguments=arguments, variant="blank", severity="info", group=None)


def _hit(rows: list[Indicator], first: int, again: int, variant: str) -> Hit:
    target = rows[again].target
    names = Ref(f"indicators[{again}].name"), Ref(f"indicators[{first}].name")
    values = Ref(f"indicators[{again}].target"), Ref(f"indicators[{first}].target")
    places = names if variant == "alike-blank" else (values[0], *names, values[1])
    return Hit(
        places[0],
        places[1:],
        arguments={
            "indicator": rows[again].name,
            "other": rows[first].name,
            "value": target.raw if target is not None else "",
        },
        variant=variant,
        severity="info" if variant else None,
        group=None,
    )


def _value(row: Indicator) -> str:
    """What the target says, so that =100.00(%) and 100% are equal; "" when blank."""
    target = row.target
    if target is None:
        return ""
    if target.value is None:
        return normalise(target.raw)
    digits = target.value.rstrip("0").rstrip(".") if "." in target.value else target.value
    return f"{target.comparator}{digits}{target.unit or ''}"
