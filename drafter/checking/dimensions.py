"""Whether a number of a goal and the target of a row can be one quantity at all."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from drafter.checking.quantities import TargetQuantity
from drafter.filing import Indicator
from drafter.language import Interval, Mention, lookup
from drafter.language.patterns import lazy

Relation = Literal["same", "near", "loose", "blank"]
"""`near`: units people use for one thing (场, 次); `loose`: comparable only to agree (人, 人次); `blank`: no number."""

_NEAR: tuple[frozenset[str], ...] = (
    frozenset(["家", "个", "所", "处", "座", "户", "院", "站", "村", "社区", "街镇", "单位", "点", "县"]),
    frozenset(["次", "场", "期", "班", "批", "频次", "堂", "节", "讲"]),
    frozenset(["份", "本", "张", "页", "部", "篇", "条", "幅", "期", "卷", "册"]),
    frozenset(["台", "套", "台套", "个", "件", "架", "具", "只", "块", "部", "辆", "把", "张", "面", "组"]),
    frozenset(["项", "个", "件", "条", "种", "项目", "篇", "类", "单", "起", "例", "笔", "宗地", "地块"]),
    frozenset(["株", "盆", "颗", "根"]),
)
_PARTS = "段处点座栋间块片套件"
"""Classifiers said behind another one: 条段, 台套, 栋间."""
_EACH_TIME = 1
"""The group of the times something is done."""
_SECOND = Decimal(1) / Decimal(86400)
_CALENDARS = {
    "duration": (_SECOND, _SECOND),
    "duration:workday": (Decimal(1), Decimal(3)),
    "duration:month": (Decimal(28), Decimal(31)),
}
"""Days of one second, one working day (with the days off between two of them) and one month."""
_APART = 3
"""Times of which one is so many times the other are no rounding of each other."""
# 666 and 667 平方米, as parts of the 2000/3 that an 亩 is.
_LEAST_MU, _MOST_MU = Decimal("0.999"), Decimal("1.0005")
_PEOPLE = frozenset(("人", "人次"))
_RATE_NAME = lazy(r"(率|度|比例|占比|比重)([（(].{1,3}[)）])?$")
_COUNT_NAME = lazy(r"(数|数量|人次|次数|场次|规模|总量|个数|件数|人数|户数|面积|长度|里程)([（(].{1,4}[)）])?$")


def relation(mention: Mention, row: Indicator, quantity: TargetQuantity | None) -> Relation | None:
    """How the number of a goal and the target of a row relate, or None where they cannot be one quantity."""
    if quantity is None:
        worded = row.target is not None
        return "blank" if _may_measure(row.name, mention, strict=worded) else None
    if mention.dimension == quantity.dimension:
        return "loose" if _roughly_converted(mention, quantity) else "same"
    if mention.kind == "duration" and quantity.dimension.startswith("duration"):
        # 15个工作日 and 15个月: one of the units is wrong; what may be the same time in other words is left alone.
        return "near" if other_times(mention, quantity) else None
    if _named_unit(mention, quantity.unit):
        return "same"
    if quantity.unit is not None and _per(mention.unit, row.name) == quantity.unit:
        return "same"
    if quantity.unit is None:
        # A bare number (=22) takes the dimension its name allows.
        return "near" if _may_measure(row.name, mention) and mention.kind in ("count", "percent", "measure") else None
    return classifiers(mention.dimension, quantity.dimension)


def classifiers(dimension: str, other: str) -> Relation | None:
    """How two ways of counting relate (台 and 套, 人 and 人次), None where no thing is counted in both."""
    mine, theirs = _classifier(dimension), _classifier(other)
    if mine and theirs and theirs.removesuffix("次") == mine.removesuffix("次"):
        # 人 and 人次, 件 and 件次 are mixed up: such a pair is never held against a filing.
        return "loose"
    if mine and theirs and any(mine in group and theirs in group for group in _NEAR):
        return "near"
    if mine and theirs and {mine.removesuffix("次"), theirs.removesuffix("次")} <= _NEAR[_EACH_TIME]:
        # 讲解 2600 批次 beside 讲解场次 2600: a time is counted, whatever it is called.
        return "near"
    # 14 个街镇 beside =14(个), or a classifier no table lists, beside one that it does.
    # 个 counts no people.
    if mine and theirs and _compound(mine, theirs):
        return "loose"
    return "loose" if mine and theirs and "个" in (mine, theirs) and not _PEOPLE & {mine, theirs} else None


def _compound(one: str, other: str) -> bool:
    """河道96条段 beside 96条: two classifiers for what the first of them counts. 人份 and 台班 count other things."""
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and len(long) == len("条段") and long[0] == short and long[1] in _PARTS


def occasions(dimension: str, other: str) -> bool:
    """Whether both count how often something is done: 批次 and 次, 台次 and 次."""
    return all(one == "次" or _is_time(one) for one in (_classifier(dimension) or "", _classifier(other) or ""))


def _is_time(classifier: str) -> bool:
    times = classifier.endswith("次") and classifier not in _PEOPLE
    return times or classifier.removesuffix("次") in _NEAR[_EACH_TIME]


def other_times(mention: Mention, quantity: TargetQuantity) -> bool:
    """Whether two times in units of different calendars are far apart however each is counted."""
    said, printed = _days(mention.dimension, mention.interval), _days(quantity.dimension, quantity.interval)
    if said is None or printed is None:
        return False
    return said[1] * _APART < printed[0] or printed[1] * _APART < said[0]


def _days(dimension: str, value: Interval | None) -> tuple[Decimal, Decimal] | None:
    """The fewest and the most days of a time."""
    scale = _CALENDARS.get(dimension)
    return None if value is None or scale is None else (value.low * scale[0], value.high * scale[1])


def _roughly_converted(mention: Mention, quantity: TargetQuantity) -> bool:
    """30.5 亩 and 20343 平方米: apart, and one number for whoever takes an 亩 for 666 to 667 平方米, as is usual."""
    said, printed = mention.interval, quantity.interval
    if said is None or said.meets(printed) or _in_mu(mention.unit) == _in_mu(quantity.unit):
        return False
    mu, metric = (said, printed) if _in_mu(mention.unit) else (printed, said)
    return mu.scale(_LEAST_MU).hull(mu.scale(_MOST_MU)).meets(metric)


def _in_mu(unit: str | None) -> bool:
    return (unit or "").endswith("亩")


def _may_measure(name: str, mention: Mention, *, strict: bool = False) -> bool:
    """Whether a row of that name could print this number; with `strict` only where the name itself promises one."""
    if _RATE_NAME.search(name):
        return mention.kind == "percent"
    if _COUNT_NAME.search(name):
        return mention.kind in ("count", "measure")
    return not strict and mention.kind in ("count", "percent", "measure", "duration")


def _named_unit(mention: Mention, unit: str | None) -> bool:
    """14 个 + 街镇 and =14(街镇): the table prints as unit the noun that the goal counts."""
    if not unit or mention.kind != "count" or lookup(unit) is not None:
        return False
    return unit == (mention.unit or "").removeprefix("个") or bool(mention.entity and mention.entity.endswith(unit))


def _per(unit: str | None, name: str) -> str | None:
    """2 次/人 beside 人均检测次数 in 次: the name says what the unit of the goal says after its stroke."""
    each, _, base = (unit or "").partition("/")
    return each if base and (f"{base}均" in name or f"每{base}" in name) else None


def _classifier(dimension: str) -> str | None:
    return dimension.removeprefix("count:") if dimension.startswith("count:") else None
