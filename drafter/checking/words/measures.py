"""In what a name asks to be measured: 人数 in people, 面积 in area, 合格率 in percent. And whether a unit fits it."""

from __future__ import annotations

from typing import NamedTuple

from drafter.checking.words.names import bare, is_rate, is_satisfaction, is_unit_price
from drafter.language import Unit, lookup
from drafter.language.memory import NAMES, remembered
from drafter.language.patterns import lazy

_PAPER = frozenset(["份", "本", "册", "张", "篇", "页", "卷", "幅", "封", "部"])
_MACHINE = frozenset(["台", "辆", "架", "艘", "台套", "盏"])
_PLACE = frozenset(["座", "幢", "间", "处", "所", "家"])
_EVENT = frozenset(["场", "期", "届", "班", "课时", "学时", "节"])
_PERSON = frozenset(["人", "人次"])
_COUNTS = _PAPER | _MACHINE | _PLACE | _EVENT | _PERSON
_NO_COUNT = frozenset({"percent", "money", "duration", "measure"})


class Measure(NamedTuple):
    """What a name asks for.

    Attributes:
        label: For people, in Chinese: "人", "时间", "百分比（%）"; `label_en` in English.
        kinds: Kinds of units that cannot be meant.
        counted: Things that cannot be meant, by the unit that counts them ("份").
        dimension: The one physical dimension that can be meant, "" for any.
    """

    label: str
    label_en: str
    kinds: frozenset[str]
    counted: frozenset[str] = frozenset()
    dimension: str = ""


_NOT_FLAT = _NO_COUNT - {"measure"} | {"count"}
_NOT_MONEY = frozenset({"duration", "measure", "count"})
_NOT_TIME = frozenset({"percent", "money", "measure", "count"})
_NO_SUM = frozenset({"percent", "money"})
_PAID = Measure("元", "yuan", frozenset({"duration", "measure"}), _COUNTS | {"户", "件", "套", "头", "只", "株"})
_ENDINGS: tuple[tuple[str, Measure], ...] = (
    # 网点补助标准 ≥3000吨: what is paid for, and not what is paid.
    ("(?:补助|补贴|资助|奖励|奖补|慰问|收费)标准|(?:购置|采购|更换|印制|单位|人均|户均|亩均)成本", _PAID),
    ("人数|人次|人员数量?|户籍数", Measure("人", "people", _NO_COUNT, _PAPER | _MACHINE | _PLACE | _EVENT)),
    ("户数|家庭数量?", Measure("户", "households", _NO_COUNT, _PAPER | _MACHINE | _EVENT | _PERSON)),
    ("件数|案件数量?|件量", Measure("件", "items", _NO_COUNT, _MACHINE | _PLACE | _EVENT | _PERSON)),
    ("份数|册数|本数|页数|张数|篇数", Measure("份", "copies", _NO_COUNT, _MACHINE | _PLACE | _EVENT | _PERSON)),
    ("台数|台套数|辆数|车辆数量?", Measure("台", "machines", _NO_COUNT, _PAPER | _PLACE | _EVENT | _PERSON)),
    ("次数|场次|场数|期数|班次|频次", Measure("次", "times", _NO_COUNT, _PAPER | _MACHINE | _PLACE | {"人"})),
    ("面积", Measure("面积", "area", _NOT_FLAT, dimension="area")),
    ("长度|里程", Measure("长度", "length", _NOT_FLAT, dimension="length")),
    ("金额|总成本|总费用|总投资|总造价", Measure("元", "yuan", _NOT_MONEY)),
    ("时间|周期|时限|时长|期限|年限|工期", Measure("时间", "time", _NOT_TIME)),
    ("天数|日数|小时数|月数", Measure("时间", "time", frozenset({"percent", "money", "measure"}), _COUNTS)),
    # 古树复壮株数 15米: things that are counted one by one.
    ("[株棵盏块只头羽匹条路套个座家所处间栋幢艘架支]数", Measure("个数", "pieces", _NO_COUNT)),
    # 指数, 系数, 参数 and 百分数 end in 数 and count nothing.
    ("数量|总量|(?<![参多少变招指系分常函倍读])数", Measure("数量", "a count", _NO_SUM)),
)
_MEASURES = tuple((lazy(f"({ending})$"), measure) for ending, measure in _ENDINGS)
_PRICE = Measure("元", "yuan", frozenset({"percent", "duration", "measure", "count"}))
_SHARE = Measure("百分比（%）", "percent", frozenset({"money", "duration", "measure", "count"}))
_GRADE = Measure("百分比（%）或分", "percent or points", frozenset({"money", "duration", "measure", "count"}))
# A ceiling or an entry of accounts is in what the budget is in: 预算控制数, 决算数; 编制控制数 is in people.
# 资金数量 is money, 服务期数 may be lessons; 每万人口床位数 is a ratio and measured in whatever it says.
_MONEYED = lazy(
    r"资金|经费|金额|费用|款|产值|收入|投入|贷款|税|补贴额|补助额|(?:控制|限额|预算|概算|决算|支出|核定|拨付)数$"
)
_QUOTIENT = lazy(r"[数量额次积][/／][^/／]*[数量额次积]$", needs="/／")
_RATIO = lazy(r"[/：:]|分之|百分点|倍|成|‰", needs=("/", "：", ":", "分之", "百分点", "倍", "成", "‰"))


@remembered(NAMES)
def measure_of(name: str) -> Measure | None:
    """What the name asks to be measured in, None where it leaves that open."""
    text = bare(name)
    if is_rate(text):
        return _SHARE
    if _QUOTIENT.search(text):
        # 实际服务小时数/计划小时数 is a ratio, in hours or in percent.
        return None
    if is_satisfaction(text):
        return _GRADE
    if is_unit_price(text):
        return _PRICE
    found = next((measure for pattern, measure in _MEASURES if pattern.search(text)), None)
    if found is not None and "money" in found.kinds and _MONEYED.search(text):
        return None
    return found


def fits(measure: Measure, unit: str) -> bool:
    """Whether a printed unit may be what the name asks for. A unit nobody knows fits all but a percentage."""
    known = lookup(unit)
    if measure is _SHARE and _RATIO.search(unit):
        return True
    if known is None:
        return measure is not _SHARE
    if measure is _GRADE and known.dimension == "score":
        return True
    if known.kind == "count" and known.dimension.partition(":")[2] in measure.counted:
        return False
    if measure.dimension == "length" and unit.endswith("里"):
        return True
    if measure.dimension and known.kind == "measure":
        return known.dimension.startswith(measure.dimension) or "·" in unit or "/" in unit
    return _kind(known) not in measure.kinds


def _kind(unit: Unit) -> str:
    # 学时 counts lessons and measures time; 平方米·次 counts rounds and measures area.
    if unit.dimension in ("count:学时", "count:课时", "count:平方米·次", "count:亩次", "count:公里·次"):
        return ""
    if unit.dimension.startswith("money"):
        return "money"
    return "percent" if unit.dimension == "percentage_point" else unit.kind
