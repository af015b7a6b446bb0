"""How items are said in a goal and named as indicators: 聘用保安2人, 保安人数, 保安人均费用标准."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from drafter.brief import BriefItem
from drafter.models.embedded.kinds import Kind
from drafter.models.embedded.nouns import stem

_EXPERT = ("专家", "律师", "讲师", "教师", "顾问", "教练", "评委", "设计师", "老师", "教官", "主持人")
_STAFF = (
    "员",
    "人员",
    "保安",
    "雇员",
    "社工",
    "护工",
    "厨师",
    "护士",
    "医生",
    "助理",
    "协管",
    "队员",
    "管理",
    "工人",
    "师傅",
    "工程师",
    *_EXPERT,
)


@dataclass(frozen=True, slots=True)
class Said:
    """An item as a goal says it: 聘用 + 保安 + {F1}; `noun` alone names it in an indicator."""

    verb: str
    noun: str
    reference: str

    @property
    def object(self) -> str:
        """Noun and number: 保安{F1}."""
        return f"{self.noun}{self.reference}"


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("drafter.models.embedded").joinpath("verbs.toml").read_text("utf-8"))


def unit_class(unit: str | None) -> str:
    """person, visits, session, site, area, piece, duration, batch, or goods for any other thing."""
    return next((name for name, units in _data()["units"].items() if unit in units), "goods")


def said(item: BriefItem, reference: str, kind: Kind, act: str) -> Said:
    """How the goal says an item with a quantity."""
    noun = stem(item.name)
    leading = next((verb for verb in _data()["leading"] if noun.startswith(verb) and len(noun) > len(verb) + 1), "")
    if leading:
        return Said(leading, noun[len(leading) :], reference)
    inverted = next((verb for verb in _data()["inverted"] if noun.endswith(verb) and len(noun) > len(verb) + 1), "")
    if inverted:
        return Said(inverted, noun[: -len(inverted)], reference)
    group = unit_class(item.unit)
    if group == "duration":
        return Said("购买", noun if noun.endswith(("服务", "租赁")) else f"{noun}服务", reference)
    if any(noun.endswith(word) for word in _data()["work"]):
        return Said("完成" if group != "session" else "开展", noun, reference)
    return Said(_verb(noun, group, kind, act), noun, reference)


def _verb(noun: str, group: str, kind: Kind, act: str) -> str:
    if group in ("person", "visits"):
        if noun.endswith(_EXPERT):
            return "聘请"
        staff = noun.endswith(_STAFF) and kind.id not in ("training", "subsidy", "health", "insurance", "care")
        return "聘用" if staff and kind.person_verb not in ("配备", "聘用") else kind.person_verb
    if group == "session":
        if noun.endswith(tuple(_data()["gatherings"])):
            return kind.session_verb or "举办"
        return "开展"
    if group == "site":
        return act if kind.site_by_act else kind.site_verb or "覆盖"
    if group == "area":
        return act if kind.acts and act in _data()["leading"] else kind.area_verb or "完成"
    if group == "piece":
        return kind.piece_verb or "完成"
    if group == "batch":
        return "完成"
    for verb, nouns in _data()["goods"].items():
        if noun.endswith(tuple(nouns)):
            return verb
    if kind.goods_by_act and act in _data()["leading"]:
        return act
    return kind.goods_verb or "购置"


def quantity_name(item: BriefItem, one: Said) -> str:
    """Name of the indicator that counts an item: 保安人数, 宣传册印制数量, 业务培训期数."""
    noun = one.noun
    unit = item.unit or ""
    group = unit_class(item.unit)
    work = one.verb if one.verb in _data()["leading"] and group not in ("person", "visits") else ""
    if work in ("购买", "开展", "举办", "组织", "服务", "聘用", "聘请", "配备") or noun.endswith(work or "　"):
        work = ""
    base = f"{noun}{work}"
    if group == "person":
        return f"{noun}人数"
    if group == "visits":
        return f"{noun}人次"
    if group == "duration":
        return f"{noun}期限"
    if group == "area":
        length = any(word in unit for word in ("公里", "千米", "延米", "延长米")) or unit == "米"
        return f"{base}{'长度' if length else '体积' if '立方' in unit else '面积'}"
    if group == "session":
        suffix = {
            "场": "场次",
            "场次": "场次",
            "期": "期数",
            "期次": "期数",
            "班": "班次",
            "届": "届数",
            "轮": "轮次",
        }.get(unit, "次数")
        return f"{base}{suffix}"
    if group == "site":
        return f"{base}{'户数' if unit == '户' else '数量'}"
    if group == "batch":
        return f"{base}{'批次' if unit in ('批', '批次') else '数量'}"
    return f"{base}{'件数' if unit == '件' else '数量'}"


def price_name(item: BriefItem, one: Said, kind: Kind) -> str:
    """Name of the indicator that holds an item's unit price: 保安人均费用标准, 宣传册单价标准."""
    group = unit_class(item.unit)
    if kind.id == "subsidy":
        noun = one.noun
        return f"{noun}{'' if noun.endswith(('补助', '补贴', '津贴', '慰问', '奖励', '资助', '救助')) else '补助'}标准"
    if group == "person":
        return f"{one.noun}人均费用标准"
    return f"{one.noun}单价标准"
