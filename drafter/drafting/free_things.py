"""What a count is of: the thing with the work done to it, a result, a place, or how large something else is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from drafter.drafting.free_places import place_and_work, region_off
from drafter.drafting.free_verbs import GETS, VERB, WORKS
from drafter.drafting.free_words import (
    PERSON,
    amid,
    handed_out,
    named,
    noun_of,
    single,
    split_verb,
    spoken_off,
    verb_of_name,
    worked,
)
from drafter.language import Mention
from drafter.language.patterns import lazy
from drafter.models.embedded.words import word_lists

# What hired people do, said right behind them: 请两名保安维护大厅秩序 (but 维护员 is who they are).
DOING = (
    r"(?:维护|维持|巡查|巡逻|看护|看守|值守|保障|协助|承担|从事|配合|驻场|守护|照看|照料|授课|讲课|指导|打扫|清扫|接待|引导)"
    r"(?!人员|员|工)"
)
AFTER = lazy(
    r"^(?!每|[人户]均|[单均]价)(?P<noun>(?:(?!共[\d￥])[^\W\d_]|[“”]){2,16}?)(?=$|[，。、；\s￥\d]|的|用于|负责|来|参加|参与|每|单价|均价|共|合计|进行|并|和|到|在|做|开展"
    rf"|(?<=[员安工师家生人理者]){DOING})"
)
_FOR_WHOM = lazy(
    r"(?:给|为|对|向|面向)(?P<who>[^\W\da-zA-Z_]{2,12}?)(?:做|搞|办|开展|进行|组织|实施)(?P<what>[^\W\da-zA-Z_]{2,14})"
)
_ELSEWHERE = lazy(
    r"(?:去|赴)(?P<where>[^\W\da-zA-Z_]{2,8}?)(?:办|开|搞|举办|举行|召开|组织)(?P<what>[^\W\da-zA-Z_]{2,14})"
)
_PLACES = lazy(
    r"(?:小区|村|社区|街道|街镇|乡镇|镇|学校|站点|网点|点位|片区|路段|公园|部门|科室)(?=[\d一二两三四五六七八九十])"
)
_TURNED = lazy(r"[，,]?(?:需要|需|要|全部|都|统一|拟|计划)*((?:换|改|更换|更新|改造|维修|翻新|修)[^，。；\d]{0,6})")
SESSIONS = ("班", "期", "场", "届", "节", "课时")
_MEASURE = lazy(
    r"(?:总|建筑|管理|服务|施工|占地|作业|实施)?(?:面积|长度|全长|总长|全程|总里程|数量|总数|规模|总量|体积|里程)$"
)
# 小流域治理面积15平方公里 counts the work.
_SIZED = lazy(
    rf"(?P<what>[^\W\da-zA-Z_]{{2,10}})(?P<work>{'|'.join(sorted(WORKS, key=len, reverse=True))})"
    r"总?(?:面积|长度|里程|规模|数量)"
)
# What comes of the money, not what it buys.
_RESULT = lazy(
    r"(?:参与|参加|参训|参赛|受益|涉及|服务(?!器|台|亭|站|点|费)|惠及|覆盖|受训|到场|观众|接待|参观|吸引|带动|新增就业|达成|签约|辐射|受众|挽回|恢复|进场)[^\W\da-zA-Z_]{0,8}$"
)
# 接待大厅改造350平方米 receives nobody.
_EACH_YEAR = lazy(r"年(?:均)?(?:培训|接待|检查|处理|监测|供应|诊疗|收治|办理|惠及|服务|生产)[^\W\d]{1,8}$")
_WORK_DONE = lazy(r"(?:改造|装修|维修|修缮|建设|扩建|新建|加固|养护|保洁|绿化|更新|更换)$")
_CARED_FOR = lazy(r"[员人工师生](?:体检|培训|慰问|补助|补贴)$")
_PAY = lazy(r"(?:工资|补助|补贴|津贴|薪酬|劳务|报酬|经费|费|聘用|招聘|聘请)+$")
_HEADS = ("人", "名", "位")
_PAID_OUT = lazy(
    r"(?<!奖励)(?:补助|补贴|津贴|救助|资助|慰问|奖励|抚恤|优待|助学|奖学|贴息|奖补|慰问金|救助金|生活费|[助奖]学金)$"
)
# 涉及6个镇: the places are touched, and no work is done on them.
_TOUCHED = frozenset(("涉及", "覆盖", "惠及", "辐射"))
# 比赛12个项目, 空气监测32个点.
_HEAD = lazy(r"(?:大|小|单)?(?P<head>项目|点位?|站点?|断面|网点|样点)(?=$|[，,。；、])")
# 食品快检，做2600批次.
_DOES = lazy(r"(?:20\d\d年度?)?(?:要|计划|拟|想|共|全年|需要?)*(?:做|搞|办|完成|开展|实施|弄)(?:了|成)?")
_BUYS = lazy(r"(?:20\d\d年度?)?(?:要|计划|拟|想|共|需要?)*(?:买|购买|购置|采购|购|添置?|订)(?:了)?")
_DONE = lazy(r"慰问|补助|资助|走访|培训|救助|服务|体检|检查|抽检|检测")
LIMITS = ("<=", "<", ">=", ">", "range")
_TARGET_LEAD = lazy(
    r"^.*(?:预计|希望|期望|争取(?!资金)|确保|力争|保证|使得|使(?!用)|让(?!利)|实现|做到|以及|并(?!发)|、|和(?!谐)|且|￥|另外|其中|还有|需要|要求)"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """Something counted.

    Attributes:
        noun: What; for an item with the work done to it (路灯更换).
        quantity: How many; None for a range.
        unit: In which unit.
        comparator: As for targets.
        text: As written.
        role: item = bought, hired or done; result = reached or limited; per = for each of something (每期50人);
            measure = how large the thing just named is (面积4500平方米); period = for how long (12个月).
        per: The unit it is for one of.
        verb: What is done, in the brief's own word.
        number: As the mention gives it ("30~40").
        place: What of the count is a place or people served (80个小区).
        topic: What a measure was said of, where the words before it name something.
    """

    noun: str
    quantity: Decimal | None
    unit: str
    comparator: str
    text: str
    role: Literal["item", "result", "per", "measure", "period"]
    number: str
    per: str | None = None
    verb: str | None = None
    place: str | None = None
    topic: str = ""


def target_name(before: str) -> str:
    """The name of what a rate or a limit is said of: the words before it, verbs and links dropped."""
    before = re.sub(r"(?:19|20)\d{2}年度?", "", re.split(r"[，,：:￥（(]", before)[-1])
    before = re.sub(r"由$|从$", "", noun_of(before))
    if each := re.search(r"每(?:[年月周日天]|季度|学期)$", before):
        # 游客投诉每月不超过2件 is no limit for a year.
        before = each[0] + noun_of(before[: each.start()])
    return re.sub(r"^(?:另|还|需|花|要|年内|全年(?!龄))", "", noun_of(_TARGET_LEAD.sub("", before)))


def counted(
    noun: str, mention: Mention, role: Literal["item", "result", "per", "measure", "period"], **more: str | None
) -> Counted:
    """A count in one of its roles; `more` may give unit, text, per and verb."""
    exact = "~" not in mention.number
    return Counted(
        noun,
        Decimal(mention.number) if exact else None,
        more.get("unit") or mention.unit or "",
        mention.comparator,
        more.get("text") or mention.text,
        role,
        mention.number,
        more.get("per"),
        more.get("verb"),
    )


def _verb_and_noun(said: str) -> tuple[str | None, str]:
    """What is done and to what, by the words before a count."""
    if whom := _FOR_WHOM.fullmatch(spoken_off(said) if said[:1] not in "给为对向" else said):
        # 给农村妇女做两癌筛查 is 农村妇女两癌筛查.
        data = word_lists()
        if whom["what"].endswith((*data["work"], *data["gatherings"], *data["given"])):
            return None, f"{region_off(whom['who'])}{whom['what']}"
    if there := _ELSEWHERE.fullmatch(spoken_off(said)):
        return "举办", f"{there['where']}{there['what']}"
    handed = handed_out(said)
    verb, own = ("发放", handed) if handed else split_verb(said)
    if verb is None:
        verb, own = amid(own)
    if verb is None and (sized := _SIZED.fullmatch(noun_of(own))):
        return sized["work"], sized["what"]
    # 养护面积绿化12000平方米: that it is an area, the unit says.
    return verb, re.sub(r"^(?:总|建筑)?(?:面积|长度|数量)(?=[^\W\da-zA-Z_]{2})", "", own) if verb else own


def _place_behind(after: str, more: bool) -> re.Match[str] | None:
    return (_PLACES.match(after) if more else None) or re.match("[村镇乡](?=$|每)", after)


def thing_counted(
    mention: Mention,
    before: str,
    after: str,
    topic: tuple[str, str | None],
    project: str,
    more: bool,
    hired: bool,
) -> Counted | None:
    """What a count is of.

    Args:
        mention: The count.
        before: The words between the count before and this one.
        after: The words behind it.
        topic: As for `counted_in`.
        project: As for `counted_in`.
        more: The clause counts something else too.
        hired: As for `counted_in`.

    Returns:
        None where nothing says what it is.
    """
    before = re.sub(r"[（(][^（）()]*[）)]", "", before)
    said = re.split(r"[，：:￥（(]", before.strip(" "))[-1]
    verb, own = _verb_and_noun(said)
    noun, following = region_off(noun_of(own)), AFTER.match(after)
    noun = single(noun, topic[0])
    rest = after[len(following[0]) :] if following else after
    touched = noun if noun in _TOUCHED else ""
    if (len(noun) < 2 or touched) and (places := _place_behind(after, more)):
        # 7个小区9座: where, and how many of what was named before.
        return counted(f"{touched or '覆盖'}{places[0]}数", mention, "result")
    if _MEASURE.fullmatch(noun) and (not verb or (verb in WORKS.values() and mention.comparator == "=")):
        return replace(counted(f"{verb or ''}{noun}", mention, "measure", verb=verb or topic[1]), topic=topic[0])
    if len(noun) < 2 and (served := place_and_work(said, after, more or hired)):
        place, does, what = served
        if more or hired:
            return counted(f"覆盖{place}数", mention, "result")
        whole = f"{place}{what}"
        return replace(_item(mention, named(does, whole) if does else whole, does), place=place)
    if following and len(noun) < 2 and (rest.startswith("的") or (said in ("给", "为") and rest.startswith("每"))):
        # 给85个婴儿每月发2罐 says who is served.
        return counted(f"覆盖{following['noun']}数", mention, "result")
    if len(noun) >= 2 and verb not in WORKS.values() and (turned := _TURNED.match(after)):
        # 路灯1200盏要换成LED.
        verb = split_verb(turned[1])[0] or verb
    limited = mention.comparator in LIMITS and not (verb in GETS.values() and verb)
    if limited or mention.number == "0":
        name = target_name(said) if len(noun) >= 2 or not following else target_name(said + following["noun"])
        return counted(name, mention, "result") if name else None
    if (reached := _reached(mention, noun, said, following)) is not None:
        return reached
    if len(noun) < 2 and following:
        done, noun = worked(spoken_off(following["noun"]) or following["noun"])
        verb = verb or done
        if VERB.match(noun) and verb is None:
            verb, noun = split_verb(noun)
    if len(noun) < 2 and verb and verb in WORKS.values():
        # 改造150户 of a project named 家庭无障碍改造; 巡查6240次 of something else is only 巡查.
        # 修路，修5公里: the spoken word again.
        if topic[1] == "修建" and verb in ("修缮", "建设"):
            return _item(mention, topic[0], topic[1])
        whole = next((name for name in (topic[0], project) if verb in name), verb)
        served = mention.unit in _HEADS and not whole.removesuffix(verb).endswith(tuple(word_lists()["people"]))
        # 孕产妇产前筛查3000人 is the work as it is named, 适龄妇女筛查 done to women.
        return _item(mention, whole, None if served or whole == verb else verb)
    if len(noun) < 2:
        return _unnamed(mention, said, verb, topic, project, more)
    if verb in GETS.values() and verb and noun in ("面积", "人数", "户数"):
        # 补贴面积3万亩.
        return _item(mention, f"{verb}{noun}", None)
    whole = _with_its_head(noun, mention, after)
    return _item(mention, named(verb, whole), verb or (topic[1] if topic[0] == noun else None))


def _reached(mention: Mention, noun: str, said: str, following: re.Match[str] | None) -> Counted | None:
    """What comes of the money: 服务老人600人次, 年培训学生800人; 数据筛查服务1项 is bought."""
    if _EACH_YEAR.match(said) and len(noun) > 1:
        return counted(f"{noun_of(said)}人数" if mention.unit in _HEADS else noun_of(said), mention, "result")
    bought = mention.unit in ("项", "套") and noun.endswith("服务") and len(noun) > 2
    result = None if bought or _WORK_DONE.search(noun) else _RESULT.search(noun_of(said))
    if result is None:
        return None
    full = target_name(said)
    if following and result[0] in (*_TOUCHED, "服务", "辐射", "接待", "吸引", "受益", "带动"):
        full += f"{following['noun']}数"
    return counted(full, mention, "result")


def _with_its_head(noun: str, mention: Mention, after: str) -> str:
    """比赛12个项目 are no twelve matches, 空气监测32个点 points: what is counted stands behind."""
    head = _HEAD.match(after) if mention.unit == "个" else None
    return f"{noun}{head['head']}" if head and not noun.endswith(head["head"]) else noun


def _unnamed(
    mention: Mention, said: str, verb: str | None, topic: tuple[str, str | None], project: str, more: bool
) -> Counted | None:
    """A count with no noun of its own: of what the clause before named, or of the project itself."""
    alone = not topic[0] and not re.search(r"[^\W\da-zA-Z_]{2}", said) and len(project) <= 14
    works = verb_of_name(project, mention.unit or "")
    people = _PAY.sub("", project)
    if alone and mention.unit in _HEADS and PERSON.search(people) and len(people) >= 3:
        # 河道保洁员工资，聘30人.
        return _item(mention, people, verb)
    if alone and mention.unit in (*_HEADS, "户") and _PAID_OUT.search(project) and not VERB.match(project):
        # 困境儿童基本生活补贴，86人 pays the people its name says.
        return _item(mention, project, None)
    bought = re.sub(r"(?:购置|采购|购买)$", "", project)
    if alone and bought != project and _BUYS.fullmatch(said):
        # 电动车采购项目，买8辆.
        return _item(mention, bought, verb)
    counts_it = works or mention.unit in SESSIONS or _DOES.fullmatch(said)
    if alone and project and "各" not in said and counts_it and not more:
        # 垃圾房改造，9座 and 公益课，开32班: the project itself is counted.
        return _item(mention, project, works)
    done = _DONE.search(said)
    noun, verb = (topic[0], verb or topic[1]) if topic[0] else (done[0] if done else "", verb)
    if done and noun == done[0] and project.endswith(noun) and len(project) <= 14:
        # 退役军人春节慰问，慰问320户.
        noun, verb = project, None
    # 开32班 of no project that could name them.
    noun = noun or ("教学班" if mention.unit == "班" else "")
    return _item(mention, noun, verb if verb not in (noun,) else None) if noun else None


def _item(mention: Mention, noun: str, verb: str | None) -> Counted:
    people = PERSON.search(noun) or _CARED_FOR.search(noun)
    unit = "人" if mention.unit == "个" and people else mention.unit
    return counted(noun, mention, "item", verb=verb or None, unit=unit)
