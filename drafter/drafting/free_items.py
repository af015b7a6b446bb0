"""Things counted in spoken Chinese: 请两名保安, 宣传册5000份, 办4期业务培训, 每期50人, 给环卫工人买意外险，560人."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from drafter.language import Mention, extract

# Who speaks, when, and what is intended: no part of the thing's name. Verbs of one character only where no longer word
# begins with it (办 but not 办公桌).
_SPOKEN = re.compile(
    r"^(?:我们|我局|我镇|我区|我校|本单位|单位|本中心|中心|街道|学校|社区|明年|今年|后年|来年|年度|年内|全年|全区|全镇|全市|全县|计划|拟|准备|打算|"
    r"需要|需|要|想|将|预计|大概|大约|约|一共|总共|共计|共|另外|另|还|再|以及|及|和|并|其中|为|对|向|至少|不少于|达到|达|\d{4}年|[，、：:的了]|"
    r"聘请|聘用|招聘|招录|购买|购置|采购|印刷|印制|制作|举办|开展|组织|更换|更新|维修|改造|修缮|发放|慰问|补助|资助|租用|租赁|配备|种植|栽植|安装|"
    r"整理|清运|覆盖|走访|完成|提供|邀请|拍摄|建设|新建|设置|布置|投放|惠及|涉及|增加|新增|"
    r"请(?!柬)|聘(?!请)|招(?!牌|标|商)|办(?!公|理|事|案|证)|买(?!单)|修(?!复|缮|剪|正|订|理|建|改)|换(?!热|装|乘|届)|租(?!赁|金)|印(?!章|泥|制|刷|花)|"
    r"发(?!动|放|电|展|光|票|布|明|热|现|行|言)|给(?!水|排水)|做(?!工)|搞|用(?!具|品|房|车|水|电)|有)+"
)
_GIVEN = re.compile(
    r"(?:给|为|向)(?P<who>[^，。]{2,14}?)(?:购买|办理|发放|买|发|办|送|投保|提供)(?P<what>[一-鿿]{2,10})$"
)
_DOES = re.compile(r"(?:修|建|买|换|印|办|做|搞|维修|改造|购置|修缮|举办|开展|组织|建设)(?P<what>[一-鿿]{2,12})$")
# What hired people do, said right behind them: 请两名保安维护大厅秩序 (but 维护员 is who they are).
_DOING = (
    r"(?:维护|维持|巡查|巡逻|看护|看守|值守|保障|协助|承担|从事|配合|驻场|守护|照看|照料|授课|讲课|指导|打扫|清扫|接待|引导)"
    r"(?!人员|员|工)"
)
_AFTER = re.compile(
    r"^(?P<noun>[一-鿿A-Za-z“”]{2,16}?)(?=$|[，。、；\s]|的|用于|负责|来|参加|参与|每|单价|均价|共|合计|进行|并|和|到|在|做|开展"
    rf"|(?<=[员安工师家生人理者]){_DOING})"
)
_DOES_WHAT = re.compile(rf"[名位人个][一-鿿]{{1,8}}[员安工师家生人理者](?P<task>{_DOING}[一-鿿]{{2,20}})$")
_UNITS = re.compile(
    r"每\s*(人次|人|名|位|场次|场|期|次|户|家|班|天|日|月|年|周|季度|组|个|套|份|点位|种|台|处)\s*(?:约|大约|大概)?$"
)
_MEASURE = ("面积", "长度", "数量", "总数", "规模", "总量", "体积", "里程")
_RESULT = re.compile(
    r"(?:参与|参加|参训|参赛|受益|服务|惠及|覆盖|受训|到场|观众|接待|参观)[一-鿿]{0,6}(?:人次|人数|人)?$"
)
_PERSON = re.compile(r"(?:员|人员|保安|雇员|工|师|律师|专家|教师|志愿者|学生|老人|助理|协管)$")
_TARGET_LEAD = re.compile(r"^.*(?:确保|力争|保证|使得|使|让|实现|做到|以及|并|、|和|且|￥|另外|其中|还有|需要)")
_TARGET_TAIL = re.compile(
    r"(?:(?:(?<![响反供效感适])应|要|须|需|能|均|都|保持|提高|提升)?"
    r"(?:要?达到|达|不低于|不少于|不超过|控制在|高于|低于|超过|大于|小于|要到|到|为|在|是|≥|≤|>|<|=|:|：|约|大概|要|花了?))+$"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """Something counted.

    Attributes:
        noun: What.
        quantity: How many.
        unit: In which unit.
        comparator: As for targets.
        text: As written.
        role: item = bought, hired or done; result = reached (参与人次); per = for each of something (每期50人).
        per: The unit it is for one of.
    """

    noun: str
    quantity: Decimal
    unit: str
    comparator: str
    text: str
    role: Literal["item", "result", "per"]
    per: str | None = None


def counted_in(clause: str, topic: str = "") -> list[Counted]:
    """What a clause counts. Money is masked by ￥.

    Args:
        clause: The clause.
        topic: What the clause before was about, for a count that stands alone (给环卫工人买意外险，560人).
    """
    found: list[Counted] = []
    left = 0
    for mention in extract(clause):
        before, left = clause[left : mention.start], mention.end
        if not re.fullmatch(r"\d+(\.\d+)?", mention.number) or not _counts(mention):
            left = mention.start if mention.kind == "age" else left
            continue
        number, unit = Decimal(mention.number), mention.unit or ""
        per = _UNITS.search(before)
        if per:
            text = before[per.start() :] + mention.text
            found.append(Counted("", number, unit, "=", text, "per", per[1]))
            continue
        noun, attributive = _noun(mention, before, clause[mention.end :], topic)
        if not noun:
            continue
        result = attributive or bool(_RESULT.search(noun)) or mention.kind == "duration"
        if unit == "个" and _PERSON.search(noun):
            unit = "人"
        name = f"覆盖{noun}数" if attributive else noun
        if mention.kind == "duration" and not re.search("时间|时限|周期|工期", name):
            name += "时间"
        found.append(Counted(name, number, unit, mention.comparator, mention.text, "result" if result else "item"))
    return found


def task_of_people(clause: str) -> str | None:
    """What the people a clause hires are to do: 维护大厅秩序 in 请两名保安维护大厅秩序."""
    found = _DOES_WHAT.search(clause)
    return found["task"] if found else None


def _counts(mention: Mention) -> bool:
    if mention.kind == "duration":
        return mention.comparator in ("<=", "<") and bool(mention.entity)
    return mention.kind in ("count", "measure")


def _noun(mention: Mention, before: str, after: str, topic: str) -> tuple[str, bool]:
    """The noun of a count, and whether it only says where (12个街镇的困难老人)."""
    said = re.split(r"[、，：:￥（(]", before.strip(" "))[-1]
    sure = mention.entity and said.endswith(mention.entity) and not re.search(r"\d", said)
    own = mention.entity if sure and mention.entity else said
    bare = with_work(said, _TARGET_TAIL.sub("", re.sub(r"(?:共计|合计|共|约|大概|大约)+$", "", spoken_off(own))))
    if bare in _MEASURE and topic:
        return topic, False
    following = _AFTER.match(after)
    attributive = bool(following) and after[len(following[0] if following else "") :].startswith("的")
    if mention.entity and following and following["noun"].startswith(mention.entity):
        return mention.entity, attributive
    if len(bare) >= 2:
        return bare, False
    if following:
        return following["noun"], attributive
    if topic and not own:
        return topic, False
    entity = spoken_off(mention.entity or "")
    done = re.search(r"慰问|补助|资助|走访|培训|救助|服务|体检|检查|抽检|检测", said)
    return (entity if len(entity) >= 2 else topic or (done[0] if done else "")), False


def spoken_off(text: str) -> str:
    """A name without what a speaker puts before it: 明年我们中心要请 → "", 拟印刷宣传册 → 宣传册."""
    return _SPOKEN.sub("", text.strip("“”（） "))


# What is done to a thing belongs to its name, in the word a form uses: 换路灯 is 路灯更换. Buying goes without saying.
_WORK = {name: name for name in re.findall("..", "更换更新维修改造修缮安装种植栽植租赁清运整理养护建设")} | {
    "新建": "新建",
    "换": "更换",
    "修": "修缮",
    "租用": "租赁",
    "租": "租赁",
}


def with_work(text: str, noun: str) -> str:
    """A noun with the work its clause does to it: 更换路灯 → 路灯更换."""
    before = text[: text.rfind(noun)] if noun and noun in text else ""
    work = next((name for verb, name in _WORK.items() if before.endswith(verb)), "")
    return f"{noun}{work}" if work and work not in noun else noun


def topic_of(clause: str) -> str:
    """What a clause is about, when the next one only counts it: 给环卫工人买意外险 → 环卫工人意外险."""
    given = _GIVEN.search(clause)
    if given:
        who = re.split(r"的", given["who"])[-1]
        return f"{who}{given['what']}"
    does = _DOES.search(clause)
    return with_work(clause, does["what"]) if does else ""


def noun_of_target(clause: str, at: int) -> str:
    """The name of what a rate or an amount is said of: the words before it in its clause, verbs and links dropped."""
    before = re.sub(r"(?:19|20)\d{2}年度?", "", re.split(r"[，,：:￥（(]", clause[:at])[-1])
    name = _TARGET_LEAD.sub("", _TARGET_TAIL.sub("", before.strip()))
    return re.sub(r"^(?:另|还|需|花)", "", name).strip("“”（） ")
