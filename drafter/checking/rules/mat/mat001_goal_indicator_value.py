"""MAT001: the goal and an indicator give different numbers for one promise."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from drafter.checking import Agrees, Emission, Hit, Lacking, Ledger, NotApplicable, Ref, Unsure, rule
from drafter.checking.advice import as_the_goal, as_the_row, both_may_be_meant, quoted
from drafter.checking.alignment import TOO_LONG, Pair
from drafter.checking.crossed_rows import crossed_work
from drafter.checking.deadlines import Deadline, deadlines
from drafter.checking.deeds import counts_another_thing
from drafter.checking.dimensions import other_times
from drafter.checking.lost import unread_targets
from drafter.checking.pace_work import pace_work
from drafter.checking.promises import Verdict, compare
from drafter.checking.quantities import TargetQuantity
from drafter.checking.report import Severity
from drafter.checking.said_twice import of_another_age, said_otherwise, told_elsewhere
from drafter.checking.scopes import counts_a_part, counts_places, counts_the_rest
from drafter.checking.slips import slipped
from drafter.checking.unit_rows import unit_work
from drafter.checking.weak_promises import closes_a_list, of_a_class
from drafter.checking.witness import Witnesses
from drafter.checking.worded_work import worded_work
from drafter.language import Mention

_SEVERITY: dict[Verdict, Severity] = {
    "contradicts": "error", "opposite": "error", "looser": "warning", "stricter": "warning", "rounded": "info",
}  # fmt: skip
_ONE_THING = 700
"""Score from which a pair whose units differ is one promise."""


@rule(
    "MAT001",
    "goal-indicator-value",
    title_en="The goal and an indicator give different numbers for one promise",
    severity="error",
    status="stable",
    needs=("annual_goal", "indicators"),
    message=(
        "目标写“{words}”，指标“{indicator}”的值是 {value}，两处矛盾；请核对后写成同一个数",
        "the goal says “{words}”, but the indicator “{indicator}” is {value}: make them one number",
    ),
    variants={
        "opposite": (
            "目标写“{words}”，指标“{indicator}”是 {value}，一个是下限、一个是上限，方向相反",
            "“{words}” of the goal and {value} of the indicator “{indicator}” bound in opposite directions",
        ),
        "looser": (
            "目标写“{words}”，指标“{indicator}”只要求 {value}，达到指标也完不成目标",
            "the goal says “{words}”, but the indicator “{indicator}” only asks for {value}",
        ),
        "stricter": (
            "目标写“{words}”，指标“{indicator}”是 {value}，比目标更严，同一承诺两个数；宜把目标写到与指标一致",
            "the goal says “{words}”, the indicator “{indicator}” asks for more, {value}: raise the goal to it",
        ),
        "rounded": (
            "目标写“{words}”，指标“{indicator}”是 {value}，四舍五入后才一致，宜写成同一个数",
            "the goal says “{words}”, the indicator “{indicator}” {value}: equal only when rounded",
        ),
        "unit": (
            "目标写“{words}”，指标“{indicator}”是 {value}，数相同而计量单位不同；宜写成同一个单位",
            "the goal says “{words}”, the indicator “{indicator}” {value}: one number in two units; make them one",
        ),
        "twice": (
            "目标写“{said}”，另一处写“{other}”，指标“{indicator}”是 {value}，同一件事两个数；请核对后写成同一个数",
            "the goal says “{said}” and also “{other}”; the indicator “{indicator}” is {value}: one thing, two numbers",
        ),
        "worded": (
            "目标写“{said}”，指标“{indicator}”写“{value}”，两处矛盾；请核对后写成同一个数",
            "the goal says “{said}”, the indicator “{indicator}” “{value}”: they contradict each other",
        ),
        "crossed": (
            "目标写“{said}”“{other}”，指标“{indicator}”却是 {value}，“{second}”是 {second_value}，"
            "两行的值像是填反了；请核对",
            "“{said}” and “{other}” of the goal, “{indicator}” {value}, “{second}” {second_value}: crossed?",
        ),
        "pace": (
            "目标写“{words}”，全年为 {total}，指标“{indicator}”的值是 {value}；请核对后写成一致",
            "the goal says “{words}”, {total} in the year, but the indicator “{indicator}” is {value}: make them agree",
        ),
        "later": (
            "目标写“{said}”完成，指标“{indicator}”的期限是“{value}”，晚于目标；请核对后写成同一个日期",
            "the goal says “{said}”, but the indicator “{indicator}” is due later, “{value}”: make it one date",
        ),
        "earlier": (
            "目标写“{said}”完成，指标“{indicator}”的期限是“{value}”，早于目标；请核对后写成同一个日期",
            "the goal says “{said}”, but the indicator “{indicator}” is due earlier, “{value}”: make it one date",
        ),
    },
)
def goal_indicator_value(ledger: Ledger) -> Iterator[Emission]:
    """目标数值与指标值冲突

    ## 检查什么
    年度目标里的每个数，与指标表中确属同一承诺的指标比较（名称、计量单位都对得上，且没有别的候选）。
    数不同为错误；只是指标比目标宽或严的为警告（目标“培训1200人”，指标“≥1150(人)”：达到指标也完不成目标）；目标写了界限（不低于、以上、以内）
    而指标略严的，目标写“力争”而指标略宽的，只作建议，相差五分之一以上的仍为警告（五分之一是本工具自定的界限）。“达90%”与“≥90%”、“100”与“100.00”不算冲突；
    指标名称里有目标那句话没有提到的事物、做法的（目标“维护路灯12600盏”，指标“更换路灯数量”；新建、改造，男、女），可能是其中一部分或另一件事，
    减为警告；目标里往年、以后年度和几年合计的数不比较。
    “约”“左右”以及配对不唯一的，只提示不确定；与约数相差一倍以上的为警告（一倍是本工具自定的界限）。数相同而一处写人、一处写人次的，只作建议。目标自己对同一件事写了两个数、其中一个
    与指标相同的，以及指标文字里的时限与目标用同样的话而数不同的（进点后60日内、进点后90日内），为警告；时限、年龄写在指标名称里的（15秒接通率）也一样；数字相同而一处是天、一处是个的也一样。
    名称只有部分相同的，如果两处都没有别的数可配、数只差一个数字、颠倒两个数字或差一个小数点（3600批次、3800批次），为警告。
    全年执行的“每月巡查1次”“每季度检查2次”，指标少于全年应有的次数，为警告；句中写明有的月份不做（封山期除外、供暖期内）的不比较。
    时限的计量单位不同而相差三倍以上的（20个工作日、20个月），为警告。
    两行指标的值正好是目标里对方的数（线下36场、线上24场，指标线下24场、线上36场），为警告。
    完成期限也一样：目标写“10月底前完成扫描”，指标“扫描完成时间”写“11月底前”，为警告；分阶段、按季度的期限不比较。

    ## 为什么
    目标和指标是同一个承诺的两种写法。两个数不一样，年终自评就不知道按哪一个算。

    ## 依据
    绩效指标是绩效目标的细化和量化（财预〔2015〕88号；财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    annual_goal: 年内印制宣传册【6000份】，验收合格率达100%，居民满意度达90%以上。
    ```
    ```yaml
    annual_goal: 年内印制宣传册7000份，验收合格率达100%，居民满意度达【95%】以上。
    ```
    ```yaml
    annual_goal: 年内印制宣传册7000份，【10月底】前完成投放，居民满意度达90%以上。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 产出指标, level2: 时效指标, name: 投放完成时间, target: 2026年11月底前}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)"}
    ```
    ```yaml
    annual_goal: 进点后【90日】内出具报告，年内印制宣传册7000份，居民满意度达90%以上。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 产出指标, level2: 时效指标, name: 报告出具时限, target: 进点后60日内}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)"}
    ```

    ## 正确示例
    ```yaml
    annual_goal: 年内印制宣传册7,000份，验收合格率达100%，居民满意度不低于90%。
    ```
    别的数不与它混淆：
    ```yaml
    annual_goal: 组织38名志愿者上门服务，印制宣传册7000份，覆盖14个街镇。
    ```
    """
    dated = deadlines(ledger)
    for found in dated:
        yield _judge_deadline(ledger, found)
    yield from chain.from_iterable(work(ledger) for work in (worded_work, pace_work, crossed_work, unit_work))
    if not any(role != "none" for role in ledger.alignment.roles):
        if not dated:
            yield NotApplicable()
        return
    if all(quantity is None for quantity in ledger.quantities):
        yield Lacking("指标值全部空白，无法与目标核对", "no indicator has a value to compare with", "indicators")
        return
    if ledger.alignment.cut:
        yield Lacking(*TOO_LONG, "annual_goal")
    yield from unread_targets(ledger)
    witnesses = Witnesses(ledger)
    for pair in ledger.alignment.pairs:
        quantity = ledger.quantities[pair.indicator]
        if quantity is not None:
            yield _judge(ledger, pair, quantity, witnesses.for_row(pair, quantity))
    for mention, pair in said_otherwise(ledger):
        if mention.start in ledger.other_times:
            continue
        row = ledger.filing.indicators[pair.indicator]
        value = row.target.raw if row.target else ""
        other = Ref("annual_goal", (pair.mention.start, pair.mention.end))
        yield Hit(
            Ref("annual_goal", (mention.start, mention.end)),
            (other, Ref(f"indicators[{pair.indicator}].target")),
            arguments={"said": mention.text, "other": pair.mention.text, "indicator": row.name, "value": value},
            arithmetic=f"{mention.text} ≠ {pair.mention.text}",
            variant="twice",
            severity="warning",
            group=None,
            reconcile=True,
        )


def _judge(ledger: Ledger, pair: Pair, quantity: TargetQuantity, right: str | None) -> Emission:
    mention, row = pair.mention, ledger.filing.indicators[pair.indicator]
    goal = ledger.text("annual_goal")
    place = Ref("annual_goal", (mention.start, mention.end))
    target = Ref(f"indicators[{pair.indicator}].target")
    verdict = compare(mention, quantity, goal[max(0, mention.start - 16) : mention.start], row.name)
    if verdict == "stricter" and mention.kind == "percent" and quantity.unit == "%" and Decimal(quantity.digits) > 100:
        # No share can be stricter than 100%: one number is wrong, and VAL004 has nothing to add.
        verdict = "contradicts"
    value = row.target.raw if row.target else ""
    if verdict != "agrees" and counts_the_rest(goal, mention, quantity):
        return Agrees(place, (target,), f"{mention.text} = {value.removeprefix('=')}")
    if verdict != "agrees" and counts_a_part(goal, mention, ledger.alignment.mentions, quantity):
        # What the row counts is the sum; the number itself is one of its parts.
        return Unsure(place, (target,), f"{mention.text} ? {value}")
    other = mention.kind == "duration" and other_times(mention, quantity)
    if other:
        verdict = "contradicts"
    if verdict == "agrees" and pair.relation != "loose" and pair.role != "pace":
        return Agrees(place, (target,), f"{mention.text} = {value.removeprefix('=')}")
    severity = "warning" if other else _SEVERITY.get(verdict)
    if severity == "error" and "~" in (mention.comparator, quantity.comparator):
        severity = "warning"
    if both_may_be_meant(goal, mention, quantity, verdict):
        severity = "info"
    if verdict == "agrees" and pair.role == "promise" and pair.score >= _ONE_THING and _times(mention, quantity):
        return _unit(ledger, pair, place, target, value)
    if verdict == "stricter" and severity == "info":
        # Nobody is told to ask for less: the goal may promise what the row does.
        right = right or as_the_row(pair, quantity)
    if severity == "error" and (
        pair.likely or counts_another_thing(goal, mention, row.name, slipped=slipped(mention, quantity))
    ):
        # 维护路灯12600盏 beside 更换路灯数量 1260: the row may count some of them only.
        severity = "warning"
    if (
        not (pair.sure or pair.likely)
        or severity is None
        or told_elsewhere(ledger, pair)
        or counts_places(ledger, pair)
        or of_another_age(ledger, pair)
        or mention.start in ledger.other_times
        or of_a_class(goal, mention, ledger.alignment.mentions)
        or closes_a_list(goal, mention, ledger.alignment.mentions)
    ):
        return Unsure(place, (target,), f"{mention.text} ? {value}")
    said, words = quoted(goal, mention)
    return Hit(
        place,
        (target,),
        arguments={"entity": mention.entity or "", "said": said, "words": words, "indicator": row.name, "value": value},
        arithmetic=f"{mention.text} ≠ {value.removeprefix('=')}",
        suggestion=None if right else as_the_goal(pair, quantity, verdict),
        correction=(place, right) if right else None,
        variant="" if verdict == "contradicts" else verdict,
        severity=severity,
        group=None,
        reconcile=True,
    )


def _times(mention: Mention, quantity: TargetQuantity) -> bool:
    """2400 人 beside 2400 人次: whom one counts, and how often."""
    one, other = mention.dimension, quantity.dimension
    return {one, other} == {"count:人", "count:人次"} and mention.interval == quantity.interval


def _unit(ledger: Ledger, pair: Pair, place: Ref, target: Ref, value: str) -> Hit:
    said, words = quoted(ledger.text("annual_goal"), pair.mention)
    row = ledger.filing.indicators[pair.indicator]
    return Hit(
        place,
        (target,),
        arguments={"said": said, "words": words, "indicator": row.name, "value": value},
        arithmetic=f"{pair.mention.text} ≠ {value.removeprefix('=')}",
        variant="unit",
        severity="info",
        group=None,
        reconcile=False,
    )


def _judge_deadline(ledger: Ledger, found: Deadline) -> Emission:
    row, mention = ledger.filing.indicators[found.indicator], found.mention
    value = row.target.raw if row.target else ""
    place = Ref("annual_goal", (mention.start, mention.end))
    target = Ref(f"indicators[{found.indicator}].target")
    if not found.later:
        return Agrees(place, (target,), f"{mention.text} = {value}")
    if not found.sure:
        return Unsure(place, (target,), f"{mention.text} ? {value}")
    return Hit(
        place,
        (target,),
        arguments={"said": f"{mention.text}前", "indicator": row.name, "value": value},
        arithmetic=f"{mention.text} ≠ {value}",
        variant="later" if found.later > 0 else "earlier",
        severity="warning",
        group=None,
        reconcile=True,
    )
