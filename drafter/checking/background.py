"""Numbers of a goal that say how things stand or stood, told by the year of their sentence or by its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from drafter.checking.words.clauses import CLAUSE, SENTENCE
from drafter.language import Mention
from drafter.language.patterns import lazy

_YEAR = lazy(r"(?<!\d)((?:19|20)\d{2})\s*年度?(?!底|末|前)", needs=("19", "20"))
_ANY_YEAR = lazy(r"(?<!\d)((?:19|20)\d{2})\s*年", needs=("19", "20"))
# 三年累计, “十四五”期间: the number of several years is not that of one.
_SPELL = lazy(
    r"(?:[两二三四五六]|(?<!\d)[2-6])年(?:累计|共计?|合计|总)"
    r"|[“\"]?(?<!二)十[三四五六]五[”\"]?(?:规划)?(?:累计|期间|时期|期?末|总?任务|总?目标)",
    needs="年五",
)
# 2024年毕业的198名学生: the year says who.
_WHO = lazy(r"[^，,。；;：:\d]{0,8}的")
_NOW = lazy(r"计划|拟|预计|将|确保|力争|今年|本年|年内|新增|在此基础上|底前")
_DONE = lazy(r"已|截至|截止|上年|去年")
_MEANT = lazy(r"计划|拟|预计|将|确保|力争|保证|实现|达|不[低少高超]于?|年内|全年|每[年月季周日]")
# 更换警示灯58套, 对32个小区开展巡查, 全区共检修泵站9座 promise, for they begin with what is done, or for whom, or how
# much in all. 全市公安机关处置警情5.2万起 begins with who did it: how things are, in a sentence before the plan.
_VERBS = (
    r"主要|完成|新[增建装设开]|开展|举办|组织|[购添]置|采购|印[制刷]|制作|建设|改造|更[新换]|维[修护]|养护|修[缮复]"
    r"|招[录聘收]|[聘雇]用|提[高升供]|降低|巡查|巡检|检查|检测|检修|监测|走访|慰问|发放|补[助贴]|救助|资助|奖励|支持|扶持|安[排装]|覆盖|培训|培育"
    r"|受理|办理|印发|编制|清运|清理|派[驻遣]|评审|评估|落实|推进|推广|做好|保障|配[备置送发]|治理|整治|处置|筛查|接种|出版|拍摄|投[放入]|实施|服务|宣传"
    r"|租[赁用]|订阅|引进|创建|打造|确定|控制"
)
_VERB = lazy(_VERBS)
_WORK = lazy(
    r"(?:\d+[.．、]|[（(][\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十]是?、?|20\d{2}年度?|继续|进一步|同时|并|另|再|全面|分期|分批)*"
    rf"(?:[对为向在给由将以按]|通过|依托|委托|用于|{_VERBS})"
)
_NAMED_SO = lazy(r"(?:人员|目标|任务|[站点所员队室库区园]|中心|机构|设施|企业|总?[面里长]|量)")
_OF_WHICH = lazy(r"[，,（(]?\s*其中")
_THIS = lazy(r"\s*(?:计划|预计|本?项目)?(?:今年|本年)")
_KINDS = ("=", "~", ">")
_FAR = 400
"""Characters behind which a time no longer says when; no sentence of a goal is so long, one of a megabyte is."""


def told_of_other_times(text: str, mentions: Sequence[Mention], year: int | None) -> frozenset[int]:
    """Where the numbers begin that belong to other years, or to the state of things told before the plan of the year.

    2024年抽检4025批次，问题发现率为2.3%。2025年计划…; 就业率达到60%以上（2024年为57.8%）; 森林面积86万亩。2026年聘用…;
    三年累计培训目标为1.5万人.

    Args:
        text: The goal.
        mentions: Its numbers.
        year: The year of the filing.
    """
    if year is None:
        return frozenset()
    years = [(found.start(), found.end(), int(found[1])) for found in _YEAR.finditer(text)]
    later = [(found.start(), found.end()) for found in _ANY_YEAR.finditer(text) if int(found[1]) > year]
    spells = [(found.start(), found.end()) for found in _SPELL.finditer(text)]
    begins = [begin for begin, _, _ in years]
    sentences = [0, *(found.end() for found in SENTENCE.finditer(text))]
    plan = _plan(text, sentences, year)
    past = any(one < year for _, _, one in years)
    if not (past or later or spells or plan):
        return frozenset()
    named = _names(text, year)
    found: set[int] = set()
    for mention in mentions:
        start = max(sentences[bisect_right(sentences, mention.start) - 1], mention.start - _FAR)
        before = years[bisect_left(begins, start) : bisect_left(begins, mention.start)][-1:] if past else []
        usual = mention.comparator in _KINDS
        if (
            (usual and before and _of_past_year(text, mention, start, before[0], year, named=named))
            or (usual and mention.start < plan and _tells_state(text[start : mention.start], year))
            or (named and _since(text, later, start, mention))
            or _since(text, spells, start, mention, within=CLAUSE)
        ):
            found.add(mention.start)
    return frozenset(found)


def _of_past_year(
    text: str, mention: Mention, start: int, said: tuple[int, int, int], year: int, *, named: bool
) -> bool:
    begin, end, of = said
    if of >= year:
        return False
    since = text[end : mention.start]
    if re.search(r"[）)]", since) and not re.search(r"[（(]", since):
        # （2025年救助98名）。为105名: the year ends with its bracket.
        return False
    if _NOW.search(since) or _WHO.match(since):
        return False
    if text[begin - 1 : begin] in ("（", "("):
        return True
    # A goal copied from last year with its year names no other: what it says may well be meant.
    told = text[start : mention.start]
    return named or (start > 0 and not _MEANT.search(told) and not _VERB.search(told))


def _since(
    text: str, times: Sequence[tuple[int, int]], start: int, mention: Mention, within: re.Pattern[str] | None = None
) -> bool:
    """Whether a time stands before a number in its sentence, or its clause, and nothing leads back to the year."""
    at = bisect_left(times, (mention.start, 0))
    begin, end = times[at - 1] if at else (-1, 0)
    if begin < start or end > mention.start:
        return False
    since = text[end : mention.start]
    if _OF_WHICH.match(text, mention.end):
        # 三年共培训300人，其中2026年80人: the year's own number is told as a part of it.
        return False
    return not (_NOW.search(since) or _YEAR.search(since) or (within is not None and within.search(since)))


def _plan(text: str, sentences: Sequence[int], year: int) -> int:
    """Where the plan of the year begins if its sentence opens with it and none before means anything in it; else 0."""
    opens = re.compile(rf"\s*(?:(?:计划|预计|本?项目)?{year}\s*年|(?:20\d{{2}}年)?(?:计划|拟))")
    for start, end in zip(sentences, (*sentences[1:], len(text)), strict=True):
        if opens.match(text, start):
            return start
        if _names(text[start:end], year) and not _tells_state(text[start:end], year):
            return start if _THIS.match(text, start) else 0
    return 0


def _tells_state(sentence: str, year: int) -> bool:
    """森林面积86.5万亩: no clause means to do anything, or it is done (截至2025年底已完成数字化18.5万卷)."""
    return not any(_is_work(clause, year) for clause in CLAUSE.split(sentence))


def _is_work(clause: str, year: int) -> bool:
    if _DONE.search(clause) or any(int(said[1]) < year for said in _ANY_YEAR.finditer(clause)):
        return False
    if _MEANT.search(clause):
        return True
    work = _WORK.match(clause.lstrip(" 　\n"))
    # 监测站12个, 培训目标1.5万人: a verb may begin a noun.
    return work is not None and _NAMED_SO.match(clause.lstrip(" 　\n"), work.end()) is None


def _names(text: str, year: int) -> bool:
    return re.search(rf"(?<!\d){year}\s*年|今年|本年", text) is not None
