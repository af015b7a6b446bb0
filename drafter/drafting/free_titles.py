"""The name of the project and its office where no label says them: the words a text begins with."""

from __future__ import annotations

import re

from drafter.drafting.free_found import Found
from drafter.drafting.free_subjects import office_in
from drafter.drafting.free_verbs import GETS, VERB
from drafter.drafting.free_words import spoken_off
from drafter.drafting.free_years import RELATIVE, YEAR
from drafter.language import extract
from drafter.language.patterns import lazy

_ABOUT = lazy(r"^关于(?:申请|申报|开展|实施|落实|安排)?(?P<name>.+?)的(?:说明|请示|报告|函|申请|通知|情况说明)$")
_NAMED = lazy(r"^(?:做|开展|实施|申报|申请|这个|是)?[“《「]?(?P<name>[^，。；\d]{2,30}?(?:项目|工程))[”》」]?$")
_NO_NAME = lazy(
    r"^(?:我|你|咱|局长|领导|主任|给|要|想|请|为|预算|申请|由于|因为|为了|按照|根据|计划|打算|准备|拟|资金|经费|总|共|各|希望|领导|以便|并|把|让|在|目的|来源|全部|其中|具体|主要|大概)"
    r"|(?<![重需主纪])要(?![求素点])|想|打算|每[人年月个]|不要|忽略|让我|帮我|怎么|吗$|吧$|呢$|好的"
)
_ROOM = lazy(r"(?:室|[科股]|科室|窗口|班组)$")
_WILL = lazy(r"(?:19|20)\d{2}年度?(?:还|也)?(?:要|想|计划|拟|准备|打算|需要?)")
_SPEAKS = lazy(r"^(?:[本我][^\W\da-zA-Z_]{1,6}?)?(?:计划|预计|拟|将|准备|打算)[于在]?$")
# What a name does not say: whose it is, and that it is begun. 启动区 and 启动资金 are things.
_BEGUN = lazy(
    r"(?:[本我](?:[镇乡区县市村局院校所站馆]|街道|单位|中心|社区)|各[镇乡村校])?(?:全面|继续|深入)?(?:组织)?(?:启动(?!区|器|仪|资金)|开展|实施|推进)"
    r"(?=[^\W\da-zA-Z_]{4})"
)
# 4月启动: no date is made of it, the writer is told.
_MONTH_BEGUN = lazy(r"(?P<month>\d{1,2}月(?:份|初|底|[上中下]旬)?起?)(?:全面)?(?:启动|开展|实施|推进)")
# 对新任教师开展轮训 is 新任教师轮训.
_DONE_TO = lazy(r"对(?P<whom>[^\W\da-zA-Z_]{2,14})(?:开展|进行|实施)(?P<what>[^\W\da-zA-Z_]{2,8})")
_HEAD = lazy(r"^(?P<name>[^\d，。]{4,24}?)(?=(?:19|20)\d{2}年)")


def title(found: Found, clause: str) -> str:
    """Take name and office from the beginning of a text; what is left of the clause, or the clause as it was."""
    text = clause.strip()
    dated = text if office_in(text) else _bare(text)
    if "implementer" not in found.fields and (office := office_in(dated)):
        found.fields["implementer"] = office
        text = YEAR.sub("", dated[len(office) :], 1).strip("，, ")
        return title(found, text) if text else ""
    if "project_name" in found.fields:
        return _bare(text) if _bare(text) != text else clause
    about = _ABOUT.match(_bare(text))
    head = None if about else _HEAD.match(text)
    if head and _ROOM.search(head["name"]) and _WILL.match(text, head.end()):
        # 局档案室2027年要扫描…: who speaks, no project.
        found.fields.setdefault("implementer", head["name"])
        return text[head.end() :]
    if head and (speaks := _SPEAKS.match(head["name"])):
        # 本镇拟于2027年启动…: who speaks and that it is planned.
        return title(found, text[speaks.end() :].lstrip("于在"))
    if head and _fits(name := _bare(head["name"])) and not VERB.match(name):
        found.fields["project_name"] = name
        return text[head.end() :] if re.search(r"\S", YEAR.sub("", text[head.end() :])) else ""
    bare = _bare(text)
    if about:
        bare = _bare(about["name"])
    named = _NAMED.match(bare)
    if named and (not _NO_NAME.match(bare) or about):
        found.fields["project_name"] = named[0] if re.match("[“《「]", bare) else named["name"]
        return ""
    if not bare or RELATIVE.fullmatch(text):
        return ""
    if (month := _MONTH_BEGUN.match(bare)) and _fits(bare[month.end("month") :]):
        found.leave(month[0])
        bare = bare[month.end("month") :]
    if _fits(bare):
        found.fields["project_name"] = name = _as_name(bare)
        if name != bare:
            found.ask(
                "project_name", f"暂以“{name}”为项目名称，请改为正式名称", f"{name} stands for the project's name"
            )
        return ""
    return text if text != clause else clause


def _as_name(text: str) -> str:
    """A title as a name: 机关食堂采购食材一批 → 机关食堂食材采购, 本镇开展外墙修缮 → 外墙修缮."""
    if begun := _BEGUN.match(text):
        text = text[begun.end() :]
    if done := _DONE_TO.fullmatch(text):
        return f"{done['whom']}{done['what']}"
    bought = re.fullmatch(
        r"(?P<where>[^\W\da-zA-Z_]{2,8}?)(?P<verb>采购|购置|购买|更换)(?P<what>[^\W\da-zA-Z_]{2,10}?)(?:一批|若干|一些)",
        text,
    )
    return f"{bought['where']}{bought['what']}{bought['verb']}" if bought else re.sub(r"(?:一批|若干|一些)$", "", text)


def project_in(clause: str) -> str | None:
    """The project a clause names by its last word: 农业物联网示范项目."""
    bare = _bare(clause)
    named = _NAMED.match(bare)
    if named is None and re.search(r"(?:服务|活动|外包|养护|运维|整治)$", bare) and YEAR.search(clause) and _fits(bare):
        # 2027年物业服务, said at the end of a message.
        return bare
    return named["name"] if named and not _NO_NAME.search(bare) else None


def _bare(text: str) -> str:
    """A title without year and region words: 2027年全区档案数字化 → 全区档案数字化."""
    return re.sub(r"^(?:(?:明年|今年|来年|年度)的?|[，,、:：])+", "", YEAR.sub("", text).strip()).strip("，,。 ")


def _fits(text: str) -> bool:
    verb = VERB.match(text)
    bought = (
        verb is not None
        and verb[0] in GETS
        and not text.endswith(("服务", "活动", "项目", "工作", "经费", "补助", "补贴", "慰问"))
    )
    does = (
        verb is not None
        and not bought
        and verb.end() < len(text)
        and (len(text) > 4 or len(verb[0]) == 1)
        and not re.search(r"(?:经费|服务|工作|项目|费)$", text)
    )
    short = 3 <= len(text) <= 30 and not re.search(r"[\d￥≥≤%？?！!、=]", text)
    return (
        short
        and not bought
        and not does
        and not _NO_NAME.search(spoken_off(text) or text)
        and not _NO_NAME.search(text)
        and not extract(text)
    )
