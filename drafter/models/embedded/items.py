"""How items are said in a goal: 聘用保安2人, 印制宣传册5000份, 向1200人发放补贴."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.brief import BriefItem
from drafter.language.patterns import lazy
from drafter.models.embedded.item_verbs import ROOMS, STAFF, usual_verb
from drafter.models.embedded.kinds import Kind
from drafter.models.embedded.nouns import done_to_people, item_of_herd, stem, work_on_homes
from drafter.models.embedded.words import word_lists

_MADE_NOUNS = tuple("器站仪室机台亭车员费点")
_POSTED = ("驻场", "驻点", "坐班", "值守", "值班", "执勤")
_MEASURED = ("面积", "里程", "长度", "规模")
_MACHINES = ("台", "部", "艘", "辆", "套", "架", "艇", "组")
DEVICES = (*_MACHINES, "个")
"""Units of devices."""
# 慰问品200份 are handed out; 床位补贴1500张 is paid by the bed.
_HANDED_OUT = (None, "份", "件", "套", "个", "袋", "盒", "箱", "笔", "张卡", "项")
_SITES = ("所", "家", "村", "社区", "街镇", "个村", "个社区", "户")
_INSTITUTIONS = ("个", "家", "所", "处", "座")
# 八一慰问 is when people are visited, not whom.
_OCCASION = lazy(
    r".*(?:送温暖|送清凉|送健康|节|节日|节前|八一|七一|六一|五一|元旦|国庆|中秋|端午|高温|暑期|防暑|冬季|夏季|新春|岁末|年终|生日|走访)"
)


SERVED = ("困难人员", "失业人员", "残疾人员", "特困人员", "流浪人员", "康复人员", "在读学生", "老年人")
"""Those who are given something, by the end of what they are called; other 人员 are hired."""
_WHERE_GIVEN = ("上门", "居家", "入户", "日间", "机构", "集中", "社区", "服务")
"""Words between people and what they are given: 失能老人居家照护."""
BUILDS = ("新建", "扩建", "改建", "修建", "重建")


class Said(NamedTuple):
    """An item as a goal says it: 聘用 + 保安 + {F1}; `noun` alone names it in an indicator.

    `phrase` is there where that order would be wrong: 向{F1}发放高龄津贴, 组织{F1}参加党员教育活动. `whole` says that
    the count is of pieces of work (1项), and not of what the work is done to.
    """

    verb: str
    noun: str
    reference: str
    phrase: str = ""
    whole: bool = False

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
    return _said(item, reference, kind, act)._replace(whole=item.unit == "项")


def _said(item: BriefItem, reference: str, kind: Kind, act: str) -> Said:
    data = word_lists()
    if item.verb:
        return _in_own_word(item, item.verb, reference)
    noun = _payee(_without_unit(stem(item.name), item.unit), kind)
    if (built := built_at_end(noun)) and item.unit in _INSTITUTIONS + ROOMS:
        # 农村公厕新建2座 is built, in a project of subsidies too.
        return Said(built, noun.removesuffix(built), reference)
    if noun.endswith(_MEASURED):
        # 飞防面积32000亩 is done as it is named, 补贴面积 says what is done.
        return Said("" if doing_to(noun) else "完成", noun, reference)
    if noun.endswith(tuple(data["paid"])):
        return _handed_out(item, noun, reference)
    if noun in data["leading"] or noun in data["inverted"]:
        return Said("完成", noun, reference)
    if (led := _led_by_verb(noun, reference)) is not None:
        return led
    group = group_of_item(item, noun)
    if (turned := _turned(item, noun, group, reference)) is not None:
        return turned
    if (own := _served(item, noun, group, reference)) is not None:
        return own
    if item.unit in _SITES and noun.endswith((*data["consumed"], *data["things"]["words"], "资料")):
        # 活动材料24所 are bought for so many schools.
        return Said("购置", noun, reference, f"购置{noun}，覆盖{reference}")
    if group == "person" and (home := work_on_homes(noun)):
        return Said("完成", noun, reference, f"为{noun.removesuffix(home)}{reference}实施{home}")
    watches = item.unit in DEVICES and re.search(f"(?:{'|'.join(data['watched'])})[^\\W\\d_]{{2}}$", noun)
    if noun.endswith(tuple(data["work"])) and not watches:
        return Said("完成" if group != "session" else "开展", noun, reference)
    if group == "person" and noun.endswith(tuple(data["gatherings"])):
        return Said("组织", noun, reference, f"组织{reference}参加{noun}")
    if (own := _as_written(noun, group, reference)) is not None:
        return own
    verb = usual_verb(noun, group, kind, act, item.unit or "")
    # 调查户 are visited, not 调查调查户.
    return Said("覆盖" if verb in ("调查", "检查", "普查") and noun.startswith(verb) else verb, noun, reference)


def _as_written(noun: str, group: str, reference: str) -> Said | None:
    """A name that already says what is done to whom, in the order it is written: 安置就业困难人员180人.

    特困人员护理300人 is care for them: 为特困人员300人提供护理. None for the name of a thing or of somebody hired.
    """
    data = word_lists()
    if group == "goods" and item_of_herd(noun):
        # 口蹄疫疫苗注射生猪4.2万头.
        return Said("完成", noun, reference)
    if group not in ("person", "visits", "site", "session"):
        return None
    care = next((work for work in data["given"] if noun.endswith(work) and len(noun) > len(work) + 2), "")
    whom = noun.removesuffix(care)
    for manner in _WHERE_GIVEN:
        whom = whom.removesuffix(manner)
    if care and group == "person" and whom.endswith((*data["people"], *SERVED)) and not whom.endswith(("员工", "社工")):
        return Said("提供", noun, reference, f"为{whom}{reference}提供{noun.removeprefix(whom)}")
    who = next((agent for agent in data["agents"] if noun.startswith(agent)), "")
    done = doing_to(noun.removeprefix(who))
    if done is None or not done[1].endswith((*data["people"], *SERVED)):
        return None
    # 专家检查企业600家次: they are asked to.
    return Said("组织" if who else "", noun, reference)


def doing_to(noun: str) -> tuple[str, str] | None:
    """The verb a name begins with and what follows it, or None: 康复训练儿童 → (康复训练, 儿童)."""
    data = word_lists()
    verbs = (*data["doing"], *data["trained"])
    verb = max((verb for verb in verbs if noun.startswith(verb)), key=len, default="")
    return (verb, noun.removeprefix(verb)) if verb and len(noun) > len(verb) + 1 else None


def _turned(item: BriefItem, noun: str, group: str, reference: str) -> Said | None:
    """A duty by its end (驻场2人, 值班240天), and a name that ends with a verb: 宣传册印制 → 印制宣传册."""
    data = word_lists()
    if group == "person" and noun.endswith(_POSTED):
        # 驻场2人 are people, 体检200人 is work.
        return Said("配备", f"{noun}人员", reference)
    inverted = next((verb for verb in data["inverted"] if noun.endswith(verb) and len(noun) > len(verb) + 1), "")
    if inverted and noun.removesuffix(inverted).endswith(tuple(word_lists()["inverted"])):
        # 光荣牌制作更换: two works, no object of the last one.
        return Said("完成", noun, reference)
    if inverted and _counts_the_work(noun.removesuffix(inverted), inverted, item.unit):
        return Said("完成", noun, reference)
    if group == "duration" and noun.endswith(_POSTED):
        # 律师进看守所值班240天 is a duty somebody is given, no service by the day.
        return Said("安排", noun, reference)
    if group == "duration" and inverted not in ("租赁", "租用"):
        return Said("购买", noun if noun.endswith("服务") else f"{noun}服务", reference)
    if inverted and item.unit == "项":
        # 软件开发1项 is a piece of work, no software of its own.
        return Said("完成", noun, reference)
    if inverted:
        return Said(_usual(inverted), noun[: -len(inverted)], reference)
    return None


def _without_unit(noun: str, unit: str | None) -> str:
    # 外聘教师课时12000课时 says its unit twice.
    return noun.removesuffix(unit or "") if unit_class(unit) == "hours" and len(noun) > len(unit or "") + 1 else noun


def _counts_the_work(thing: str, work: str, unit: str | None) -> bool:
    """Whether a count is of pieces of work, and not of the thing the work is done to.

    家庭无障碍改造120户 counts homes, and 无障碍 is none; 财政收支审计14个 counts audits. Such a name stands
    as it is written.
    """
    data = word_lists()
    if unit_class(unit) in ("person", "visits") or unit == "户":
        return not thing.endswith((*data["people"], *data["dwellings"], *STAFF))
    return unit in ("个", "项") and work in data["studies"] and not thing.endswith(tuple(data["studied"]))


def _in_own_word(item: BriefItem, verb: str, reference: str) -> Said:
    """An item with the office's own word: 管护河道38条, not 购置; 为560人购买意外险."""
    data, bare = word_lists(), stem(item.name)
    if verb == "发放" and bare.endswith(tuple(data["paid"])) and unit_class(item.unit) == "person":
        # 向1200人发放营养餐补助.
        return _handed_out(item, bare.removeprefix(verb), reference)
    if bare.endswith(verb) and _counts_the_work(bare.removesuffix(verb), verb, item.unit):
        return Said("完成", bare, reference)
    if verb == "安装" and bare.removesuffix("安装").endswith(tuple(data["built"])):
        return Said("建设", bare.removesuffix("安装"), reference)
    # What ends in it already is said once: 河道管护.
    own = bare.removesuffix(verb).removeprefix(verb)
    if own.endswith(tuple(data["insured"])) and unit_class(item.unit) == "person":
        return Said(verb, own, reference, f"为{reference}{verb}{own}")
    if own in data["manners"] or own.endswith("化") or (verb in data["serviced"] and own in data["work"]):
        return Said("完成", bare, reference)
    return Said(verb, own, reference) if len(own) > 1 else Said("完成", bare, reference)


def _led_by_verb(noun: str, reference: str) -> Said | None:
    """A name that begins with what is done: 印制宣传册, 春节慰问困难群众."""
    if (done := done_to_people(noun)) is not None:
        when, verb, who = done
        return Said(verb, who, reference, f"{when}期间{verb}{who}{reference}" if when else "")
    leading = _leading_verb(noun) or _done_to_places(noun)
    return Said(_usual(leading), noun[len(leading) :], reference) if leading else None


def _done_to_places(noun: str) -> str:
    """The verb of work done to offices and people: 清查单位45家, 督导企业20家; empty for any other name."""
    data = word_lists()
    whom = ("单位", "机构", "场所", "门店", "学校", "商户", *data["people"])
    done = (verb for verb in data["doing"] if noun.startswith(verb) and len(noun) > len(verb) + 1)
    return next((verb for verb in done if noun.removeprefix(verb) in whom), "")


def _leading_verb(noun: str) -> str:
    """The verb a noun begins with (印制宣传册), or an empty string: 监测设备36套 are devices nobody monitors."""
    leading = next(
        (verb for verb in word_lists()["leading"] if noun.startswith(verb) and len(noun) > len(verb) + 1), ""
    )
    rest = noun[len(leading) :]
    # 接种服务 is a service given, no 服务 that is inoculated.
    data = word_lists()
    is_device = leading in data["functions"] and rest.endswith(tuple(data["apparatus"]))
    # 服务器租用 and 监测站运维 begin with a noun made of a verb.
    is_noun = leading in (*data["functions"], "服务") and rest[:1] in _MADE_NOUNS
    return "" if rest == "服务" or is_device or is_noun else leading


def built_at_end(noun: str) -> str:
    """The work of building a name ends with (农村公厕新建 → 新建), or an empty string."""
    return next((verb for verb in BUILDS if noun.endswith(verb) and len(noun) > len(verb) + 1), "")


def _handed_out(item: BriefItem, noun: str, reference: str) -> Said:
    """Money and visits for people: 向1200人发放补贴, 慰问困难家庭300户, 开展八一慰问200户."""
    if noun.endswith("慰问") and _OCCASION.fullmatch(noun.removesuffix("慰问")):
        return Said("开展", noun, reference)
    verb = "慰问" if noun.endswith("慰问") else "发放"
    bare = noun.removeprefix("发放").removesuffix("慰问") or noun
    # 发放用餐补贴96000人次 hands out visits, 发放传习所补助6个 six allowances of no size.
    group = group_of_item(item, noun)
    given = noun[-2:]
    if verb == "发放" and item.unit in _INSTITUTIONS and given in ("补助", "奖励", "奖补", "资助") and len(noun) > 3:
        return Said(given, noun.removesuffix(given), reference)
    before = _before_payment(group, item.unit) if verb == "发放" else ""
    return Said(verb, bare, reference, f"{before}{reference}发放{bare}" if before else "")


def _before_payment(group: str, unit: str | None) -> str:
    """向1200人, 为9.6万人次, 向18家, 按3000亩, 按1500张; empty for what is handed out itself (慰问品200份)."""
    known = {"person": "向", "visits": "为", "area": "按"}
    if group in known:
        return known[group]
    if unit in ("家", "所", "户"):
        return "向"
    return "按" if group == "goods" and unit not in _HANDED_OUT else ""


def _served(item: BriefItem, noun: str, group: str, reference: str) -> Said | None:
    """What is kept running, serviced or insured: 保障15个站点运行, 维护天气雷达1部, 为28人投保意外险."""
    data = word_lists()
    if noun.endswith("运行") and group in ("site", "goods") and len(noun) > 3:
        return Said("保障", noun, reference, f"保障{reference}{noun}")
    serviced = next((verb for verb in data["serviced"] if noun.endswith(verb) and len(noun) > len(verb) + 1), "")
    if serviced and item.unit in _MACHINES:
        return Said(serviced, noun.removesuffix(serviced), reference)
    if noun.endswith(tuple(data["insured"])) and item.unit in ("份", "单"):
        return Said("购买", noun, reference)
    if noun.endswith(tuple(data["insured"])) and group == "person":
        return Said("投保", noun, reference, f"为{reference}投保{noun}")
    return None


def group_of_item(item: BriefItem, noun: str) -> str:
    """The class of an item's unit."""
    # Three 保安 without a unit are people.
    return "person" if not item.unit and noun.endswith(STAFF) else unit_class(item.unit)


def _payee(noun: str, kind: Kind) -> str:
    # Outside subsidies an allowance pays people for their work, and the work is what the goal is about: 值班律师补贴.
    bare = re.sub(r"(?:补贴|补助|津贴|工作)$", "", noun)
    return bare if kind.id != "subsidy" and bare.endswith(STAFF) else noun


def _usual(verb: str) -> str:
    return word_lists()["same"].get(verb, verb)
