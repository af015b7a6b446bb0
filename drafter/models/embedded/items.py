"""How items are said in a goal and named as indicators: 聘用保安2人, 保安人数, 保安人均费用标准."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.brief import BriefItem
from drafter.models.embedded.kinds import Kind
from drafter.models.embedded.nouns import stem
from drafter.models.embedded.words import word_lists

_EXPERT = (
    "专家",
    "律师",
    "讲师",
    "教师",
    "顾问",
    "教练",
    "评委",
    "设计师",
    "老师",
    "教官",
    "主持人",
    "作家",
    "画家",
    "艺术家",
    "嘉宾",
)
STAFF = (
    "员",
    "用工",
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


# 八一慰问 is when people are visited, not whom.
_MACHINES = ("台", "部", "艘", "辆", "套", "架", "艇", "组")
_INSTITUTIONS = ("个", "家", "所", "处", "座")
_OCCASION = re.compile(
    r".*(?:节|节日|节前|八一|七一|六一|五一|元旦|国庆|中秋|端午|高温|暑期|防暑|冬季|夏季|新春|岁末|年终|生日|走访)"
)


class Said(NamedTuple):
    """An item as a goal says it: 聘用 + 保安 + {F1}; `noun` alone names it in an indicator.

    `phrase` is there where that order would be wrong: 向{F1}发放高龄津贴, 组织{F1}参加党员教育活动.
    """

    verb: str
    noun: str
    reference: str
    phrase: str = ""

    @property
    def object(self) -> str:
        """Noun and number: 保安{F1}."""
        return f"{self.noun}{self.reference}"


def unit_class(unit: str | None) -> str:
    """person, visits, session, site, area, piece, loose, duration, batch, or goods for any other thing."""
    return next((name for name, units in word_lists()["units"].items() if unit in units), "goods")


def counts(item: BriefItem) -> bool:
    """Whether an item has a count worth saying; one of nothing in particular (法律顾问经费 1) is a sum of money."""
    return item.quantity is not None and (item.quantity != 1 or bool(item.unit))


def said(item: BriefItem, reference: str, kind: Kind, act: str) -> Said:
    """How the goal says an item with a quantity."""
    data = word_lists()
    if item.verb == "安装" and stem(item.name).removesuffix("安装").endswith(tuple(data["built"])):
        return Said("建设", stem(item.name).removesuffix("安装"), reference)
    if item.verb:
        # The office's own word: 管护河道38条, not 购置. What ends in it already is said once: 河道管护.
        bare = stem(item.name)
        own = bare.removesuffix(item.verb).removeprefix(item.verb)
        return Said(item.verb, own, reference) if len(own) > 1 else Said("完成", bare, reference)
    noun = _payee(stem(item.name), kind)
    if noun.endswith("慰问") and _OCCASION.fullmatch(noun.removesuffix("慰问")):
        return Said("开展", noun, reference)
    if noun.endswith(tuple(data["paid"])):
        verb = "慰问" if noun.endswith("慰问") else "发放"
        bare = noun.removeprefix("发放").removesuffix("慰问") or noun
        # 发放用餐补贴96000人次 hands out visits, 发放传习所补助6个 six allowances of no size.
        group = _group(item, noun)
        if verb == "发放" and (item.unit in _INSTITUTIONS) and noun.endswith("补助") and len(noun) > 3:
            return Said("补助", noun.removesuffix("补助"), reference)
        before = {"person": "向", "visits": "按"}.get(group, "") if verb == "发放" else ""
        return Said(verb, bare, reference, f"{before}{reference}发放{bare}" if before else "")
    if noun in data["leading"] or noun in data["inverted"]:
        return Said("完成", noun, reference)
    leading = next((verb for verb in data["leading"] if noun.startswith(verb) and len(noun) > len(verb) + 1), "")
    # 接种服务 is a service given, no 服务 that is inoculated.
    leading = "" if noun == f"{leading}服务" else leading
    if leading:
        return Said(_usual(leading), noun[len(leading) :], reference)
    group = _group(item, noun)
    inverted = next((verb for verb in data["inverted"] if noun.endswith(verb) and len(noun) > len(verb) + 1), "")
    if group == "duration" and inverted not in ("租赁", "租用"):
        return Said("购买", noun if noun.endswith("服务") else f"{noun}服务", reference)
    if inverted:
        return Said(_usual(inverted), noun[: -len(inverted)], reference)
    if noun.endswith("运行") and group in ("site", "goods") and len(noun) > 3:
        return Said("保障", noun, reference, f"保障{reference}{noun}")
    serviced = next((verb for verb in data["serviced"] if noun.endswith(verb) and len(noun) > len(verb) + 1), "")
    if serviced and item.unit in _MACHINES:
        return Said(serviced, noun.removesuffix(serviced), reference)
    if noun.endswith(tuple(data["insured"])) and group == "person":
        return Said("投保", noun, reference, f"为{reference}投保{noun}")
    if noun.endswith(tuple(data["work"])):
        return Said("完成" if group != "session" else "开展", noun, reference)
    if group == "person" and noun.endswith(tuple(data["gatherings"])):
        return Said("组织", noun, reference, f"组织{reference}参加{noun}")
    return Said(_verb(noun, group, kind, act), noun, reference)


def _group(item: BriefItem, noun: str) -> str:
    # Three 保安 without a unit are people.
    return "person" if not item.unit and noun.endswith(STAFF) else unit_class(item.unit)


def _payee(noun: str, kind: Kind) -> str:
    # Outside subsidies an allowance pays people for their work, and the work is what the goal is about: 值班律师补贴.
    bare = re.sub(r"(?:补贴|补助|津贴)$", "", noun)
    return bare if kind.id != "subsidy" and bare.endswith(STAFF) else noun


def _usual(verb: str) -> str:
    return word_lists()["same"].get(verb, verb)


def _verb(noun: str, group: str, kind: Kind, act: str) -> str:
    if group == "visits" and noun.endswith(STAFF):
        return "安排"
    if group in ("person", "visits"):
        return _person_verb(noun, kind)
    if group == "session":
        gathering = noun.endswith(tuple(word_lists()["gatherings"]))
        return (kind.session_verb or "举办") if gathering else "开展"
    if group == "site":
        return act if kind.site_by_act else kind.site_verb or "覆盖"
    made = next((verb for verb, nouns in word_lists()["goods"].items() if noun.endswith(tuple(nouns))), "")
    if not made and kind.builds and noun.endswith(tuple(word_lists()["built"])):
        return act if act in ("新建", "改建", "扩建", "改造", "修缮", "翻新") else "建设"
    if group == "area":
        return made or (act if act in word_lists()["leading"] else kind.area_verb or "完成")
    if group == "piece" or (group == "loose" and kind.piece_verb):
        return kind.piece_verb or "完成"
    if group == "batch":
        return "完成"
    if made:
        return made
    if noun.endswith(tuple(word_lists()["consumed"])):
        return "采购"
    if kind.goods_verb == "安装" and noun.endswith(tuple(word_lists()["bought"])):
        return "购置"
    return act if kind.goods_by_act and act in word_lists()["leading"] else kind.goods_verb or "购置"


def _person_verb(noun: str, kind: Kind) -> str:
    if noun.endswith(_EXPERT):
        return "聘请"
    if noun.endswith(tuple(word_lists()["insured"])):
        return "投保"
    if noun.endswith(tuple(word_lists()["given"])):
        return "提供"
    if noun.endswith(STAFF) and not noun.endswith(
        ("学员", "党员", "队员", "运动员", "参保人员", "失业人员", "困难人员")
    ):
        return kind.person_verb if kind.person_verb in ("配备", "聘用") else "聘用"
    if noun.endswith(tuple(word_lists()["gatherings"])):
        return "组织"
    if noun.endswith(tuple(word_lists()["people"])):
        return "服务" if kind.person_verb in ("配备", "聘用", "聘请") else kind.person_verb
    return "完成"


_COUNTED = re.compile(r"(?:数量|人数|件数|户数|次数|场次|期数|批次|人次|面积|长度|体积|总数|家数|数|量|里程|期限)$")
_SESSIONS = {"场": "场次", "场次": "场次", "期": "期数", "期次": "期数", "班": "班次", "届": "届数", "轮": "轮次"}
# Verbs that say nothing a count's name should hold: 保安人数, not 保安聘用人数.
_PLAIN = frozenset(
    (
        "购买",
        "开展",
        "举办",
        "组织",
        "服务",
        "聘用",
        "聘请",
        "配备",
        "完成",
        "发放",
        "投保",
        "委托",
        "采购",
        "购置",
        "招聘",
        "邀请",
        "选派",
        "提供",
        "承办",
    )
)


def quantity_name(item: BriefItem, one: Said) -> str:
    """Name of the indicator that counts an item: 保安人数, 宣传册印制数量, 业务培训期数."""
    group, unit = _group(item, one.noun), item.unit or ""
    if _COUNTED.search(one.noun):
        return one.noun
    if group == "person":
        return f"{one.noun}人数"
    if group == "visits":
        return f"{one.noun}人次"
    if group == "duration":
        return f"{one.noun}期限"
    named = (
        (one.verb == item.verb or any(one.verb in word_lists()[name] for name in ("leading", "inverted", "serviced")))
        and one.verb not in _PLAIN
        and not one.noun.endswith(one.verb)
    )
    return f"{one.noun}{one.verb if named else ''}{_measure(group, unit)}"


def _measure(group: str, unit: str) -> str:
    if group == "area":
        if unit == "米" or any(word in unit for word in ("公里", "千米", "延米", "延长米")):
            return "长度"
        return "体积" if "立方" in unit else "面积"
    if group == "session":
        return _SESSIONS.get(unit, "次数")
    if unit == "户":
        return "户数"
    if unit in ("批", "批次"):
        return "批次"
    return "件数" if unit == "件" else "数量"


def price_name(item: BriefItem, one: Said, kind: Kind) -> str:
    """Name of the indicator that holds an item's unit price: 保安人均费用标准, 河道疏浚单价标准."""
    group = _group(item, one.noun)
    own = one.verb if one.verb and one.verb in item.name else ""
    if kind.id == "subsidy":
        noun = f"{one.noun}{own}"
        if group not in ("person", "visits", "area", "site") and not noun.endswith(tuple(word_lists()["paid"])):
            return f"{noun}单价标准"
        return f"{noun}{'' if noun.endswith(tuple(word_lists()['paid'])) or own else '补助'}标准"
    if own == "减免" or (not own and one.noun.endswith(tuple(word_lists()["paid"]))):
        return f"{one.noun}{own}标准"
    if group == "person" and not own:
        return f"{one.noun}人均费用标准"
    return f"{one.noun}{own}单价标准"


def thing_of(text: str) -> str:
    """The kind of goods a text names (图书馆文献购置 → 文献), or an empty string."""
    found = [(text.rfind(word), word) for word in word_lists()["things"]["words"] if word in text]
    return max(found)[1] if found else ""


def sort_of(nouns: Sequence[str]) -> str:
    """What several goods are together: 设备, 设备及家具; an empty string where they are of more sorts, or of none."""
    sorts: dict[str, list[str]] = word_lists()["things"]["sorts"]
    found = [next((sort for sort, ends in sorts.items() if noun.endswith(tuple(ends))), "") for noun in nouns]
    kinds = list(dict.fromkeys(found))
    return "及".join(kinds) if "" not in kinds and len(kinds) <= 2 else ""
