"""Things counted in spoken Chinese: 请两名保安, 宣传册5000份, 办4期业务培训, 每期50人, 12所小学食堂换灶具96台."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.drafting.free_places import PLACE
from drafter.drafting.free_things import AFTER, DOING, LIMITS, SESSIONS, Counted, counted, target_name, thing_counted
from drafter.drafting.free_verbs import VERB
from drafter.language import Mention, extract
from drafter.language.patterns import lazy
from drafter.language.units import longest_prefix

_DOES_WHAT = lazy(rf"[名位人个][^\W\da-zA-Z_]{{1,8}}[员安工师家生人理者](?P<task>{DOING}[^\W\da-zA-Z_]{{2,20}})$")
# 每期, 每个社区要配, 每校安装: 每, what it is for one of, and what is done there.
_PER = lazy(
    r"每\s*(?:个(?=[^\W\da-zA-Z_]))?(?P<unit>[^\W\da-zA-Z_]{1,3}?)\s*"
    rf"(?:约|大约|大概)?(?:要|均|都)*(?:{VERB.pattern}|[设放摆派补])?$"
)
_IN_ALL = lazy(r"[，、\s]*(?:共|共计|合计|总计|总共|约)+[，、\s]*")
# How long the work itself lasts; 服务期12个月 is what a monthly price is paid for.
_LASTS = lazy(
    r"工期|(?:施工|建设|安装|改造|整改|办理|审批|处理|处置|响应|等候|等待|修复|到场|供货|交货)[^\W\da-zA-Z_]{0,2}(?:周期|时间|时限|期限|期)$"
)
_HEADS = ("人", "名", "人次")
_ON_DUTY = lazy(r"(?:值班|值守|坐班|驻场|执勤|坐诊|接访|租赁|租用)$")
_WITHIN = lazy(
    r"(?:以内|之内|内)?(到场|到达|响应|办结|修复|修好|回复|答复|反馈|送达|处置|处理|出警|上门|恢复|受理|整改|清运)(?:完毕|到位|完成|完)?"
)


def counted_in(
    clause: str, topic: tuple[str, str | None] = ("", None), project: str = "", hired: bool = False
) -> list[Counted]:
    """What a clause counts. Money is masked by ￥.

    Args:
        clause: The clause.
        topic: What the clause before was about and its verb, for a count that stands alone (给环卫工人买意外险，560人).
        project: The project's name, for work without an object (改造150户).
        hired: The clause says where the people just named work (给20所中小学做心理辅导).
    """
    found: list[Counted] = []
    left, mentions = 0, extract(clause)
    last = max((at for at, mention in enumerate(mentions) if mention.kind in ("count", "measure")), default=-1)
    for index, mention in enumerate(mentions):
        before, after = clause[left : mention.start], clause[mention.end :]
        left = mention.end
        if mention.kind not in ("count", "measure", "duration") or not re.fullmatch(
            r"[\d.]+(?:~[\d.]+)?", mention.number
        ):
            left = mention.start if mention.kind in ("age", "year", "multiple") else left
            continue
        alone = clause[: mention.start].strip("，, ￥")[-1:] in ("", (mention.unit or "?")[-1])
        if alone and re.match("[一1]", mention.text) and clause.startswith("￥", mention.end):
            # 一本15块 is a price, no count.
            continue
        if mention.unit == "块" and "~" in mention.number and re.match(r"[一每][^\W\d]", after):
            # 三四百块一台 is a price nobody can use, and no three or four hundred of anything.
            left = mention.start
            continue
        if (per := _PER.search(before)) and is_one(per["unit"]):
            text = before[per.start() :] + mention.text
            thing = AFTER.match(after)
            found.append(counted(thing["noun"] if thing else "", mention, "per", per=per["unit"], text=text))
            continue
        if mention.kind == "measure" and found and found[-1].role == "item" and _IN_ALL.fullmatch(before):
            # 加固12处共3600平方米: how large what was just counted is.
            long = re.search(r"米$|里$", mention.unit or "") and not re.search("平方|立方", mention.unit or "")
            found.append(counted("长度" if long else "面积", mention, "measure"))
            continue
        if found and mention.unit in _HEADS and found[-1].unit in SESSIONS and _IN_ALL.fullmatch(before):
            # 培训3期共600人: who comes to all of them.
            noun = "参训人数" if "训" in found[-1].noun or found[-1].verb == "培训" else "参与人数"
            found.append(counted(noun, mention, "result"))
            continue
        more = index < last
        one = _duration(mention, before, after) if mention.kind == "duration" else None
        if mention.kind != "duration":
            one = thing_counted(mention, before, after, topic, project, more, hired)
        if one is not None:
            found.append(one)
            if one.role == "result" and more and one.noun.startswith("覆盖"):
                left += len(one.noun) - 3
    return found


def is_one(unit: str) -> bool:
    """Whether a word behind 每 is what there is one of: a classifier, a place, or any single character (每校)."""
    return len(unit) == 1 or longest_prefix(unit) == unit or PLACE.search(unit) is not None


def task_of_people(clause: str) -> str | None:
    """What the people a clause hires are to do: 维护大厅秩序 in 请两名保安维护大厅秩序."""
    found = _DOES_WHAT.search(clause)
    return found["task"] if found else None


def served_task(clause: str) -> str | None:
    """What hired people do where they work, in an official's word: 给二十所中小学做心理辅导 → 开展心理辅导."""
    found = re.search(r"(?P<verb>开展|提供|举办|组织|做好|做|搞)(?P<what>[^\W\da-zA-Z_]{2,16})$", clause)
    if found is None:
        return None
    return f"{'开展' if found['verb'] in ('做', '搞') else found['verb']}{found['what']}"


def _duration(mention: Mention, before: str, after: str) -> Counted | None:
    following = re.match(r"(?:以内|之内|内)?(?!以[上下]|左右|之久)(?P<what>[^\W\da-zA-Z_]{2,12})$", after)
    if mention.comparator == "=" and (done := _WITHIN.fullmatch(after)) and (mention.unit or "") not in ("年", "月"):
        # 报修24小时到场 promises no later.
        return replace(counted(f"{target_name(before)}{done[1]}时间", mention, "result"), comparator="<=")
    # 不超过3天审查完: what takes so long may stand behind.
    name = target_name(before) or (following["what"] if following else "")
    duty = re.sub(r"(?:[一1]年|全年|共)$", "", name)
    if mention.unit in ("天", "日") and _ON_DUTY.search(duty):
        # 律师值班一年250天 buys days.
        return counted(duty, mention, "item", unit="天")
    if mention.comparator in LIMITS and name:
        done = (
            following
            and not re.match("以内|之内", following["what"])
            and (name.endswith(("后", "前")) or len(following["what"]) <= 6)
        )
        name = f"{name}{following['what']}" if following and done and following["what"] not in name else name
        name = re.sub(r"(?:完成?|好)$", "", name) if len(name) > 3 else name.removesuffix("完")
        name += "" if re.search("时间|时限|周期|工期|时长|提前量|期限|期$|天数|年限|日数", name) else "时间"
        return counted(name, mention, "result")
    return counted(name, mention, "result" if _LASTS.search(name) else "period")
