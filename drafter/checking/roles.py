"""What a number of a goal text is there for: a promise, a part of one, a fact of today, a pace, a step up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from drafter.checking.words.clauses import CLAUSE, SENTENCE
from drafter.language import Mention, SumClaim
from drafter.language.patterns import lazy
from drafter.language.sum_claims import MOVED_FROM, MOVED_TO

Role = Literal["promise", "part", "fact", "baseline", "pace", "change", "none"]

COUNTED = ("count", "percent", "measure", "money", "duration", "multiple")
"""Kinds of mentions that a row of the table can stand for; years, dates, ages and ratios are none."""

# What is: it stands until a verb of planning. What was: until a word for this year; 比上年, 在去年基础上 are neither.
_STATE = (
    r"现有|目前|现已|原有|历年|近[两二三四五六十]?年|在册|常住人口|存量|拥有|设有|建有|共有|下辖|辖有"
    r"|[区县市镇乡校局院所内下](?:共|现)?有(?=[^\W\da-zA-Z_]{2})"
)
_PAST = (
    r"(?<![比较与同于过由从自])(?:上一?年|去年|往年|此前|前期已|已有|已建成|已完成|已累计|截至|截止|以来|至今)"
    r"(?![^，,。；;]{0,6}(?:基础|相比|增))"
)
_FACT = lazy(rf"(?P<state>{_STATE})|(?P<past>{_PAST})")
_NOW = lazy(r"计划|拟|预计|将|确保|力争|今年|本年|年内|新增|在此基础上")
_HAS = lazy(
    r"(?:^|[^没享具拥含只惟唯富自国])有(?!需|感|毒|色|线|轨|价|声|形|刷|条件|意愿|资质|劳动能力|望|关|效|序|责|助|限|力|偿|奖|机|害)[^，,。；;]{1,14}$",
    needs=("有",),
)
_PLAN = lazy(
    r"计划|拟|预计|将|确保|力争|保证|完成|新增|新建|开展|举办|组织|达到?|实现|购置|采购|印制|制作|建设|改造|招录|招聘|今年|本年|年内|全年"
)
# In an enumeration of what there is (现有药店 319 家，护理服务机构 87 家) verbs are parts of names; a clause beginning
# with one (，巡查 2 次) says what will be done.
_DONE = lazy(
    r"(?:每[月季周日年]|全年|年内|对|为|向|并|另|同时|再|均|各){0,3}"
    r"(?:提高|提升|降低|巡查|巡检|检查|走访|探访|发放|维护|安排|提供|覆盖|培训|受理|办理|印发|编制|更新|安装|清运|养护|派驻|评审)"
)
_MEAN = lazy(r"平均(?!每)[^，,。；;、每\d]{0,8}$", needs=("平均",))
# 各类事项26.8万件 counts them all; 各派2人 is what each has.
_PACE = lazy(
    r"(?:每(?!年)[^，,。；;、每]{1,6}|平均每?|[人户场次班校村日月]均|各(?![类级项种式界]))[^，,。；;、\d]{0,8}$",
    needs=("每", "均", "各"),
)
# 每季度开展食堂食品安全检查不少于1次: behind a period a clause may be as long as it likes.
_IN_PERIOD = lazy(r"每(?:个|一)?(?:季|月|周|天|日|旬|半年|学期)[^，,。；;、每\d]{0,24}$", needs=("每",))
# 为8个村各建设公厕1座、停车场1个: 各 reaches over the list behind a count.
_EACH_LISTED = lazy(
    r"\d[^\W\da-zA-Z_]{1,8}各(?![类级项种式界])[^，,。；;、\d]{0,8}(?:\d[\d.]*[^，,。；;、\d]{1,10}、)+[^，,。；;、\d]{0,8}$",
    needs=("各",),
)
_PER = lazy(r"每(?:个|一)?(?:年|季度?|月|周|天|日|次|场|期|人|户|名|班|校)|[年季月周日人户次场]均")
_SHORT_PER = lazy(r"[周月日](?=开放|营业|服务|运行|供[水应气热]|接待|处理|检测|清运|巡[查检])")
_STAGE = lazy(
    r"(?:第?[一二三]|前[两二三])个?季度|上半年|下半年|年中|[一二三]期(?!工程)|第[一二三]阶段",
    needs=("季度", "半年", "年中", "期", "阶段"),
)
# 比上年110万人次增长9%: what was.
_THAN = lazy(
    r"(?:比|较)(?:上一?年度?|去年|前一年|\d{4}年度?)(?:同期)?的?(?!增|提|上升|下降|减|降|多|少)[^，,。；;\d]{0,6}$"
)
_MOVED = lazy(r"的?[^，,。；;\d]{0,3}(?:增长|增加|提高|提升|上升|下降|降低|减少)")
_RISE = lazy(r"(?:提高|提升|增加|增长|上升|下降|降低|缩短|减少|压缩|扩大|降|升|增)(?:到|至)[^，,。；;]{0,6}$")
_OF_YEAR = lazy(r"\s*(?:19|20)\d{2}年(?!底|末|前)")
_THIS_YEAR = lazy(r"[，,](?:预计|计划|力争)?(?:今年|本年)")
_CHANGE = lazy(r"(?:提高|提升|增加|增长|上升|下降|降低|减少|缩短|压缩|节约|节省)(?:了|约|近|超过|不低于|不少于)?\s*$")


def roles(text: str, mentions: Sequence[Mention], sums: Sequence[SumClaim]) -> list[Role]:
    """The role of each mention of a text, in order."""
    parts = {(part.start, part.end) for claim in sums for part in claim.parts}
    return [_role(text, mention, position, mentions, parts) for position, mention in enumerate(mentions)]


def _role(text: str, mention: Mention, position: int, mentions: Sequence[Mention], parts: set[tuple[int, int]]) -> Role:
    if mention.kind not in COUNTED:
        return "none"
    if (mention.start, mention.end) in parts or _bracketed_part(
        text, mention, mentions[max(0, position - 40) : position]
    ):
        return "part"
    before = text[max(0, mention.start - 240) : mention.start]
    sentence = SENTENCE.split(before)[-1]
    clause = CLAUSE.split(sentence)[-1]
    after = text[mention.end : mention.end + 8]
    if (MOVED_FROM.search(clause) and MOVED_TO.match(after)) or (_THAN.search(clause) and _MOVED.match(after)):
        return "baseline"
    if _before_this_year(clause, text[mention.end : mention.end + 60]):
        return "fact"
    if _is_fact(sentence, clause) and not _treated(clause, text[mention.end : mention.end + 40]):
        return "fact"
    change = _CHANGE.search(clause)
    # 平均等候时间不超过8分钟, 平均车速提升5%: a mean time, or how a mean moves, is the promise itself.
    mean = (mention.kind in ("duration", "percent") or change) and _MEAN.search(clause)
    each = _PACE.search(clause) or _EACH_LISTED.search(clause)
    each = each or (mention.kind == "count" and _IN_PERIOD.search(clause))
    if (each and not mean) or _STAGE.search(clause):
        return "pace"
    return "change" if change else "promise"


def one_pace(words: str, name: str) -> bool:
    """每周开放 56 小时 beside 每周开放时长, or 周开放时长: the row measures what is done in each, as the goal does."""
    said = {found[0] for found in _PER.finditer(words)}
    if said and (short := _SHORT_PER.match(name)) is not None:
        return said == {f"每{short[0]}"}
    return bool(said) and said == {found[0] for found in _PER.finditer(name)}


def _before_this_year(clause: str, rest: str) -> bool:
    """2025年受理65.3万件，今年预计受理68万件: a year that this year follows is over."""
    return _OF_YEAR.match(clause) is not None and _THIS_YEAR.search(SENTENCE.split(rest)[0]) is not None


def _treated(clause: str, rest: str) -> bool:
    """对在册患者的监护人 630 名…发放补助: those named after 对 are who will be served, however they are registered."""
    if re.search(r"(?:^|[、.．])(?:拟|计划|继续|全年|年内)?(?:对|为|向|给)", clause) is None:
        return False
    return re.search(r"发放|补助|补贴|提供|开展|实施|进行|给予|落实", CLAUSE.split(rest)[0]) is not None


def _is_fact(sentence: str, clause: str) -> bool:
    if _RISE.search(clause):
        return False
    marks = list(_FACT.finditer(sentence))
    if not marks:
        return bool(_HAS.search(clause)) and not _PLAN.search(clause)
    since, *later = CLAUSE.split(sentence[marks[-1].end() :])
    planned = _NOW if marks[-1].lastgroup == "past" else _PLAN
    return not planned.search(since) and not any(_PLAN.search(part) or _DONE.match(part) for part in later)


def _bracketed_part(text: str, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Within a bracket that follows a number of the same dimension: 13 人（其中专技 10 人）."""
    near = max(0, mention.start - 80)
    opened = max(text.rfind("（", near, mention.start), text.rfind("(", near, mention.start))
    if opened < 0 or re.search("[）)]", text[opened : mention.start]):
        return False
    whole = next((other for other in reversed(earlier) if other.end <= opened), None)
    return whole is not None and opened - whole.end <= 1 and whole.dimension == mention.dimension
