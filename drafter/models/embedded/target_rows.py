"""The rows of the results a brief asks for, and what the goal says of them: 满意度不低于90%, 施工周期不超过90天."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.brief import BriefItem, BriefTarget
from drafter.language.patterns import lazy
from drafter.language.units import lookup
from drafter.models.embedded.items import doing_to, said, unit_class
from drafter.models.embedded.material import Material, Row
from drafter.models.embedded.words import word_lists

_LIMIT = lazy(
    r"(?:(?:施工|建设|改造|办理|审批|整改|维修|检测|供货|交付|修复)周期|工期|时限|限期|用时|耗时|时长上限"
    r"|(?:响应|等候|等待|办理|办结|处置|处理|修复|到达|到场|完成|反馈|审批|审核|审查|公示|送达|出警|反应|答复|回复|交付|供货)时间)$"
)
"""Durations that must not grow: who says 施工周期90天 does not mean to reach ninety days."""
# 参赛队伍 =16(支) lacks a word for how many.
_PASSED = ("合格", "达标", "通过", "优良")
_RATES = ("%", "％", "‰")
# What is higher or lower, and neither more nor less: 路面技术状况指数, 病死率.
_SCALE = lazy(r"(?:指数|系数|指标值|等级|浓度|均值|平均分|得分|评分|温度|强度|[^频功]率)$")
_COUNTS = lazy(r"[数量率次度积长里期额重径比例级分时间天限]$|规模|人次|体积|总计|合计")
_BY_WHEN = lazy(r"(?:20\d\d年)?\d{1,2}月(?:底|份|[上中下]旬|\d{1,2}[日号])?(?:之|以)?前|(?:20\d\d年)?[^\W\d]{1,4}前")
_DUE = lazy(
    r"(?P<done>完工|竣工|完成|交付|到货|验收|开工|上线|投用|办结|提交|发放)[^\W\d]{0,4}?(?:时间|时限|期限|日期|及时性)?$"
)
_MOVES = lazy(r"(?:下降|提升|增长|提高|减少|降低|增加|上升|压减)$")
_REACHED = lazy(r"((?:覆盖|服务|惠及|接待|涉及|辐射)[^\W\da-zA-Z_]{1,12}?)(?:人数|户数|数|人次)")
_NUMBERED = lazy(r"(?<=[^\W\d]{2})数量$")
_TOUCHED = lazy(r"涉及|受益|惠及|覆盖|带动|辐射|保障|服务(?!器|站|点|中心|费)")
_ATTAINED = lazy(r"(?:达成|达到|实现)[^\W\d]{2,12}(?<![数量率次度积长里期额重径比例级分时间天限])")
_HARM = lazy(r"(?:事故|事件|投诉|案件|火灾|疫情|泄密|伤亡|死亡|差错|事故数)$")


def category_of(target: BriefTarget) -> str:
    """The kind of second-level category a target of the brief belongs to."""
    if target.value in _PASSED:
        return "quality"
    if target.name.endswith("数量") and target.comparator == "=" and doing_to(target.name):
        # 安置失业人员数量 is what is done, 就业 or not.
        return "quantity"
    moved = target.unit in _RATES and _MOVES.search(target.name)
    for category in word_lists()["categories"]:
        if moved and category["kind"] in ("timeliness", "quality", "quantity"):
            # 路口平均通行时间下降10% is what comes of it.
            continue
        if re.search("|".join(category["words"]), target.name):
            return str(category["kind"])
    if moved:
        return "social_benefit"
    if target.unit in _RATES or _SCALE.search(target.name):
        return "quality"
    unit = lookup(target.unit)
    if unit is not None and unit.kind == "duration" and target.comparator in ("<=", "<"):
        # 故障修复时长不超过24小时 says by when.
        return "timeliness"
    return "quantity" if isinstance(target.value, Decimal) else "social_benefit"


def target_rows(stuff: Material) -> Iterator[Row]:
    """A row for each target of the brief."""
    for index, target in enumerate(stuff.brief.targets):
        category = category_of(target)
        name = f"{stuff.group}{target.name}" if target.name in ("满意度", "满意率") else _occurrence(target)
        if not isinstance(target.value, Decimal):
            yield Row(category, name, target.value, _worded(name, target.value))
            continue
        fact = stuff.fact(f"targets[{index}].value")
        reference = f"{{{fact.id}}}" if fact else ""
        if (
            unit_class(target.unit) == "duration"
            and (target.comparator != "<=" or target.unit not in ("年", "月", "个月"))
            and (target.comparator == "<=" or (target.comparator == "=" and _LIMIT.search(name)))
        ):
            yield Row(category, name, f"≤{reference}", f"{name}不超过{reference}")
            continue
        full = target.comparator in ("=", ">=") and target.value == 100 and target.unit in ("%", "％")
        sign = {">=": "≥", "<=": "≤"}.get(target.comparator, target.comparator)
        word = {
            "=": "达到" if target.value else "为",
            ">=": "不低于" if target.unit in (*_RATES, "分") or _SCALE.search(name) else "不少于",
            "<=": "控制在",
            ">": "高于" if target.unit in _RATES or _SCALE.search(name) else "超过",
            "<": "低于" if target.unit in _RATES or _SCALE.search(name) else "少于",
            "~": "约为",
        }
        after = "以内" if target.comparator == "<=" else ""
        # 参赛人次不少于6000人次 says its unit twice; the 分 of 评分 is a part of the word.
        twice = target.unit and target.unit != "分" and len(name) > len(target.unit) + 1
        spoken = name.removesuffix(target.unit or "") if twice else name
        clause = f"{spoken}{word.get(target.comparator, '为')}{reference}{after}"
        if target.comparator == "=" and (_MOVES.search(name) or _ATTAINED.fullmatch(name)):
            # 达成就业意向800人 says already that they are reached.
            clause = f"{name}{reference}"
        elif target.comparator == "=" and name in ("参训人次", "参与人次"):
            # 举办培训4期，参训200人次.
            clause = f"{name[:2]}{reference}"
        elif target.comparator == "=" and (reached := _REACHED.fullmatch(name)):
            # 覆盖小学3所, not 覆盖小学数达到3所.
            clause = f"{reached[1]}{reference}"
        elif target.comparator == "=" and (held := _held(stuff, target, reference)):
            clause = held
        elif target.comparator == "=" and category == "quantity" and (done := _done(stuff, name, target, reference)):
            clause = done
        elif target.value == 0 and target.comparator in ("=", "<=") and _HARM.search(target.name):
            clause = f"不发生{target.name}"
        if category == "quantity" and not _COUNTS.search(name):
            name += {"人次": "人次", "人": "人数", "户": "户数"}.get(target.unit or "", "数量")
        yield Row(category, name, f"{sign}{reference}", clause, full and target.comparator == "=")


def _held(stuff: Material, target: BriefTarget, reference: str) -> str:
    """举办法治讲座92场, for 法治讲座场次达到92场; empty where nothing is held."""
    noun = re.sub(r"(?:数量|场次|次数|期数|届数)$", "", target.name)
    if noun == target.name or unit_class(target.unit) != "session" or not isinstance(target.value, Decimal):
        return ""
    one = said(BriefItem(name=noun, quantity=target.value, unit=target.unit), reference, stuff.kind, stuff.act)
    return one.phrase or f"{one.verb}{one.object}"


def _done(stuff: Material, name: str, target: BriefTarget, reference: str) -> str:
    """涉及农户5400户 and 完成文物点调查340处, for 涉及农户数量达到5400户; empty for the number of a thing."""
    noun = _NUMBERED.sub("", name)
    if (
        (noun == name and (not _TOUCHED.match(name) or _COUNTS.search(name)))
        or not target.value
        or not isinstance(target.value, Decimal)
    ):
        return ""
    if _TOUCHED.match(noun):
        return f"{noun}{reference}"
    one = said(BriefItem(name=noun, quantity=target.value, unit=target.unit), reference, stuff.kind, stuff.act)
    work = (noun.endswith(tuple(word_lists()["work"])) or not one.verb) and not noun.endswith(("项目", "工程", "任务"))
    return (one.phrase or f"{one.verb}{one.object}") if work else ""


def _occurrence(target: BriefTarget) -> str:
    """The name of what must not happen more often: 投诉不超过5件 is 投诉发生数 in a form."""
    bounded = target.comparator in ("<=", "<") or target.value == 0
    if (
        not bounded
        or target.unit not in ("起", "件", "例", "宗", "次", "人")
        or re.search(r"[数率量]$|次数", target.name)
    ):
        return target.name
    return f"{target.name}{'人数' if target.unit == '人' else '发生次数' if target.unit == '次' else '发生数'}"


def _worded(name: str, value: str) -> str:
    """The clause of a target in words: the words, where they can stand alone (春节前发完, 按合同约定时间到岗)."""
    if _BY_WHEN.fullmatch(value) and (due := _DUE.search(name)):
        # 完工时间 2027年11月底前 lacks what is done by then.
        handed = name[: due.start()] if due["done"] in ("提交", "交付", "发放") else ""
        return f"{value}{due['done']}{handed}"
    if _BY_WHEN.fullmatch(value) and re.fullmatch(r"[^\W\d]{2,8}(?:时间|时限|期限|日期)", name):
        # 首展时间 5月18日前.
        return f"{name}为{value}"
    if value in _PASSED and name.endswith("情况"):
        # 环保检测达标, 验收合格.
        return f"{name.removesuffix('情况')}{value}"
    if name.endswith("状况") and value.startswith("无"):
        # 河面无漂浮物.
        return f"{name.removesuffix('状况')}{value}"
    if name.endswith(("及时性", "情况", "时限", "时间", "状况")) and len(value) > 4:
        return value
    return ""
