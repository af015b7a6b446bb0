"""How items are named in a table: 保安人数, 宣传册印制数量, 河道疏浚单价标准, and what several goods are together."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.brief import BriefItem
from drafter.language.patterns import lazy
from drafter.models.embedded.items import BUILDS, Said, group_of_item
from drafter.models.embedded.kinds import Kind
from drafter.models.embedded.words import word_lists

_COUNTED = lazy(r"(?:数量|人数|件数|户数|次数|场次|期数|批次|人次|面积|长度|体积|总数|家数|数|量|里程|期限)$")
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


# Work on what is there already: 厕所管护单价标准, for 厕所单价标准 would be what one costs.
_UPKEEP = frozenset(
    ("管护", "养护", "保洁", "维护", "运维", "维保", "保养", "管理", "清运", "打捞", "测评", "检测", "监测", "治理")
)


def quantity_name(item: BriefItem, one: Said) -> str:
    """Name of the indicator that counts an item: 保安人数, 宣传册印制数量, 业务培训期数."""
    group, unit = group_of_item(item, one.noun), item.unit or ""
    if _COUNTED.search(one.noun):
        return one.noun
    if group == "person":
        return f"{one.noun}{'数量' if one.noun.endswith('人员') else '人数'}"
    if group == "visits":
        done = one.verb if one.verb and _holds(item.name, one.verb) and len(one.noun) < 4 else ""
        return f"{one.noun}{done}人次"
    if group == "duration":
        return f"{one.noun}期限"
    named = (
        (
            one.verb == item.verb
            or one.verb in _UPKEEP
            or any(one.verb in word_lists()[name] for name in ("leading", "inverted", "serviced"))
            or (group == "session" and _holds(item.name, one.verb))
        )
        and one.verb not in _PLAIN
        and not one.noun.endswith(one.verb)
    )
    return f"{one.noun}{one.verb if named else ''}{_measure(group, unit)}"


def _holds(name: str, verb: str) -> bool:
    # 培训残疾人 and 残疾人培训 are counted as 残疾人培训人次.
    return name.endswith(verb) or name.startswith(verb)


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


def is_built(one: Said) -> bool:
    """Whether something is built: what one costs is a price, in a project of subsidies too."""
    return one.verb in (*BUILDS, "建设") and not one.noun.endswith(one.verb)


def price_name(item: BriefItem, one: Said, kind: Kind) -> str:
    """Name of the indicator that holds an item's unit price: 保安人均费用标准, 河道疏浚单价标准."""
    group = group_of_item(item, one.noun)
    own = one.verb if one.verb and (one.verb in item.name or one.verb in _UPKEEP) else ""
    own = "" if own and one.noun.endswith(own) else own
    if kind.id == "subsidy" and one.verb in ("补贴", "补助", "资助", "奖励") and group == "goods":
        return f"{one.noun}{one.verb}标准"
    if kind.id == "subsidy" and is_built(one):
        return f"{one.noun}{one.verb}单价标准"
    if (
        kind.id == "subsidy"
        and one.noun.endswith("面积")
        and one.noun.removesuffix("面积").endswith(("补贴", "补助", "奖补"))
    ):
        # 补贴面积3万亩: what an acre is given.
        return f"{one.noun.removesuffix('面积')}标准"
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
