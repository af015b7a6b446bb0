"""Things counted in spoken Chinese: 请两名保安, 宣传册5000份, 办4期业务培训, 每期50人."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from drafter.language import extract

_LEAD = re.compile(
    r"^.*?(?:我们|我局|我镇|中心|街道|本单位|学校|单位|计划|拟|准备|打算|需要|需|要|想|将|预计|大概|大约|约|共|一共|总共|明年|今年|年度|全年|全区|全镇|年内|另外|另|还|再|以及|及|和|并|其中|[0-9]{4}年)+"
)
_VERB = re.compile(
    r"^(?:聘请|聘用|招聘|招录|购买|购置|采购|印刷|印制|制作|举办|开展|组织|更换|更新|维修|改造|修缮|发放|慰问|补助|资助|租用|租赁|配备|种植|栽植|安装|"
    r"检查|抽检|监测|整理|清运|覆盖|走访|服务|培训|请|招|买|印|办|换|修|租|搞|做|发给|给|发|为|对|有|增加|新增|涉及|惠及|养护|保洁|检测|完成|提供|邀请|拍摄|建设|新建|打造|设置|布置|投放|向)+"
)
_AFTER = re.compile(
    r"^(?:的)?([一-鿿A-Za-z“”]{2,16}?)(?=$|[，。、；的]|(?:用于|负责|来|参加|参与|每|单价|共|合计|进行|并|和|到|在))"
)
_UNITS = re.compile(r"每\s*(人次|人|名|位|场次|场|期|次|户|家|班|天|日|月|年|周|季度|组|个|套|份|点位)\s*$")
_TARGET_LEAD = re.compile(r"^.*(?:确保|力争|保证|使得|使|让|实现|做到|以及|并|、|和|且|￥)")
_TARGET_TAIL = re.compile(
    r"(?:应|要|须|需|能|均|都)?(?:达到|达|不低于|不少于|不超过|控制在|高于|低于|超过|大于|小于|为|在|是|≥|≤|>|<|=|:|：|约|大概)*$"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """Something counted: noun, quantity, unit; `per` when it is for each of something (每期50人)."""

    noun: str
    quantity: Decimal
    unit: str
    text: str
    about: bool
    per: str | None


def counted_in(clause: str) -> list[Counted]:
    """What a clause counts, money masked by ￥."""
    found: list[Counted] = []
    left = 0
    for mention in extract(clause):
        if mention.kind not in ("count", "measure") or not re.fullmatch(r"\d+(\.\d+)?", mention.number):
            left = mention.end if mention.kind in ("percent", "year", "date") else left
            continue
        before = clause[left : mention.start]
        left = mention.end
        per = _UNITS.search(before)
        noun = _noun(before, clause[mention.end :])
        if per:
            text = clause[per.start() + (mention.start - len(before)) : mention.end]
            found.append(Counted(noun, Decimal(mention.number), mention.unit or "", text, False, per[1]))
        elif noun:
            about = mention.comparator == "~"
            found.append(Counted(noun, Decimal(mention.number), mention.unit or "", mention.text, about, None))
    return found


def _noun(before: str, after: str) -> str:
    own = before.strip("、，：: ￥（(")
    own = re.split(r"[、，：:]", own)[-1]
    own = _LEAD.sub("", own) if _LEAD.match(own) else own
    bare = re.sub(r"(?:共计|合计|共|约|大概|大约|为|达|数量)$", "", _VERB.sub("", own))
    following = _AFTER.match(after)
    if len(bare) >= 2:
        return bare
    return following[1] if following else bare


def noun_of_target(clause: str, at: int) -> str:
    """The name of what a rate or an amount is said of: the words before it in its clause, verbs and links dropped."""
    before = re.split(r"[，,：:￥]", clause[:at])[-1]
    name = _TARGET_TAIL.sub("", before.strip())
    name = _TARGET_LEAD.sub("", name)
    return re.sub(r"^(?:另外|其中|另|还有|还|需要|需|花)", "", name).strip("“”（） ")
